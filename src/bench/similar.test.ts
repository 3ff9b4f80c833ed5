import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentsOf, readCorpora, textOf } from './similar-corpus.ts';
import { judge, pairedDifference, seeded } from './similar-measures.ts';
import { fiveWords, signalLine } from './similar-short.ts';
import { syntheticArchive } from './similar-synthetic.ts';
import { bm25, cairn, miniSearch, type System, tfIdf } from './similar-systems.ts';

const FILES = {
  'ops/2021-01-02-broker.md':
    '# Broker disk full\n\nThe broker stopped because its disk was full of old segments.\n\n`write: no space left on device`\n',
  'ops/2022-03-04-journal.md':
    '# Journal filled the disk\n\nThe disk of the broker was full: journals were never removed.\n',
  'ops/2020-05-06-certificate.md':
    '# Certificate expired\n\nThe certificate of the carrier expired and labels failed.\n',
  'ops/README.md': '# About disks\n\nThe disk is full of reports.\n',
  'ops/picture.svg': '<svg/>',
  'other/a.md': '# Alone\n',
};

/** Does something with a small corpus on disk. */
function withCorpus<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-corpus-'));
  try {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const [broker, journal] = Object.keys(FILES);
    const pairs = [
      { query: broker, doc: journal, grade: 2 },
      { query: journal, doc: broker, grade: 2 },
      { query: journal, doc: 'ops/missing.md', grade: 3 },
    ];
    writeFileSync(join(folder, 'similar-pairs.json'), JSON.stringify({ pairs }));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a corpus is read: documents by date, no others, pairs that exist', () => {
  const [corpus, ...more] = withCorpus(readCorpora);
  expect(more).toEqual([]);
  expect(corpus?.ids).toEqual([
    'ops/2020-05-06-certificate.md',
    'ops/2021-01-02-broker.md',
    'ops/2022-03-04-journal.md',
  ]);
  expect(corpus?.cases.map(({ id, grades }) => [id, [...grades]])).toEqual([
    ['ops/2021-01-02-broker.md', [['ops/2022-03-04-journal.md', 2]]],
    ['ops/2022-03-04-journal.md', [['ops/2021-01-02-broker.md', 2]]],
  ]);
});

test('a folder without pairs says so', () => {
  expect(() => readCorpora(tmpdir())).toThrow('pairs');
});

test.each<[string, (documents: ReturnType<typeof documentsOf>) => System]>([
  ['Cairn', (documents) => cairn(documents)],
  ['Cairn on a site', (documents) => cairn(documents, true)],
  ['MiniSearch', miniSearch],
  ['TF-IDF', tfIdf],
  ['BM25', bm25],
])('%s finds the twin, and a document by its words', async (_, system) => {
  const [corpus] = withCorpus(readCorpora);
  if (!corpus) throw new Error('no corpus');
  const ranking = system(documentsOf(corpus, true));
  const others = (await ranking.likeDocument('ops/2021-01-02-broker.md')).filter((id) => !id.includes('broker'));
  expect(others[0]).toBe('ops/2022-03-04-journal.md');
  expect((await ranking.likeText('carrier labels'))[0]).toBe('ops/2020-05-06-certificate.md');
});

test('without titles no title is left in the text', () => {
  const [corpus] = withCorpus(readCorpora);
  if (!corpus) throw new Error('no corpus');
  expect(documentsOf(corpus, true).map(textOf).join()).toContain('Journal filled');
  expect(documentsOf(corpus, false).map(textOf).join()).not.toContain('Journal filled');
});

test('short questions come from the document', () => {
  const source = FILES['ops/2021-01-02-broker.md'];
  expect(signalLine(source)).toBe('write: no space left on device');
  expect(signalLine('no code here')).toBeUndefined();
  const sentence = 'The broker stopped because its disk was full of old segments, and orders waited there.';
  expect(fiveWords(`# Title\n\n${sentence}`)).toBe('broker stopped because segments orders');
  expect(fiveWords('# Title\n\n- a list of several longer words, but no sentence of them at all')).toBeUndefined();
});

test('an order is judged by its first hit, its first five and its gains', () => {
  const grades = new Map([
    ['a', 2],
    ['b', 2],
    ['c', 1],
  ]);
  expect(judge(['a', 'b', 'c'], grades, 2)).toEqual({ reciprocalRank: 1, recallAt5: 1, ndcgAt10: 1 });
  expect(judge(['x', 'a', 'y', 'z', 'u', 'b'], grades, 2)).toMatchObject({ reciprocalRank: 0.5, recallAt5: 0.5 });
  expect(judge(['c', 'x'], grades, 2)).toMatchObject({ reciprocalRank: 0, recallAt5: 0 });
  expect(judge([], grades, 2).ndcgAt10).toBe(0);
});

test('a paired difference lies within its interval, and is drawn the same every time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 12,
      }),
      (pairs) => {
        const ours = pairs.map(([a]) => a);
        const theirs = pairs.map(([, b]) => b);
        const { mean, low, high } = pairedDifference(ours, theirs);
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
      },
    ),
    { numRuns: 10 },
  );
  expect(pairedDifference([1, 0.5], [0.5, 0.5])).toEqual(pairedDifference([1, 0.5], [0.5, 0.5]));
  expect(pairedDifference([1, 1], [0, 0])).toEqual({ mean: 1, low: 1, high: 1 });
});

test('numbers drawn with one seed are the same, and spread', () => {
  const [a, b] = [seeded(1), seeded(1)];
  const drawn = Array.from({ length: 1000 }, a);
  expect(drawn).toEqual(Array.from({ length: 1000 }, b));
  expect(drawn.filter((number) => number < 0.5).length).toBeGreaterThan(400);
  expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
});

test('a synthetic archive is the same every time, with ids of its own', () => {
  const archive = syntheticArchive(20, 1);
  expect(archive).toEqual(syntheticArchive(20, 1));
  expect(new Set(archive.map(({ id }) => id)).size).toBe(20);
});
