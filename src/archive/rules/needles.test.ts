import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLAME_PHRASES, WORDS } from './blame-phrases.ts';
import { needlesOf } from './needles.ts';

describe('the words that a pattern cannot do without', () => {
  test.each([
    ['careless', ['careless']],
    ['failed to (?:tell|warn)', ['failed']],
    ['(?:failed|fails) to', ['failed', 'fails']],
    ['(?:we|they) took(?: far)? too long', ['took']],
    ['errors?', ['error']],
    ['by mistake|by accident', ['mistake', 'accident']],
    ['(?<!\\b(?:prevents?|no) (?:the )?)human (?:errors?|failure)(?! (?:rates?))', ['human']],
    ['(?: had| have)? ignored', ['ignored']],
    ['(?:a|b)(?: [\\w-]+){1,8} (?:slow|late)', ['slow', 'late']],
    ['[a-z]+|careless', []],
    ['\\w+', []],
  ])('%s', (source, needles) => {
    expect(needlesOf(source)).toEqual(needles);
  });
});

const PHRASES = BLAME_PHRASES.map(({ phrase, example }) => ({
  source: phrase.replace(/\{([a-z-]+)\}/g, (_, word: string) => WORDS[word] ?? ''),
  example,
}));

test.each(PHRASES)('a needle stands in all that $source matches', ({ source, example }) => {
  const needles = needlesOf(source);
  expect(needles.length).toBeGreaterThan(0);
  expect(Math.min(...needles.map(({ length }) => length))).toBeGreaterThanOrEqual(3);
  expect(needles.some((needle) => example.toLowerCase().includes(needle))).toBe(true);
  // What stands around a phrase is no part of it.
  const plain = source.replace(/\(\?<?[!=](?:\((?:\([^()]*\)|[^()])*\)|[^()])*\)/g, '');
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(`^(?:${plain})$`)), (text) => {
      expect(needles.some((needle) => text.toLowerCase().includes(needle))).toBe(true);
    }),
  );
});
