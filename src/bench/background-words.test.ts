import { expect, test } from 'vitest';
import { BACKGROUND_WORDS } from '../analysis/similarity/background-words.ts';
import { sharesInExample } from './background-words.ts';

test('the common words are those of the example archive, within a class of what is counted there', async () => {
  const counted = await sharesInExample();
  const astray = [...BACKGROUND_WORDS].filter(([word, share]) => {
    const now = counted.get(word) ?? 0;
    // The nearest power of a half may be half a class off by itself.
    return now === 0 || Math.abs(Math.log2(now / share)) > 1.5;
  });
  expect(BACKGROUND_WORDS.size).toBeGreaterThan(500);
  expect(astray).toEqual([]);
});
