import { stemOf } from './stem.ts';
import type { Vocabulary } from './synonym-groups.ts';
import type { Token } from './tokens.ts';

/**
 * Features of an archive are numbered: first its words, then their stems, then the groups of synonyms they belong to. What
 * each word stands for, by its number: itself, its stem, its groups.
 */
export interface FeatureNumbers {
  /** How many features there are. */
  count: number;
  /** The features of each word. */
  ofWord: number[][];
  ofStem: ReadonlyMap<string, number>;
  ofGroup: ReadonlyMap<number, number>;
}

/** Numbers the features of words, given the key of each and the tokens of its spelling. The same words give the same numbers. */
export function numberFeatures(
  keys: readonly string[],
  tokens: readonly (readonly Token[])[],
  { finder }: Vocabulary,
): FeatureNumbers {
  let count = keys.length;
  const ofStem = new Map<string, number>();
  const ofGroup = new Map<number, number>();
  const numberIn = <Key>(numbers: Map<Key, number>, key: Key): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, count);
    count += 1;
    return count - 1;
  };
  const ofWord = keys.map((key, word) => {
    const stem = stemOf(key);
    return stem === undefined ? [word] : [word, numberIn(ofStem, stem)];
  });
  for (const [word, features] of ofWord.entries()) {
    for (const group of finder.meaning(tokens[word] ?? [])) features.push(numberIn(ofGroup, group));
  }
  return { count, ofWord, ofStem, ofGroup };
}
