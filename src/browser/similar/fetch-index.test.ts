import { describe, expect, test } from 'vitest';
import { buildIndex, type SimilarDocument } from '../../analysis/similarity/index.ts';
import type { SimilarFile } from '../../site/similar-file.ts';
import { NoIndex, similarIndexAt } from './fetch-index.ts';

const document: SimilarDocument = {
  id: 'a',
  date: '',
  fixed: true,
  texts: [{ text: 'deadlock', weight: 1 }],
  signals: [],
  facets: [],
};
const fileOf = (title: string): SimilarFile => ({ index: buildIndex([document]), cards: [{ title }] });

/** A server whose files can change; `asked` says which were asked for. */
function server(files: Record<string, unknown>) {
  const asked: string[] = [];
  const get = async (url: string): Promise<unknown> => {
    asked.push(url);
    if (!(url in files)) throw new NoIndex('missing');
    return files[url];
  };
  return { files, asked, get };
}

const CURRENT = '/kb/similar/current.json';
const site = (): ReturnType<typeof server> =>
  server({ [CURRENT]: { digest: 'a1' }, '/kb/similar/a1.json': fileOf('Old') });

describe('the index of similar incidents', () => {
  test('is fetched once while it is the current one', async () => {
    const from = site();
    const index = similarIndexAt('/kb/similar/', from);
    expect((await index.open()).cards.get('a')?.title).toBe('Old');
    await index.open();
    expect(from.asked.filter((url) => url.endsWith('a1.json'))).toHaveLength(1);
  });

  test('is replaced after a deploy', async () => {
    const from = site();
    const index = similarIndexAt('/kb/similar/', from);
    await index.open();
    from.files[CURRENT] = { digest: 'b2' };
    from.files['/kb/similar/b2.json'] = fileOf('New');
    expect((await index.open()).cards.get('a')?.title).toBe('New');
  });

  test('that is open serves on where no server answers', async () => {
    const from = site();
    const index = similarIndexAt('/kb/similar/', from);
    await index.open();
    from.files[CURRENT] = undefined;
    expect((await index.open()).cards.get('a')?.title).toBe('Old');
  });

  test.each([
    ['is not there', { [CURRENT]: { digest: 'a1' } }, 'missing'],
    ['is not named', {}, 'missing'],
    ['was never reached', { [CURRENT]: undefined }, 'missing'],
    ['has a name that leads elsewhere', { [CURRENT]: { digest: '../../x' } }, 'missing'],
    [
      'was made for another page',
      { [CURRENT]: { digest: 'a1' }, '/kb/similar/a1.json': { index: { version: 999 }, cards: [] } },
      'page-is-old',
    ],
  ])('that %s is said to be so, and asked for again', async (_, files, lack) => {
    const from = server(files);
    const index = similarIndexAt('/kb/similar/', from);
    await expect(index.open()).rejects.toMatchObject({ name: 'NoIndex', lack });
    Object.assign(from.files, site().files);
    expect((await index.open()).cards.get('a')?.title).toBe('Old');
  });
});
