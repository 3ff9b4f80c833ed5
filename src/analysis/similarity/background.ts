import { BACKGROUND_WORDS } from './background-words.ts';
import { type FeatureNumbers, numberFeatures } from './features.ts';
import type { Vocabulary } from './synonym-groups.ts';
import { tokensOf } from './tokens.ts';

/**
 * For each feature of an archive, the share of incidents elsewhere that have it; 0 for what is not known to be common. That of a
 * stem or a group is at least that of its commonest word: words are taken to come independently of each other.
 */
export function backgroundShares(
  keys: readonly string[],
  features: FeatureNumbers,
  vocabulary: Vocabulary,
): Float64Array {
  const words = [...BACKGROUND_WORDS.keys()];
  const numbers = numberFeatures(words, words.map(tokensOf), vocabulary);
  const without = new Float64Array(numbers.count).fill(1);
  for (const [word, having] of numbers.ofWord.entries()) {
    const share = BACKGROUND_WORDS.get(words[word] ?? '') ?? 0;
    for (const feature of having) without[feature] = (without[feature] ?? 1) * (1 - share);
  }
  const shares = new Float64Array(features.count);
  const share = (of: number | undefined): number => (of === undefined ? 0 : 1 - (without[of] ?? 1));
  for (const [word, key] of keys.entries()) shares[word] = BACKGROUND_WORDS.get(key) ?? 0;
  for (const [stem, feature] of features.ofStem) shares[feature] = share(numbers.ofStem.get(stem));
  for (const [group, feature] of features.ofGroup) shares[feature] = share(numbers.ofGroup.get(group));
  return shares;
}
