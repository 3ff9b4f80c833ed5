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

test('a stack trace goes into the address as it is', () => {
  const text = Array.from({ length: 60 }, (_, line) => `\tat com.example.Pool.take(Pool.java:${line})`)
    .join('\n')
    .trim();
  expect(readSimilarState(writeSimilarState({ text, keep: [] }, '')).text).toBe(text);
});

test('a long text goes into the address as the beginning of what was searched, each line once', () => {
  const kept = `deadlock \n\n detected  at\n${'deadlock\n'.repeat(500)}${'x '.repeat(5000)}`;
  const address = writeSimilarState({ text: 'y'.repeat(50_000), keep: [3] }, kept);
  expect(readSimilarState(address).text).toMatch(/^deadlock\ndetected at\nx x/);
  expect(readSimilarState(address).keep).toEqual([]);
  expect(address.length).toBeLessThan(6010);
});

test('what does not fit in an address is left out', () => {
  expect(readSimilarState('?keep=-1&keep=a&keep=4&keep=4&keep=1.5&q=+a+')).toEqual({ text: 'a', keep: [4] });
  expect(readSimilarState('')).toEqual({ text: '', keep: [] });
});
