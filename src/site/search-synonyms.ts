import type { Synonyms } from '../model/site.ts';

/**
 * The words that mean the same as something in `text`, and are not in it: with them, a page that says "out of memory" is
 * found by "oom". A key of the table and its values all mean the same.
 */
export function synonymsOf(text: string, synonyms: Synonyms): string[] {
  const said = ` ${wordsOf(text)} `;
  const isSaid = (term: string): boolean => said.includes(` ${wordsOf(term)} `);
  const found = new Set<string>();
  for (const [key, values] of Object.entries(synonyms)) {
    const terms = [key, ...values];
    if (!terms.some(isSaid)) continue;
    for (const term of terms) if (!isSaid(term)) found.add(term);
  }
  return [...found].sort();
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}
