import type { FacetKind } from './document.ts';
import { numberFeatures } from './features.ts';
import { countOf, weightOf } from './level.ts';
import {
  LENGTH_SCALE,
  levelAt,
  numberReader,
  PACKED_VERSION,
  type PackedIndex,
  unpackRising,
  unpackTexts,
} from './packed.ts';
import { rarityOf } from './rarity.ts';
import { type Vocabulary, vocabularyWith } from './synonym-groups.ts';
import { keyOfTokens } from './terms.ts';
import { tokensOf } from './tokens.ts';

/** Something that two texts may have in common: a word, a stem, or a group of synonyms. */
export interface Feature {
  /** The documents that have it, rising. */
  documents: Uint32Array;
  /** What it weighs in each of them, before rarity. */
  weights: Float32Array;
  /** How much it tells, by how few documents have it. */
  rarity: number;
  /** How many documents have it, with those of the prior. */
  holders: number;
  /** The words it stands for: one for a word, several for a stem or a group. */
  words: readonly number[];
}

export interface SimilarityIndex {
  ids: string[];
  /** How many documents there are. */
  size: number;
  /** How many incidents from elsewhere are counted with them where the rarity of a word is measured. */
  prior: number;
  /** The place of each document by its id. */
  placeOf: ReadonlyMap<string, number>;
  dates: string[];
  fixed: boolean[];
  /** Words as they are spelled, by their number. */
  spelled: string[];
  /** Keys of the words, rising. */
  keys: string[];
  features: Feature[];
  /** Numbers of features: of a word by its key, of a stem, of a group of synonyms. */
  ofWord: ReadonlyMap<string, number>;
  ofStem: ReadonlyMap<string, number>;
  ofGroup: ReadonlyMap<number, number>;
  /** True for a feature that means things of one kind: alike, but not the same. */
  isKind(feature: number): boolean;
  /** The groups of synonyms that a word belongs to, both by their number: none if it is no word of the trade. */
  groupsOf(word: number): readonly number[];
  /** The length of each document as a vector of features. */
  lengths: Float64Array;
  meanLength: number;
  /** The features of a document, rising, and what each weighs in it. */
  featuresOf(place: number): { features: Uint32Array; weights: Float32Array };
  facets: { kind: FacetKind; id: string; name: string; otherNames: string[]; documents: number[] }[];
  signals: string[][];
  /** The words of signals with their rarities, as far as they were asked for. */
  signalWords: Map<string, Map<string, number>>;
  vocabulary: Vocabulary;
}

/**
 * Opens an index for questions.
 * @throws if it was packed by another version.
 */
export function openIndex(packed: PackedIndex): SimilarityIndex {
  const { version, ids, size, prior } = packed;
  if (version !== PACKED_VERSION) throw new Error(`the index has version ${version}, expected ${PACKED_VERSION}`);
  const vocabulary = vocabularyWith(packed.synonyms);
  const spelled = unpackTexts(packed.words);
  const tokens = spelled.map(tokensOf);
  const keys = spelled.map((word, i) => keyOfTokens(tokens[i] ?? []) || word);
  const { count, ofWord, ofStem, ofGroup } = numberFeatures(keys, tokens, vocabulary);

  const words = postingsOf(packed, keys.length);
  const holders = numberReader(packed.holders);
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [word, features] of ofWord.entries()) for (const feature of features) members[feature]?.push(word);
  const merge = merger(ids.length, words);
  const features = members.map((some): Feature => {
    const having = holders();
    return { ...merge(some), holders: having, rarity: rarityOf(having, size, prior), words: some };
  });

  const length = numberReader(packed.lengths);
  const lengths = Float64Array.from(ids, () => length() / LENGTH_SCALE || 1);
  const kinds = new Set([...ofGroup].filter(([group]) => vocabulary.isKind(group)).map(([, feature]) => feature));
  const groups = new Set([...ofGroup].filter(([group]) => !vocabulary.isKind(group)).map(([, feature]) => feature));
  return {
    ids,
    size,
    prior,
    placeOf: new Map(ids.map((id, place) => [id, place])),
    dates: packed.dates,
    fixed: [...packed.fixed].map((digit) => digit === '1'),
    spelled,
    keys,
    features,
    ofWord: new Map(keys.map((key, word) => [key, word])),
    ofStem,
    ofGroup,
    isKind: (feature) => kinds.has(feature),
    groupsOf: (word) => ofWord[word]?.filter((feature) => groups.has(feature)) ?? [],
    lengths,
    meanLength: lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, ids.length),
    featuresOf: inverter(features, ids.length),
    facets: packed.facets.map((facet) => ({ ...facet, documents: unpackRising(facet.documents) })),
    signals: packed.signals,
    signalWords: new Map(),
    vocabulary,
  };
}

/** The documents that hold a word, and how often. */
interface Postings {
  documents: Uint32Array;
  counts: Float32Array;
}

function postingsOf({ postings, levels }: PackedIndex, words: number): Postings[] {
  const read = numberReader(postings);
  let at = 0;
  return Array.from({ length: words }, () => {
    const documents = new Uint32Array(read());
    const counts = new Float32Array(documents.length);
    let document = -1;
    for (let i = 0; i < documents.length; i += 1) {
      document += read() + 1;
      documents[i] = document;
      counts[i] = countOf(levelAt(levels, at));
      at += 1;
    }
    return { documents, counts };
  });
}

/** Makes one feature of several words: what they occur in a document adds up. */
function merger(
  size: number,
  postings: readonly Postings[],
): (words: readonly number[]) => Pick<Feature, 'documents' | 'weights'> {
  const sums = new Float64Array(size);
  return (words) => {
    const [first] = words;
    const only = words.length === 1 ? postings[first ?? 0] : undefined;
    if (only) return { documents: only.documents, weights: only.counts.map(weightOf) };
    const touched: number[] = [];
    for (const word of words) {
      const { documents, counts } = postings[word] ?? { documents: [], counts: [] };
      for (let i = 0; i < documents.length; i += 1) {
        const document = documents[i] ?? 0;
        if (sums[document] === 0) touched.push(document);
        sums[document] = (sums[document] ?? 0) + (counts[i] ?? 0);
      }
    }
    const documents = Uint32Array.from(touched).sort();
    const weights = Float32Array.from(documents, (document) => weightOf(sums[document] ?? 0));
    for (const document of touched) sums[document] = 0;
    return { documents, weights };
  };
}

/** What documents have: of each the numbers of its features, rising, and what each weighs in it. */
interface Rows {
  /** Where the row of each document starts, and where the last one ends. */
  starts: Uint32Array;
  features: Uint32Array;
  weights: Float32Array;
}

/** Turns lists of documents by feature into lists of features by document, once, when it is first asked. */
function inverter(features: readonly Feature[], size: number): SimilarityIndex['featuresOf'] {
  let rows: Rows | undefined;
  return (place) => {
    rows ??= rowsOf(features, size);
    const [start, end] = [rows.starts[place] ?? 0, rows.starts[place + 1] ?? 0];
    return { features: rows.features.subarray(start, end), weights: rows.weights.subarray(start, end) };
  };
}

function rowsOf(features: readonly Feature[], size: number): Rows {
  const starts = new Uint32Array(size + 1);
  for (const { documents } of features) {
    for (const document of documents) starts[document + 1] = (starts[document + 1] ?? 0) + 1;
  }
  for (let place = 0; place < size; place += 1) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const rows = { starts, features: new Uint32Array(starts[size] ?? 0), weights: new Float32Array(starts[size] ?? 0) };
  for (const [feature, { documents, weights }] of features.entries()) {
    for (let i = 0; i < documents.length; i += 1) {
      const document = documents[i] ?? 0;
      const at = next[document] ?? 0;
      next[document] = at + 1;
      rows.features[at] = feature;
      rows.weights[at] = weights[i] ?? 0;
    }
  }
  return rows;
}
