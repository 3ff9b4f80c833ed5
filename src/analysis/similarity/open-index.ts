import type { FacetKind } from './document.ts';
import { countOf, LEVELS, weightOf } from './level.ts';
import { LENGTH_SCALE, numberReader, PACKED_VERSION, type PackedIndex, unpackTexts } from './packed.ts';
import { stemOf } from './stem.ts';
import { finderWith } from './synonym-groups.ts';
import type { SynonymFinder } from './synonyms.ts';
import { keyOfSpelling } from './terms.ts';
import { tokensOf } from './tokens.ts';

/** Something that two texts may have in common: a word, a stem, or a group of synonyms. */
export interface Feature {
  /** The documents that have it, rising. */
  documents: Uint32Array;
  /** What it weighs in each of them, before rarity. */
  weights: Float32Array;
  /** How much it tells, by how few documents have it: the logarithm of the inverse share. */
  rarity: number;
  /** How many documents have it. */
  holders: number;
  /** The words it stands for: one for a word, several for a stem or a group. */
  words: readonly number[];
}

export interface SimilarityIndex {
  ids: string[];
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
  /** The length of each document as a vector of features that some other document has too. */
  lengths: Float64Array;
  meanLength: number;
  /** What a document has, and what each weighs in it. */
  featuresOf(place: number): { feature: number; weight: number }[];
  facets: { kind: FacetKind; id: string; name: string; documents: number[] }[];
  signals: string[][];
  finder: SynonymFinder;
}

/**
 * Opens an index for questions.
 * @throws if it was packed by another version.
 */
export function openIndex(packed: PackedIndex): SimilarityIndex {
  if (packed.version !== PACKED_VERSION)
    throw new Error(`the index has version ${packed.version}, expected ${PACKED_VERSION}`);
  const size = packed.ids.length;
  const spelled = unpackTexts(packed.words);
  const keys = spelled.map(keyOfSpelling);
  const finder = finderWith(packed.synonyms);

  const features: Feature[] = [];
  const counts: Float32Array[] = [];
  const read = numberReader(packed.postings);
  spelled.forEach((_, word) => {
    const holders = read();
    const documents = new Uint32Array(read());
    const count = new Float32Array(documents.length);
    let document = -1;
    for (let i = 0; i < documents.length; i += 1) {
      const posting = read();
      document += Math.floor(posting / LEVELS) + 1;
      documents[i] = document;
      count[i] = countOf(posting % LEVELS);
    }
    counts.push(count);
    features.push({ documents, weights: count.map(weightOf), holders, rarity: rarityOf(holders, size), words: [word] });
  });

  const ofWord = new Map(keys.map((key, word) => [key, word]));
  const stems = new Map<string, number[]>();
  const groups = new Map<number, number[]>();
  keys.forEach((key, word) => {
    const stem = stemOf(key);
    if (stem !== undefined) push(stems, stem, word);
    for (const group of finder.meaning(tokensOf(spelled[word] ?? ''))) push(groups, group, word);
  });
  const merge = merger(size, features, counts);
  const numbered = <Key>(members: Map<Key, number[]>): Map<Key, number> =>
    new Map([...members].map(([key, words]) => [key, features.push(merge(words)) - 1]));
  const ofStem = numbered(stems);
  const ofGroup = numbered(groups);

  const lengths = packed.lengths ? unpackedLengths(packed.lengths, size) : lengthsOf(features, size);

  return {
    ids: packed.ids,
    placeOf: new Map(packed.ids.map((id, place) => [id, place])),
    dates: packed.dates,
    fixed: [...packed.fixed].map((digit) => digit === '1'),
    spelled,
    keys,
    features,
    ofWord,
    ofStem,
    ofGroup,
    lengths,
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size),
    featuresOf: inverter(features, size),
    facets: packed.facets,
    signals: packed.signals,
    finder,
  };
}

/** Logarithm of the inverse share of documents; 0 for what every one of them has. */
function rarityOf(holders: number, size: number): number {
  return Math.max(0, Math.log((size + 1) / Math.max(1, holders)));
}

/** Makes one feature of several words: what they occur in a document adds up. */
function merger(
  size: number,
  features: readonly Feature[],
  counts: readonly Float32Array[],
): (words: number[]) => Feature {
  const sums = new Float64Array(size);
  return (words) => {
    const touched: number[] = [];
    let holders = 0;
    let kept = 0;
    for (const word of words) {
      const { documents = new Uint32Array(), holders: all = 0 } = features[word] ?? {};
      documents.forEach((document, i) => {
        if (sums[document] === 0) touched.push(document);
        sums[document] = (sums[document] ?? 0) + (counts[word]?.[i] ?? 0);
      });
      holders += all;
      kept += documents.length;
    }
    const documents = Uint32Array.from(touched).sort();
    const weights = Float32Array.from(documents, (document) => weightOf(sums[document] ?? 0));
    for (const document of touched) sums[document] = 0;
    // Postings that were not kept are missing in all words alike.
    const all = Math.min(size, Math.round((documents.length * holders) / Math.max(1, kept)));
    return { documents, weights, holders: all, rarity: rarityOf(all, size), words };
  };
}

function lengthsOf(features: readonly Feature[], size: number): Float64Array {
  const squares = new Float64Array(size);
  for (const { documents, weights, rarity, holders } of features) {
    // What no other document has cannot be shared, and says nothing about how alike two of them could be.
    if (holders < 2) continue;
    documents.forEach((document, i) => {
      squares[document] = (squares[document] ?? 0) + ((weights[i] ?? 0) * rarity) ** 2;
    });
  }
  return squares.map((square) => Math.sqrt(square) || 1);
}

/** Turns lists of documents by feature into lists of features by document, once, when it is first asked. */
function inverter(features: readonly Feature[], size: number): SimilarityIndex['featuresOf'] {
  let lists: { feature: number; weight: number }[][] | undefined;
  return (place) => {
    if (!lists) {
      const all: { feature: number; weight: number }[][] = Array.from({ length: size }, () => []);
      features.forEach(({ documents, weights, holders }, feature) => {
        if (holders < 2) return;
        documents.forEach((document, i) => {
          all[document]?.push({ feature, weight: weights[i] ?? 0 });
        });
      });
      lists = all;
    }
    return lists[place] ?? [];
  };
}

function unpackedLengths(packed: string, size: number): Float64Array {
  const read = numberReader(packed);
  return Float64Array.from({ length: size }, () => read() / LENGTH_SCALE || 1);
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
