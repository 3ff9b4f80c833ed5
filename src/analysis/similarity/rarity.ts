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

/**
 * Whether one document has a word or so many is chance: up to the square root of their number. Beside a prior the bound is a line
 * that hardly rises: a square root would rise with each document added to a small archive, and move all rare words against all
 * common ones.
 */
function fewOf(size: number, prior: number): number {
  return Math.min(MOST_BY_CHANCE, prior > 0 ? 10 + size / 50 : Math.sqrt(size));
}

/**
 * How much a word tells that `holders` of `size` documents have: the logarithm of the inverse share. What few have is equally
 * rare. `prior` documents from elsewhere are counted with them, and among the holders.
 */
export function rarityOf(holders: number, size: number, prior = 0): number {
  const all = size + prior;
  return Math.log((all + 1.5) / (Math.min(all, Math.max(1, fewOf(size, prior), holders)) + 0.5));
}
