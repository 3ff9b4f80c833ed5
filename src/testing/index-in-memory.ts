import type { Found, HitData, OpenIndex } from '../browser/search/client.ts';
import type { Choices } from '../browser/search/state.ts';

/** A page of an index in memory: its words, and the values of its filters. */
export interface MemoryPage {
  id: string;
  text: string;
  filters?: Record<string, string[]>;
}

/**
 * An index that answers as Pagefind does, without stems: all words must be on a page, a word stands for every word that
 * begins with it, and a word of which there is none is silently cut down to the longest beginning that there is.
 */
export function indexInMemory(pages: readonly MemoryPage[]): OpenIndex {
  const wordsOf = (page: MemoryPage): string[] => page.text.split(/\s+/).map(plain).filter(Boolean);
  const all = [...new Set(pages.flatMap(wordsOf))];

  const meant = (term: string): string[] => {
    const longer = all.filter((word) => word.startsWith(term));
    if (longer.length > 0) return longer;
    const shorter = all.filter((word) => term.startsWith(word)).sort((a, b) => b.length - a.length);
    return shorter.slice(0, 1);
  };

  const matches = (page: MemoryPage, text: string | null): boolean => {
    if (text === null) return true;
    const words = wordsOf(page);
    const phrase = /^"(.*)"$/.exec(text)?.[1];
    if (phrase !== undefined) return ` ${words.join(' ')} `.includes(` ${phrase.split(/\s+/).map(plain).join(' ')} `);
    const groups = text.split(/\s+/).map((term) => meant(plain(term)));
    const known = groups.filter((group) => group.length > 0);
    return known.length > 0 && known.every((group) => group.some((word) => words.includes(word)));
  };

  const fits = (page: MemoryPage, choices: Choices): boolean =>
    Object.entries(choices).every(([facet, any]) => any.some((value) => page.filters?.[facet]?.includes(value)));

  const dataOf = (page: MemoryPage, text: string | null): HitData => {
    const marked = new Set(
      (text ?? '')
        .replaceAll('"', '')
        .split(/\s+/)
        .flatMap((term) => meant(plain(term))),
    );
    const excerpt = page.text
      .split(/\s+/)
      .map((word) => (marked.has(plain(word)) ? `<mark>${word}</mark>` : word))
      .join(' ');
    return { url: `/${page.id}/`, excerpt, meta: { title: page.id }, filters: page.filters ?? {}, sub_results: [] };
  };

  return {
    digest: '0',
    pages: pages.length,
    async search(text, choices): Promise<Found> {
      const found = pages.filter((page) => matches(page, text) && fits(page, choices));
      const counts: Found['counts'] = {};
      for (const page of found) {
        for (const [facet, values] of Object.entries(page.filters ?? {})) {
          const count = counts[facet] ?? {};
          counts[facet] = count;
          for (const value of values) count[value] = (count[value] ?? 0) + 1;
        }
      }
      return { hits: found.map((page) => ({ id: page.id, data: async () => dataOf(page, text) })), counts };
    },
  };
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '');
}
