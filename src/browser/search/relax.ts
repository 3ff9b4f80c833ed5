import type { KnownWord } from './words.ts';

/** A page that holds some of the words of a query. */
export interface NearPage {
  page: string;
  held: string[];
  missing: string[];
}

/** A page that tells less than this share of what the best one tells is no answer to the query. */
const WORTH_SHOWING = 0.5;

const MOST_PAGES = 30;

/**
 * The pages that hold the most telling words of `known`, for when no page holds them all. A word tells more the fewer
 * pages hold it: its weight is the inverse document frequency of BM25, ln(1 + (N - n + 0.5) / (n + 0.5)) with N pages in
 * all and n that hold it, so that a word on every page weighs next to nothing. A page weighs the sum of its words.
 */
export function nearPages(known: readonly KnownWord[], pagesInAll: number): NearPage[] {
  const weights = new Map<string, number>();
  for (const { pages } of known) {
    const weight = Math.log(1 + (pagesInAll - pages.size + 0.5) / (pages.size + 0.5));
    for (const page of pages) weights.set(page, (weights.get(page) ?? 0) + weight);
  }
  const ranked = [...weights].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const least = (ranked[0]?.[1] ?? 0) * WORTH_SHOWING;
  return ranked
    .filter(([, weight]) => weight >= least)
    .slice(0, MOST_PAGES)
    .map(([page]) => ({
      page,
      held: known.filter(({ pages }) => pages.has(page)).map(({ word }) => word),
      missing: known.filter(({ pages }) => !pages.has(page)).map(({ word }) => word),
    }));
}
