import { BACKGROUND_WORDS } from './background-words.ts';
import { type FeatureNumbers, numberFeatures } from './features.ts';
import type { Vocabulary } from './synonym-groups.ts';
import { tokensOf } from './tokens.ts';

/**
 * What teams run on and with. How much of it an archive names differs from one to the next, so that the share is a guess in
 * place of a count: where nearly all incidents name Kubernetes, one more that does moves little.
 */
const PLATFORM_SHARE = 1 / 8;
const PLATFORM = `
alertmanager ansible api apis aws azure bash build builds cd chart ci cloud cluster clusters config configuration container
containers deploy deployed deployment deployments dev docker ec2 eks endpoint environment gcp git github gitlab gke google
grafana helm host hosts image images ingress instance jenkins k8s kubectl kubernetes namespace namespaces nginx node nodes
pipeline pod pods prod production prometheus proxy rds registry release repo repository rollout s3 server servers slack
staging terraform test version vm vms
`;

/** The words that are known to be common, each with its share of incidents elsewhere. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ...BACKGROUND_WORDS,
  ...PLATFORM.trim()
    .split(/\s+/)
    .map((word) => [word, PLATFORM_SHARE] as const),
]);

/**
 * For each feature of an archive, the share of incidents elsewhere that have it; 0 for what is not known to be common. That of a
 * stem or a group is at least that of its commonest word: words are taken to come independently of each other.
 */
export function backgroundShares(
  keys: readonly string[],
  features: Pick<FeatureNumbers, 'count' | 'ofStem' | 'ofGroup'>,
  vocabulary: Vocabulary,
): Float64Array {
  const words = [...SHARES.keys()];
  const numbers = numberFeatures(words, words.map(tokensOf), vocabulary);
  const without = new Float64Array(numbers.count).fill(1);
  for (const [word, having] of numbers.ofWord.entries()) {
    const share = SHARES.get(words[word] ?? '') ?? 0;
    for (const feature of having) without[feature] = (without[feature] ?? 1) * (1 - share);
  }
  const shares = new Float64Array(features.count);
  const share = (of: number | undefined): number => (of === undefined ? 0 : 1 - (without[of] ?? 1));
  for (const [word, key] of keys.entries()) shares[word] = SHARES.get(key) ?? 0;
  for (const [stem, feature] of features.ofStem) shares[feature] = share(numbers.ofStem.get(stem));
  for (const [group, feature] of features.ofGroup) shares[feature] = share(numbers.ofGroup.get(group));
  return shares;
}
