import { expect, test } from 'vitest';
import { buildSearchBundle, currentBundle } from './search-bundle.ts';

const page = (url: string, body: string, attributes = 'data-pagefind-body') => ({
  url,
  html: () => `<!doctype html><html lang="en"><title>t</title><body><main ${attributes}>${body}</main></body></html>`,
});
const pages = [
  page('/incidents/a/', '<h1>Deadlock</h1><p>ORA-00060</p>'),
  page('/incidents/b/', '<h1>Pool</h1><p>HikariPool-1</p>'),
  page('/actions/', '<h1>Actions</h1>', ''),
];

test('the same pages give the same bytes, in whatever order they come', async () => {
  const first = await buildSearchBundle(pages);
  const second = await buildSearchBundle([...pages].reverse());
  expect(second.digest).toBe(first.digest);
  expect([...second.files]).toEqual([...first.files]);
});

test('another text gives another digest', async () => {
  const before = await buildSearchBundle(pages);
  const after = await buildSearchBundle([...pages, page('/causes/c/', '<h1>Lock order</h1>')]);
  expect(after.digest).not.toBe(before.digest);
});

test('only pages with a body mark are counted, and the current bundle says how many', async () => {
  const bundle = await buildSearchBundle(pages);
  expect(bundle.pages).toBe(2);
  expect(JSON.parse(currentBundle(bundle))).toEqual({ digest: bundle.digest, pages: 2 });
});

test('the bundle holds the engine and none of the interfaces that are not used', async () => {
  const { files } = await buildSearchBundle(pages);
  const names = [...files.keys()];
  expect(names).toContain('pagefind.js');
  expect(names).toContain('pagefind-worker.js');
  expect(names).toContain('wasm.en.pagefind');
  expect(names.filter((name) => /-ui\.|highlight|unknown/.test(name))).toEqual([]);
});

test('a page in another language is in the same index', async () => {
  const english = page('/guides/de/', '<h1>Sperre</h1>');
  const german = { ...english, html: () => english.html().replace('lang="en"', 'lang="de"') };
  const { files } = await buildSearchBundle([...pages, german]);
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json')));
  expect(Object.keys(entry.languages)).toEqual(['en']);
  expect(entry.languages.en.page_count).toBe(3);
});

test('two indexes can be asked for at once', async () => {
  const [first, second] = await Promise.all([buildSearchBundle(pages), buildSearchBundle(pages.slice(1))]);
  expect([first.pages, second.pages]).toEqual([2, 1]);
});
