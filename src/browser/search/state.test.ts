import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS, readState, STEP, writeState } from './state.ts';

test('an address without a query is the empty state, and the other way round', () => {
  const empty = { query: '', choices: {}, sort: 'relevance', shown: STEP };
  expect(readState('')).toEqual(empty);
  expect(writeState(readState(''))).toBe('');
});

test('query, choices, order and length are read', () => {
  expect(readState('?q=ORA-00060%3A+deadlock&severity=SEV2&severity=SEV1&service=orders&sort=date&show=40')).toEqual({
    query: 'ORA-00060: deadlock',
    choices: { severity: ['SEV1', 'SEV2'], service: ['orders'] },
    sort: 'date',
    shown: 40,
  });
});

test.each([
  ['an unknown parameter', '?page=3'],
  ['an unknown order', '?sort=up'],
  ['no number', '?show=many'],
  ['a negative number', '?show=-1'],
  ['a fraction', '?show=20.5'],
  ['an empty choice', '?severity='],
  ['half an escape', '?q=%'],
])('%s is no reason to fail', (_, search) => {
  const { choices, sort, shown } = readState(search);
  expect({ choices, sort, shown }).toEqual({ choices: {}, sort: 'relevance', shown: STEP });
});

test('nobody can ask for more results than a page can show', () => {
  expect(readState('?show=100000').shown).toBe(500);
});

test('what is written is read again', () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }).map((list) => list.sort());
  const states = fc.record({
    query: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
    choices: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, values])), { requiredKeys: [] }),
    sort: fc.constantFrom('relevance' as const, 'date' as const),
    shown: fc.integer({ min: STEP, max: 500 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      expect(readState(writeState(state))).toEqual(state);
    }),
  );
});
