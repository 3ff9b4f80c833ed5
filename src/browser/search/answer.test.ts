import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexInMemory } from '../../testing/index-in-memory.ts';
import { answer } from './answer.ts';
import type { Choices } from './state.ts';

const index = indexInMemory([
  { id: 'a', text: 'deadlock during migration of orders', filters: { severity: ['SEV1'], service: ['orders'] } },
  { id: 'b', text: 'deadlock in the pool, e_conn reset', filters: { severity: ['SEV2'], service: ['orders', 'db'] } },
  {
    id: 'c',
    text: 'certificate expired; Quote Repository refused',
    filters: { severity: ['SEV3'], service: ['edge'] },
  },
  { id: 'd', text: 'd', filters: { severity: ['SEV3'], service: ['edge'] } },
]);

const ask = async (query: string, choices: Choices = {}) => {
  const { hits, ...rest } = await answer(index, { query, choices, sort: 'relevance' });
  return { ids: hits.map(({ id }) => id), ...rest };
};

test('all words are on each page that is found', async () => {
  expect(await ask('deadlock orders')).toMatchObject({ ids: ['a'], words: ['deadlock', 'orders'], notes: [] });
});

test('without a query everything is there to be browsed', async () => {
  expect((await ask('')).ids).toEqual(['a', 'b', 'c', 'd']);
});

describe('a query is relaxed before it is refused, and what was left out is said', () => {
  test.each([
    ['a word nobody wrote', 'xylophone deadlock', ['a', 'b'], [{ kind: 'unknown', words: ['xylophone'] }]],
    ['words that never meet', 'migration expired certificate refused', ['c'], [{ kind: 'not-all' }]],
    ['a slip', 'deadlok', ['a', 'b'], [{ kind: 'read-as', from: 'deadlok', to: ['deadlock'] }]],
    [
      'a name in parts',
      'QuoteRepository',
      ['c'],
      [{ kind: 'read-as', from: 'QuoteRepository', to: ['Quote', 'Repository'] }],
    ],
    ['a phrase out of order', '"migration deadlock"', ['a'], [{ kind: 'no-phrase', phrase: 'migration deadlock' }]],
    ['a phrase', '"deadlock during migration"', ['a'], []],
    ['the beginning of a word', 'certif', ['c'], []],
    ['nothing that can be searched', '\u{1f525}', [], [{ kind: 'no-words' }]],
  ])('%s', async (_, query, ids, notes) => {
    expect(await ask(query)).toMatchObject({ ids, notes });
  });

  test('each page says which words it lacks', async () => {
    const { hits } = await answer(index, {
      query: 'migration expired certificate refused',
      choices: {},
      sort: 'relevance',
    });
    expect(hits.map(({ id, missing }) => ({ id, missing }))).toEqual([{ id: 'c', missing: ['migration'] }]);
  });

  test('a word that is unknown but for its first letter finds nothing by accident', async () => {
    expect(await ask('dxylophone')).toMatchObject({ ids: [], notes: [{ kind: 'unknown', words: ['dxylophone'] }] });
  });
});

describe('facets', () => {
  test('the counts of a facet are those without its own choice', async () => {
    const { ids, counts } = await ask('deadlock', { severity: ['SEV1'] });
    expect(ids).toEqual(['a']);
    expect(counts).toEqual({ severity: { SEV1: 1, SEV2: 1 }, service: { orders: 1 } });
  });

  test('narrow down what was found by some of the words as well', async () => {
    const near = 'migration pool';
    expect((await ask(near)).ids.sort()).toEqual(['a', 'b']);
    expect(await ask(near, { severity: ['SEV2'] })).toMatchObject({
      ids: ['b'],
      counts: { severity: { SEV1: 1, SEV2: 1 }, service: { orders: 1, db: 1 } },
    });
    expect(await ask(near, { severity: ['SEV3'] })).toMatchObject({
      ids: [],
      notes: [{ kind: 'not-all' }, { kind: 'hidden-by-filters', count: 2 }],
    });
  });

  test('what they hide is counted', async () => {
    expect(await ask('deadlock', { service: ['edge'] })).toMatchObject({
      ids: [],
      notes: [{ kind: 'hidden-by-filters', count: 2 }],
    });
  });
});

test('no query makes it fail', async () => {
  const pieces = fc.constantFrom(
    'deadlock',
    '"',
    "'",
    ':',
    '[',
    '(',
    '\\',
    '%',
    '\u{1f525}',
    'x',
    ' ',
    '\n',
    'E_CONN',
    '1.2',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 8 }), async (parts) => {
      await expect(ask(parts.join(''))).resolves.toBeDefined();
    }),
  );
});
