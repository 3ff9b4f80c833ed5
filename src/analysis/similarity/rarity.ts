/**
 * How many documents an archive of `count` is taken to have. A steady one has a power of two, so that one more changes nothing;
 * the steps lie away from round numbers (at 46, 91, 182, 363, 725, 1449, …).
 */
export function sizeOf(count: number, steady: boolean): number {
  return steady && count > 0 ? 2 ** Math.round(Math.log2(count)) : count;
}

/** No more documents than this are taken for a matter of chance. */
const MOST_BY_CHANCE = 64;

/** Whether one document has a word or so many is chance: up to the square root of their number. */
function fewOf(size: number): number {
  return Math.min(MOST_BY_CHANCE, Math.sqrt(size));
}

/**
 * How much a word tells that `holders` of `size` documents have: the logarithm of the inverse share. What few have is equally
 * rare.
 */
export function rarityOf(holders: number, size: number): number {
  return Math.log((size + 1.5) / (Math.min(size, Math.max(1, fewOf(size), holders)) + 0.5));
}

/**
 * How much of a word counts where what a document has alone is to count little: `alone` for that, 1 for what more than a few
 * have. In a steady archive it rises by small steps, as a second document may have the word tomorrow.
 */
export function sharedness(holders: number, size: number, alone: number, steady: boolean): number {
  if (!steady) return holders > 1 ? 1 : alone;
  return alone + (1 - alone) * Math.min(1, Math.max(0, holders - 1) / fewOf(size));
}
