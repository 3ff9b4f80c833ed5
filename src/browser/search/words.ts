import { distance } from 'fastest-levenshtein';
import type { OpenIndex } from './client.ts';
import { markedWords } from './excerpt.ts';
import { partsOf } from './paste.ts';

/** A word that the index has, and the pages that hold it. */
export interface KnownWord {
  word: string;
  pages: ReadonlySet<string>;
}

/** What became of each word of a query. */
export interface Recognised {
  known: KnownWord[];
  /** Words that no page holds. */
  unknown: string[];
  /** Words that no page holds, and what was searched in their place: their parts, or a word that is spelled nearly so. */
  readAs: { from: string; to: string[] }[];
}

/** A word of which less than this share was found is another word. */
const SAME_START = 0.7;

/**
 * Asks the index for each word by itself. This is not Pagefind's own opinion: for a word it does not have, it searches the
 * longest beginning that it does have, be it one letter, and does not say so.
 */
export async function recognise(words: readonly string[], index: OpenIndex): Promise<Recognised> {
  const known = new Map<string, KnownWord>();
  const unknown: string[] = [];
  const readAs: Recognised['readAs'] = [];
  const learn = async (word: string): Promise<boolean> => {
    const pages = known.get(word)?.pages ?? (await pagesWith(word, index));
    if (pages.size > 0) known.set(word, { word, pages });
    return pages.size > 0;
  };
  for (const word of words) {
    if (await learn(word)) continue;
    const parts: string[] = [];
    for (const part of partsOf(word)) if (await learn(part)) parts.push(part);
    const instead = parts.length > 0 ? parts : await nearestWord(word, index);
    for (const other of instead) await learn(other);
    if (instead.length > 0) readAs.push({ from: word, to: instead });
    else unknown.push(word);
  }
  return { known: [...known.values()], unknown, readAs };
}

/** The pages that hold `word`, or a word that begins with it; none if the index has neither. */
async function pagesWith(word: string, index: OpenIndex): Promise<Set<string>> {
  const whole = await index.search(`"${word}"`, {});
  if (whole.hits.length > 0) return new Set(whole.hits.map((hit) => hit.id));
  const beginning = await matches(word, index);
  const start = plain(word).slice(0, Math.max(4, Math.ceil(plain(word).length * SAME_START)));
  return beginning.words.some((match) => match.includes(start)) ? beginning.pages : new Set();
}

/** A word of the index that differs from `word` by a slip or two, but not at its beginning. */
async function nearestWord(word: string, index: OpenIndex): Promise<string[]> {
  const wanted = plain(word);
  if (!/^\p{L}{5,}$/u.test(wanted)) return [];
  for (let length = wanted.length - 1; length >= Math.max(4, Math.ceil(wanted.length / 2)); length -= 1) {
    const start = wanted.slice(0, length);
    const near = (await matches(start, index)).words
      .filter((match) => match.startsWith(start) && distance(match, wanted) <= (wanted.length > 5 ? 2 : 1))
      .sort((a, b) => distance(a, wanted) - distance(b, wanted) || (a < b ? -1 : 1));
    if (near[0]) return [near[0]];
  }
  return [];
}

/** The pages Pagefind finds for one word, and the words in the first of them that it found. */
async function matches(word: string, index: OpenIndex): Promise<{ pages: Set<string>; words: string[] }> {
  const { hits } = await index.search(word, {});
  const first = await hits[0]?.data();
  if (!first) return { pages: new Set(), words: [] };
  const marked = [first, ...first.sub_results].flatMap(({ excerpt }) => markedWords(excerpt));
  // Pagefind marks nothing in metadata, so what stands there is compared whole.
  const described = Object.values(first.meta).flatMap((value) => value.split(/\s+/));
  const inText = marked.map(plain);
  const wanted = plain(word);
  return {
    pages: new Set(hits.map((hit) => hit.id)),
    words: [...inText, ...described.map(plain).filter((text) => text.includes(wanted))],
  };
}

/** As Pagefind compares words: without case, accents and punctuation. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
