/** How well one question was answered. Each is between 0 and 1. */
export interface Measures {
  /** One over the rank of the first document that is alike. */
  reciprocalRank: number;
  /** The share of those alike among the first five. */
  recallAt5: number;
  /** Discounted cumulative gain of the first ten beside the best order, gains of 2^grade − 1 (Järvelin and Kekäläinen, 2002). */
  ndcgAt10: number;
}

export const MEASURES = ['reciprocalRank', 'recallAt5', 'ndcgAt10'] as const;

/** Judges an order of ids. `grades` are those of all documents that may be found; `least` is the grade that counts as alike. */
export function judge(order: readonly string[], grades: ReadonlyMap<string, number>, least: number): Measures {
  const alike = new Set([...grades].filter(([, grade]) => grade >= least).map(([id]) => id));
  const first = order.findIndex((id) => alike.has(id));
  const best = gain([...grades.values()].sort((a, b) => b - a));
  return {
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recallAt5: alike.size === 0 ? 0 : order.slice(0, 5).filter((id) => alike.has(id)).length / alike.size,
    ndcgAt10: best === 0 ? 0 : gain(order.map((id) => grades.get(id) ?? 0)) / best,
  };
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const RESAMPLES = 10_000;

/**
 * The mean of paired differences with its 95 % interval, by drawing the pairs again with replacement (Efron's bootstrap,
 * percentiles). The draw is the same every time.
 */
export function pairedDifference(
  ours: readonly number[],
  theirs: readonly number[],
): { mean: number; low: number; high: number } {
  const differences = ours.map((value, i) => value - (theirs[i] ?? 0));
  const draw = seeded(20240301);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i += 1) sum += differences[Math.floor(draw() * differences.length)] ?? 0;
    return sum / Math.max(1, differences.length);
  }).sort();
  return {
    mean: mean(differences),
    low: means[Math.floor(RESAMPLES * 0.025)] ?? 0,
    high: means[Math.floor(RESAMPLES * 0.975)] ?? 0,
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
