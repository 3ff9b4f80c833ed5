import { describe, expect, test } from 'vitest';
import { indexInMemory } from '../../testing/index-in-memory.ts';
import { answer } from './answer.ts';
import type { Choices } from './state.ts';
import { foundLittle, widened, wordingsOf } from './widen.ts';

// A page names its own id, as the pages of incidents do.
const index = indexInMemory([
  { id: 'a1', text: 'a1 the k8s node restarted', filters: { severity: ['SEV1'] } },
  { id: 'b2', text: 'b2 kubernetes evicted a pod', filters: { severity: ['SEV2'] } },
  { id: 'c3', text: 'c3 after b2 kubernetes was upgraded', filters: { severity: ['SEV1'] } },
  { id: 'd4', text: 'd4 a pool ran dry', filters: { severity: ['SEV2'] } },
]);
const WORDINGS = ['b2', 'a1', 'c3'].map((id) => ({ id, words: [{ from: 'k8s', text: 'kubernetes' }] }));

const widen = async (query: string, choices: Choices = {}, wordings = WORDINGS) => {
  const found = await answer(index, { query, choices, sort: 'relevance' });
  const wider = await widened(index, found, choices, wordings);
  return wider && { ...wider, ids: wider.hits.map(({ id }) => id) };
};

describe('incidents that say it in other words', () => {
  test('follow those that hold the very words, each once, and say how', async () => {
    const wider = await widen('k8s');
    expect(wider?.ids).toEqual(['a1', 'b2', 'c3']);
    expect(wider?.hits.map(({ instead }) => instead?.[0]?.text)).toEqual([undefined, 'kubernetes', 'kubernetes']);
    expect(wider?.notes).toEqual([{ kind: 'other-words', count: 2 }]);
  });

  test('show the passage that says it', async () => {
    const hit = (await widen('k8s'))?.hits[1];
    expect((await hit?.data())?.excerpt).toContain('<mark>kubernetes</mark>');
  });

  test('come before those that lack some of the words', async () => {
    expect((await widen('k8s pool'))?.ids.slice(0, 2)).toEqual(['b2', 'c3']);
  });

  test('are narrowed down and counted like all others', async () => {
    const wider = await widen('k8s', { severity: ['SEV2'] });
    expect(wider?.ids).toEqual(['b2']);
    expect(wider?.counts.severity).toEqual({ SEV1: 2, SEV2: 1 });
    expect(wider?.notes).toEqual([{ kind: 'other-words', count: 1 }]);
  });

  test('are nothing to speak of where the index does not have them, or has them already', async () => {
    expect(await widen('k8s', {}, [{ id: 'z9', words: [{ from: 'k8s', text: 'kubernetes' }] }])).toBeUndefined();
    expect(await widen('kubernetes', {}, WORDINGS.slice(2))).toBeUndefined();
  });
});

test('a word that was taken for a slip is another word, also where the incident has what was meant', () => {
  const words = (...all: { text: string; from?: string }[]) => [{ kind: 'words' as const, words: all }];
  const readAs = [{ from: 'deadlok', to: 'deadlock' }];
  expect(
    wordingsOf(
      [
        { id: 'a', reasons: words({ text: 'Deadlock' }, { text: 'lock' }) },
        { id: 'b', reasons: words({ text: 'deadlocks', from: 'deadlock' }) },
        { id: 'c', reasons: words({ text: 'lock' }) },
      ],
      readAs,
    ),
  ).toEqual([
    { id: 'a', words: [{ from: 'deadlok', text: 'Deadlock' }] },
    { id: 'b', words: [{ from: 'deadlok', text: 'deadlocks' }] },
  ]);
});

describe('other words are worth a try', () => {
  const kinds = indexInMemory([
    ...['a', 'b', 'c'].map((id) => ({ id, text: 'deadlock', filters: { kind: ['incident'] } })),
    ...['d', 'e', 'f', 'g'].map((id) => ({ id, text: 'deadlok', filters: { kind: ['guide'] } })),
  ]);
  const little = async (query: string) =>
    foundLittle(await answer(kinds, { query, choices: {}, sort: 'relevance' }), query);

  test.each([
    ['many pages, and no incident among them', 'deadlok', true],
    ['a word that no page has', 'xylophone deadlock', true],
    ['enough', 'deadlock', false],
    ['exactly these words', '"deadlok"', false],
    ['no query', '', false],
  ])('%s', async (_, query, worth) => {
    expect(await little(query)).toBe(worth);
  });
});
