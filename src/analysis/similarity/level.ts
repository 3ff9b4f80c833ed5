/**
 * Weighted occurrences are kept as levels, half a doubling apart: what a word weighs in a document grows with the logarithm of
 * its occurrences (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988), and a level packs into
 * four bits.
 */
export const LEVELS = 16;

const PER_DOUBLING = 2;

/** The level of a weighted number of occurrences: 1 for what hardly occurs, at most 15. */
export function levelOf(count: number): number {
  return Math.max(1, Math.min(LEVELS - 1, Math.round(PER_DOUBLING * Math.log2(1 + count))));
}

/** The number of occurrences that a level stands for. */
export function countOf(level: number): number {
  return 2 ** (level / PER_DOUBLING) - 1;
}

/** What a number of occurrences weighs: 1 for one. */
export function weightOf(count: number): number {
  return Math.log2(1 + count);
}
