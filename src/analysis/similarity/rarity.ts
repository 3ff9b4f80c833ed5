/** Which documents say what is rare: all, or the oldest. */
export type Judges = 'all' | 'oldest';

/**
 * How many documents, the oldest first, say what is rare. With `oldest` it is a round number of them, at least four fifths:
 * an incident that is added at the end then changes nothing about the order of the others, until their number has grown by
 * a quarter. That costs a little precision in a small archive.
 */
export function judgesOf(size: number, judges: Judges): number {
  if (judges === 'all' || size < 8) return size;
  const decade = 10 ** Math.floor(Math.log10(size));
  // Third octaves: each step is about a quarter more than the one before (the preferred numbers R10 of ISO 3).
  const steps = [8, 6.4, 5, 4, 3.2, 2.5, 2, 1.6, 1.25, 1, 0.8];
  return Math.round(decade * (steps.find((step) => decade * step <= size) ?? 1));
}

/** So many documents must have a word that the judges do not know before it is no longer taken for rare. */
const COMMON_SINCE = 8;

/**
 * How many documents are taken to have a word that `judging` judges and `all` documents have. What the judges do not know,
 * such as the headings of a new template, is counted among all, in doublings.
 */
export function holdersOf(judging: number, all: number): number {
  if (judging >= 2 || all < COMMON_SINCE) return judging >= 2 ? judging : Math.min(1, all);
  return 2 ** Math.floor(Math.log2(all));
}

/** No more documents than this are taken for a matter of chance. */
const MOST_BY_CHANCE = 16;

/**
 * How much a word tells that `holders` of `judges` documents have: the logarithm of the inverse share. Whether one document
 * has a word or a few is chance, up to the square root of their number; those words are equally rare.
 */
export function rarityOf(holders: number, judges: number): number {
  const few = Math.min(MOST_BY_CHANCE, Math.sqrt(judges));
  return Math.log((judges + 1.5) / (Math.min(judges, Math.max(1, few, holders)) + 0.5));
}
