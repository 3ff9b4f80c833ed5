/**
 * How many documents an archive of `count` is taken to have. A steady one has a power of two, so that one more changes nothing;
 * the steps lie away from round numbers (at 46, 91, 182, 363, 725, 1449, …).
 */
export function sizeOf(count: number, steady: boolean): number {
  return steady && count > 0 ? 2 ** Math.round(Math.log2(count)) : count;
}

/**
 * How many incidents from elsewhere are counted with a steady archive, as a prior: in thirty documents one more moves what is rare,
 * beside two hundred it hardly does (a Dirichlet prior, as in Zhai and Lafferty, ACM Transactions on Information Systems 22,
 * 2004).
 */
export function priorOf(steady: boolean): number {
  return steady ? 200 : 0;
}

/** No more documents than this are taken for a matter of chance. */
const MOST_BY_CHANCE = 64;

/** Whether one document has a word or so many is chance: up to the square root of their number. */
function fewOf(size: number): number {
  return Math.min(MOST_BY_CHANCE, Math.sqrt(size));
}

/**
 * How much a word tells that `holders` of `size` documents have: the logarithm of the inverse share. What few have is equally
 * rare. `prior` documents from elsewhere are counted with them, and among the holders.
 */
export function rarityOf(holders: number, size: number, prior = 0): number {
  const all = size + prior;
  return Math.log((all + 1.5) / (Math.min(all, Math.max(1, fewOf(size), holders)) + 0.5));
}
