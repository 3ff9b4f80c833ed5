import MiniSearch from 'minisearch';
import {
  buildIndex,
  cleanPaste,
  openIndex,
  type SimilarDocument,
  searchSimilar,
  similarDocuments,
  siteOptions,
} from '../analysis/similarity/index.ts';
import { textOf } from './similar-corpus.ts';

/** Something that puts the documents of an archive in order. */
export interface System {
  name: string;
  /** The documents like one of them, the best first; it may be among them. */
  likeDocument(id: string): Promise<string[]>;
  /** The documents that answer a text, the best first. */
  likeText(text: string): Promise<string[]>;
  close?(): Promise<void>;
}

/** Cairn, as it ranks any folder, or as it ranks on a site: steady, from an index small enough for a browser. */
export function cairn(documents: readonly SimilarDocument[], onSite = false): System {
  const index = openIndex(buildIndex(documents, onSite ? siteOptions(documents.length) : {}));
  const count = documents.length;
  return {
    name: onSite ? 'Cairn on a site' : 'Cairn',
    likeDocument: async (id) => similarDocuments(index, id, { count }).map((similar) => similar.id),
    likeText: async (text) =>
      searchSimilar(index, cleanPaste(text).kept, { count }).results.map((similar) => similar.id),
  };
}

/** MiniSearch as it comes: two fields, its own tokens, its own BM25, terms joined by OR. */
export function miniSearch(documents: readonly SimilarDocument[]): System {
  const engine = new MiniSearch({ fields: ['text'] });
  engine.addAll(documents.map((document) => ({ id: document.id, text: textOf(document) })));
  const search = async (text: string): Promise<string[]> => engine.search(text).map(({ id }) => String(id));
  return { name: 'MiniSearch', likeDocument: (id) => search(textOfId(documents, id)), likeText: search };
}

/** Cosine of term frequencies weighed by inverse document frequency, nothing else. */
export function tfIdf(documents: readonly SimilarDocument[]): System {
  const counts = documents.map((document) => countsOf(textOf(document)));
  const holders = holdersOf(counts);
  const vectorOf = (words: Map<string, number>): Map<string, number> =>
    unit(
      new Map(
        [...words].map(([word, count]) => [word, count * Math.log(documents.length / (holders.get(word) ?? Infinity))]),
      ),
    );
  const vectors = counts.map(vectorOf);
  const search = async (text: string): Promise<string[]> => {
    const question = vectorOf(new Map([...countsOf(text)].filter(([word]) => holders.has(word))));
    return ordered(documents, (place) => {
      let sum = 0;
      for (const [word, weight] of question) sum += weight * (vectors[place]?.get(word) ?? 0);
      return sum;
    });
  };
  return { name: 'TF-IDF cosine', likeDocument: (id) => search(textOfId(documents, id)), likeText: search };
}

/** Okapi BM25 with k1 = 1.2 and b = 0.75, every word of the question counted as often as it stands there. */
export function bm25(documents: readonly SimilarDocument[]): System {
  const counts = documents.map((document) => countsOf(textOf(document)));
  const holders = holdersOf(counts);
  const lengths = counts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const search = async (text: string): Promise<string[]> => {
    const question = countsOf(text);
    return ordered(documents, (place) => {
      let sum = 0;
      for (const [word, times] of question) {
        const count = counts[place]?.get(word);
        if (!count) continue;
        const holding = holders.get(word) ?? 0;
        const rarity = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
        sum += (times * rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (lengths[place] ?? 0)) / meanLength));
      }
      return sum;
    });
  };
  return { name: 'BM25', likeDocument: (id) => search(textOfId(documents, id)), likeText: search };
}

function textOfId(documents: readonly SimilarDocument[], id: string): string {
  const found = documents.find((document) => document.id === id);
  return found ? textOf(found) : '';
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function holdersOf(counts: readonly Map<string, number>[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return holders;
}

function unit(vector: Map<string, number>): Map<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

/** Ids by score, the best first; what scores nothing is left out. */
function ordered(documents: readonly SimilarDocument[], score: (place: number) => number): string[] {
  return documents
    .map(({ id }, place) => ({ id, score: score(place) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}
