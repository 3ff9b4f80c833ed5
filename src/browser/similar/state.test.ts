import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSimilarState, writeSimilarState } from './state.ts';

test('an address says what was asked, and reading it asks the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.uniqueArray(fc.nat()), (text, keep) => {
      const state = { text: text.trim(), keep: text.trim() ? keep : [] };
      expect(readSimilarState(writeSimilarState(state, text))).toEqual(state);
    }),
  );
});

test('a long text goes into the address as the beginning of what was searched', () => {
  const kept = `deadlock \n detected ${'x '.repeat(5000)}`;
  const address = writeSimilarState({ text: 'y'.repeat(50_000), keep: [3] }, kept);
  expect(readSimilarState(address).text).toMatch(/^deadlock detected x x/);
  expect(readSimilarState(address).keep).toEqual([]);
  expect(address.length).toBeLessThan(6000);
});

test('what does not fit in an address is left out', () => {
  expect(readSimilarState('?keep=-1&keep=a&keep=4&keep=4&keep=1.5&q=+a+')).toEqual({ text: 'a', keep: [4] });
  expect(readSimilarState('')).toEqual({ text: '', keep: [] });
});
