import { backgroundShares } from './background.ts';
import type { SimilarDocument } from './document.ts';
import { type FeatureNumbers, numberFeatures } from './features.ts';
import { weightOf } from './level.ts';
import { priorOf, rarityOf } from './rarity.ts';
import { type Vocabulary, vocabularyWith } from './synonym-groups.ts';
import { keyOfSpelling, type TermCount, termsOfDocument } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface CountOptions {
  /** The team's own groups of synonyms: words that mean the same. */
  synonyms?: readonly (readonly string[])[];
  /** True for an order that hardly changes when another document is added; else it is a little better. */
  steady?: boolean;
}

export type Terms = ReadonlyMap<string, TermCount>;

/** The terms of an archive, counted: what an index is packed from, whole or with the most telling terms only. */
export interface CountedArchive {
  /** In the order of their dates. */
  documents: SimilarDocument[];
  /** The terms of each document. */
  terms: Terms[];
  /** How many documents there are. */
  size: number;
  /** How many incidents from elsewhere are counted with it there, and among the holders of features. */
  prior: number;
  steady: boolean;
  synonyms: string[][];
  vocabulary: Vocabulary;
  /** The keys of all terms, rising, how each is spelled, and the tokens of its spelling. */
  keys: string[];
  spelled: string[];
  tokens: Token[][];
  /** How many documents have each term, by its key. */
  holders: ReadonlyMap<string, number>;
  /** The features of all keys, and how many documents have each, with those of the prior. */
  features: FeatureNumbers;
  featureHolders: number[];
  /** The length of each document as a vector of features. */
  lengths: number[];
}

/**
 * Counts the terms of `documents`. The same documents give the same, in any order.
 * @throws if two documents have one id.
 */
export function countArchive(documents: readonly SimilarDocument[], options: CountOptions = {}): CountedArchive {
  const { synonyms = [], steady = false } = options;
  const ordered = [...documents].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  if (new Set(ordered.map(({ id }) => id)).size < ordered.length) throw new Error('two documents have one id');

  const size = ordered.length;
  const prior = priorOf(steady);
  const vocabulary = vocabularyWith(synonyms);
  const terms = ordered.map((document) => termsOfDocument(document, vocabulary.finder));
  const holders = holdersByKey(terms);
  const keys = [...holders.keys()].sort(compare);
  const spelled = spellingsOf(keys, terms);
  const tokens = spelled.map(tokensOf);
  const features = numberFeatures(keys, tokens, vocabulary);
  const featuresOf = new Map(keys.map((key, word) => [key, features.ofWord[word] ?? []]));
  const counts = terms.map((some) => featureCounts(some, (key) => featuresOf.get(key) ?? []));
  const shares = prior > 0 ? backgroundShares(keys, features, vocabulary) : [];
  const featureHolders = holdersByFeature(counts, features.count).map(
    (having, feature) => having + Math.round(prior * (shares[feature] ?? 0)),
  );
  // What only one document holds cannot be shared, and says nothing of how alike another could be; but tomorrow another may.
  const squares = featureHolders.map((having) => (having > 1 || steady ? rarityOf(having, size, prior) ** 2 : 0));
  return {
    documents: ordered,
    terms,
    size,
    prior,
    steady,
    synonyms: synonyms.map((group) => [...group]),
    vocabulary,
    keys,
    spelled,
    tokens,
    holders,
    features,
    featureHolders,
    lengths: counts.map((some) => lengthOf(some, squares)),
  };
}

/** How many documents have each term. */
function holdersByKey(all: readonly Terms[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const terms of all) for (const key of terms.keys()) holders.set(key, (holders.get(key) ?? 0) + 1);
  return holders;
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

/** The order of keys and ids. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
