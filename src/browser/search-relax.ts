import type { KnownWord } from './search-words.ts';

/**
 * The words to search when no page holds all of `known`: those of the page that holds the most telling ones. A word
 * tells more the fewer pages hold it (its inverse document frequency); between equals the page with more words wins.
 */
export function relax(known: readonly KnownWord[], pagesInAll: number): { kept: string[]; leftOut: string[] } {
  const telling = new Map<string, { weight: number; words: number }>();
  for (const { pages } of known) {
    for (const page of pages) {
      const sum = telling.get(page) ?? { weight: 0, words: 0 };
      sum.weight += Math.log(1 + pagesInAll / pages.size);
      sum.words += 1;
      telling.set(page, sum);
    }
  }
  const [best] = [...telling].sort(
    ([a, left], [b, right]) => right.weight - left.weight || right.words - left.words || (a < b ? -1 : 1),
  );
  const held = ({ pages }: KnownWord): boolean => best !== undefined && pages.has(best[0]);
  return {
    kept: known.filter(held).map(({ word }) => word),
    leftOut: known.filter((word) => !held(word)).map(({ word }) => word),
  };
}
