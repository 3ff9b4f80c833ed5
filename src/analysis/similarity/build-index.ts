import type { Facet, SimilarDocument } from './document.ts';
import { numberFeatures } from './features.ts';
import { levelOf, weightOf } from './level.ts';
import {
  gapsOf,
  LENGTH_SCALE,
  PACKED_VERSION,
  type PackedIndex,
  packLevels,
  packNumbers,
  packTexts,
} from './packed.ts';
import { rarityOf, sharedness, sizeOf } from './rarity.ts';
import { vocabularyWith } from './synonym-groups.ts';
import { keyOfSpelling, type TermCount, termsOfDocument } from './terms.ts';
import { tokensOf } from './tokens.ts';

export interface BuildOptions {
  /** The team's own groups of synonyms: words that mean the same. */
  synonyms?: readonly (readonly string[])[];
  /** True for an order that hardly changes when another document is added; else it is a little better. */
  steady?: boolean;
  /** How many terms of each document are kept, those that tell most about it. All, if it is left out. */
  keep?: number;
}

/** So many terms of all documents together are kept for a browser, but no fewer than so many of each. */
const SITE_TERMS = 64_000;
const SITE_TERMS_EACH = 84;

/** How the index of a site is built: steady, and small enough to be sent to a browser. */
export function siteOptions(documents: number): Required<Pick<BuildOptions, 'steady' | 'keep'>> {
  const keep = Math.floor(SITE_TERMS / Math.max(1, sizeOf(documents, true)));
  return { steady: true, keep: Math.max(SITE_TERMS_EACH, keep) };
}

/** What only one document holds can be asked for, but makes it like no other. A steady index does not tell it apart. */
const WORTH_ALONE = 0.5;

/** What only one document holds cannot be shared, and says little of how alike another could be. In shares of its square. */
const LENGTH_ALONE = { steady: 0.2, else: 0 };

type Terms = ReadonlyMap<string, TermCount>;

/**
 * An index of `documents`, in the order of their dates. The same documents give the same index, in any order.
 * @throws if two documents have one id.
 */
export function buildIndex(documents: readonly SimilarDocument[], options: BuildOptions = {}): PackedIndex {
  const { synonyms = [], steady = false, keep = Infinity } = options;
  const ordered = [...documents].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const ids = ordered.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error('two documents have one id');

  const size = sizeOf(ids.length, steady);
  const vocabulary = vocabularyWith(synonyms);
  const all = ordered.map((document) => termsOfDocument(document, vocabulary.finder));
  const holders = holdersByKey(all);
  const worthOf = (key: string): number => {
    const having = holders.get(key) ?? 1;
    return rarityOf(having, size) * (steady || having > 1 ? 1 : WORTH_ALONE);
  };
  const kept = all.map((terms) => worthiest(terms, worthOf, keep));

  // Features are counted in all terms, also where only some are kept.
  const keys = [...holders.keys()].sort(compare);
  const spelled = spellingsOf(keys, all);
  const tokens = spelled.map(tokensOf);
  const { count, ofWord } = numberFeatures(keys, tokens, vocabulary);
  const featuresOf = new Map(keys.map((key, word) => [key, ofWord[word] ?? []]));
  const counts = all.map((terms) => featureCounts(terms, (key) => featuresOf.get(key) ?? []));
  const featureHolders = holdersByFeature(counts, count);
  const squares = featureHolders.map((having) => {
    const alone = steady ? LENGTH_ALONE.steady : LENGTH_ALONE.else;
    return rarityOf(having, size) ** 2 * sharedness(having, size, alone, steady);
  });

  const postings = postingsOf(kept, all);
  const words = keys.flatMap((key, word) => (postings.has(key) ? [word] : []));
  const lists = words.map((word) => postings.get(keys[word] ?? '') ?? []);
  const packed = numberFeatures(
    words.map((word) => keys[word] ?? ''),
    words.map((word) => tokens[word] ?? []),
    vocabulary,
  );
  const packedHolders = new Array<number>(packed.count).fill(0);
  for (const [i, features] of packed.ofWord.entries()) {
    const same = ofWord[words[i] ?? 0] ?? [];
    for (const [j, feature] of features.entries()) packedHolders[feature] = featureHolders[same[j] ?? 0] ?? 0;
  }
  return {
    version: PACKED_VERSION,
    size,
    ids,
    dates: ordered.map(({ date }) => date),
    fixed: ordered.map(({ fixed }) => (fixed ? '1' : '0')).join(''),
    words: packTexts(words.map((word) => spelled[word] ?? '')),
    holders: packNumbers(packedHolders),
    postings: packNumbers(lists.flatMap((list) => [list.length, ...gapsOf(list.map(({ place }) => place))])),
    levels: packLevels(lists.flatMap((list) => list.map(({ level }) => level))),
    lengths: packNumbers(counts.map((features) => Math.round(LENGTH_SCALE * lengthOf(features, squares)))),
    facets: facetsOf(ordered),
    signals: ordered.map(({ signals }) => signals),
    synonyms: synonyms.map((group) => [...group]),
  };
}

/** How many documents have each term. */
function holdersByKey(all: readonly Terms[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const terms of all) for (const key of terms.keys()) holders.set(key, (holders.get(key) ?? 0) + 1);
  return holders;
}

/** The terms of a document that are kept: those with the greatest weight in the archive, ties by their key. */
function worthiest(terms: Terms, worthOf: (key: string) => number, keep: number): string[] {
  if (terms.size <= keep) return [...terms.keys()];
  const worth = [...terms].map(([key, { count }]) => ({ key, worth: levelOf(count) * worthOf(key) }));
  worth.sort((a, b) => b.worth - a.worth || compare(a.key, b.key));
  return worth.slice(0, keep).map(({ key }) => key);
}

function postingsOf(kept: readonly string[][], all: readonly Terms[]): Map<string, { place: number; level: number }[]> {
  const postings = new Map<string, { place: number; level: number }[]>();
  for (const [place, keys] of kept.entries()) {
    for (const key of keys) {
      const list = postings.get(key) ?? [];
      postings.set(key, list);
      list.push({ place, level: levelOf(all[place]?.get(key)?.count ?? 0) });
    }
  }
  return postings;
}

/** For each key the spelling that most documents use; the key itself where that spelling would be read as another word. */
function spellingsOf(keys: readonly string[], all: readonly Terms[]): string[] {
  const seen = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map()]));
  for (const terms of all) {
    for (const [key, { spelled }] of terms) {
      const spellings = seen.get(key);
      spellings?.set(spelled, (spellings.get(spelled) ?? 0) + 1);
    }
  }
  return keys.map((key) => {
    const [most = key] = [...(seen.get(key) ?? [])].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? [];
    return keyOfSpelling(most) === key ? most : key;
  });
}

/** What a document has of each feature: the occurrences of its terms added up. */
function featureCounts(terms: Terms, featuresOf: (key: string) => readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [key, { count }] of terms) {
    for (const feature of featuresOf(key)) counts.set(feature, (counts.get(feature) ?? 0) + count);
  }
  return counts;
}

function holdersByFeature(counts: readonly Map<number, number>[], features: number): number[] {
  const holders = new Array<number>(features).fill(0);
  for (const having of counts) for (const feature of having.keys()) holders[feature] = (holders[feature] ?? 0) + 1;
  return holders;
}

/** The length of a document as a vector, given what the square of one unit of each feature counts. */
function lengthOf(counts: Map<number, number>, squares: readonly number[]): number {
  let sum = 0;
  for (const [feature, count] of counts) sum += weightOf(count) ** 2 * (squares[feature] ?? 0);
  return Math.sqrt(sum);
}

function facetsOf(documents: readonly SimilarDocument[]): PackedIndex['facets'] {
  const facets = new Map<string, { facet: Facet; places: number[] }>();
  for (const [place, document] of documents.entries()) {
    for (const facet of document.facets) {
      const key = `${facet.kind} ${facet.id}`;
      const named = facets.get(key) ?? { facet, places: [] };
      facets.set(key, named);
      if (named.places.at(-1) !== place) named.places.push(place);
    }
  }
  return [...facets]
    .sort((a, b) => compare(a[0], b[0]))
    .map(([, { facet, places }]) => ({
      kind: facet.kind,
      id: facet.id,
      name: facet.name,
      documents: packNumbers(gapsOf(places)),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
