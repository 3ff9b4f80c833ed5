import { expect, test, vi } from 'vitest';
import { IndexUnavailable, type Network, searchIndexAt } from './client.ts';

/** A network with one bundle, whose every call is noted. */
function network(current: () => unknown) {
  const engine = {
    search: vi.fn(async () => ({ results: [], filters: {} })),
    filters: vi.fn(async () => ({})),
    destroy: vi.fn(async () => {}),
  };
  const createInstance = vi.fn((_: object) => engine);
  const load = vi.fn(async (_: string) => ({ createInstance }));
  const from: Network = { current: async () => current(), load };
  return { from, load, createInstance, engine };
}

test('the bundle comes from the folder of its digest, and results start at the base path', async () => {
  const { from, load, createInstance } = network(() => ({ digest: 'abc1', pages: 3 }));
  const { pages } = await searchIndexAt('/kb/pagefind/', from).open();
  expect(pages).toBe(3);
  expect(load).toHaveBeenCalledWith('/kb/pagefind/abc1/pagefind.js');
  expect(createInstance.mock.lastCall?.[0]).toMatchObject({ basePath: '/kb/pagefind/abc1/', baseUrl: '/kb/' });
});

test('at the root of a host the base is the root', async () => {
  const { from, createInstance } = network(() => ({ digest: 'abc1', pages: 3 }));
  await searchIndexAt('/pagefind/', from).open();
  expect(createInstance.mock.lastCall?.[0]).toMatchObject({ baseUrl: '/' });
});

test('it is opened once, and anew after a deploy', async () => {
  let digest = 'abc1';
  const { from, load, engine } = network(() => ({ digest, pages: 3 }));
  const index = searchIndexAt('/pagefind/', from);
  await Promise.all([index.open(), index.open()]);
  expect(load).toHaveBeenCalledTimes(1);
  digest = 'abc2';
  expect((await index.open()).digest).toBe('abc2');
  expect(load).toHaveBeenCalledTimes(2);
  expect(engine.destroy).toHaveBeenCalledTimes(1);
});

test('without a network an open index stays in use, and none is opened', async () => {
  let answer: unknown = { digest: 'abc1', pages: 3 };
  const { from } = network(() => answer);
  const index = searchIndexAt('/pagefind/', from);
  const first = await index.open();
  answer = undefined;
  expect(await index.open()).toBe(first);
  await expect(searchIndexAt('/pagefind/', from).open()).rejects.toThrow(IndexUnavailable);
});

test.each([
  ['a page in place of the file', '<!doctype html>'],
  ['a path', { digest: '../x', pages: 3 }],
  ['nothing', null],
])('%s is no index', async (_, answer) => {
  const { from, load } = network(() => answer);
  await expect(searchIndexAt('/pagefind/', from).open()).rejects.toThrow(IndexUnavailable);
  expect(load).not.toHaveBeenCalled();
});

test('a bundle that fails is asked for again', async () => {
  const { from, load } = network(() => ({ digest: 'abc1', pages: 3 }));
  load.mockRejectedValueOnce(new TypeError('404'));
  const index = searchIndexAt('/pagefind/', from);
  await expect(index.open()).rejects.toThrow(IndexUnavailable);
  expect((await index.open()).digest).toBe('abc1');
});

test('an index without pages finds nothing and needs no engine', async () => {
  const { from, load } = network(() => ({ digest: 'abc1', pages: 0 }));
  const index = await searchIndexAt('/pagefind/', from).open();
  expect((await index.search('x', {})).hits).toEqual([]);
  expect(load).not.toHaveBeenCalled();
});

test('values of a facet are alternatives, and a date order has the newest first', async () => {
  const { from, engine } = network(() => ({ digest: 'abc1', pages: 3 }));
  const index = await searchIndexAt('/pagefind/', from).open();
  await index.search('x', { severity: ['SEV1', 'SEV2'], service: ['orders'] }, 'date');
  expect(engine.search).toHaveBeenLastCalledWith('x', {
    filters: { severity: { any: ['SEV1', 'SEV2'] }, service: { any: ['orders'] } },
    sort: { date: 'desc' },
  });
});
