import type { SimilarDocument } from './document.ts';
import { LEVELS, levelOf } from './level.ts';
import { openIndex } from './open-index.ts';
import { LENGTH_SCALE, PACKED_VERSION, type PackedIndex, packNumbers, packTexts } from './packed.ts';
import { finderWith } from './synonym-groups.ts';
import { keyOfSpelling, type TermCount, termsOfDocument } from './terms.ts';

/** What only one document holds can be asked for, but makes it like no other. */
const WORTH_ALONE = 0.5;

export interface BuildOptions {
  /** The team's own groups of synonyms: words that mean the same. */
  synonyms?: readonly (readonly string[])[];
  /** How many terms of each document are kept, those that tell most about it. All, if it is left out. */
  keep?: number;
}

/**
 * An index of `documents`, in the order of their dates. The same documents give the same index, in any order.
 * @throws if two documents have one id.
 */
export function buildIndex(
  documents: readonly SimilarDocument[],
  { synonyms = [], keep = Infinity }: BuildOptions = {},
): PackedIndex {
  const ordered = [...documents].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const ids = ordered.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error('two documents have one id');

  const finder = finderWith(synonyms);
  const terms = ordered.map((document) => termsOfDocument(document, finder));
  const holders = new Map<string, number>();
  const spellings = new Map<string, Map<string, number>>();
  for (const counts of terms) {
    for (const [key, { spelled }] of counts) {
      holders.set(key, (holders.get(key) ?? 0) + 1);
      const seen = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, seen.set(spelled, (seen.get(spelled) ?? 0) + 1));
    }
  }

  const postings = new Map<string, { document: number; level: number }[]>();
  terms.forEach((counts, document) => {
    for (const { key, level } of kept(counts, holders, ordered.length, keep)) {
      const list = postings.get(key) ?? [];
      postings.set(key, list);
      list.push({ document, level });
    }
  });

  const keys = [...postings.keys()].sort(compare);
  const packed: PackedIndex = {
    version: PACKED_VERSION,
    ids,
    dates: ordered.map(({ date }) => date),
    fixed: ordered.map(({ fixed }) => (fixed ? '1' : '0')).join(''),
    words: packTexts(keys.map((key) => spellingOf(key, spellings.get(key) ?? new Map()))),
    postings: packNumbers(keys.flatMap((key) => packedPostings(holders.get(key) ?? 0, postings.get(key) ?? []))),
    facets: facetsOf(ordered),
    signals: ordered.map(({ signals }) => signals),
    synonyms: synonyms.map((group) => [...group]),
    lengths: '',
  };
  // A document is as long as all of it, also where only a part of it is kept.
  const { lengths } = openIndex(keep === Infinity ? packed : buildIndex(documents, { synonyms }));
  return { ...packed, lengths: packNumbers([...lengths].map((length) => Math.round(length * LENGTH_SCALE))) };
}

/** The terms of a document that are kept: those with the greatest weight in the archive, ties by their key. */
function kept(
  counts: Map<string, TermCount>,
  holders: Map<string, number>,
  documents: number,
  keep: number,
): { key: string; level: number }[] {
  const all = [...counts].map(([key, { count }]) => {
    const level = levelOf(count);
    const holding = holders.get(key) ?? 1;
    const worth = level * Math.log((documents + 1) / holding) * (holding === 1 ? WORTH_ALONE : 1);
    return { key, level, worth };
  });
  if (all.length <= keep) return all;
  return all.sort((a, b) => b.worth - a.worth || compare(a.key, b.key)).slice(0, keep);
}

function packedPostings(holders: number, list: { document: number; level: number }[]): number[] {
  let before = -1;
  const numbers = [holders, list.length];
  for (const { document, level } of list) {
    numbers.push((document - before - 1) * LEVELS + level);
    before = document;
  }
  return numbers;
}

/** The spelling that most documents use; the key itself where that spelling would be read as another word. */
function spellingOf(key: string, seen: Map<string, number>): string {
  const [most] = [...seen].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? [key];
  return keyOfSpelling(most) === key ? most : key;
}

function facetsOf(documents: readonly SimilarDocument[]): PackedIndex['facets'] {
  const facets = new Map<string, PackedIndex['facets'][number]>();
  documents.forEach((document, place) => {
    for (const { kind, id, name } of document.facets) {
      const key = `${kind} ${id}`;
      const facet = facets.get(key) ?? { kind, id, name, documents: [] };
      facets.set(key, facet);
      if (facet.documents.at(-1) !== place) facet.documents.push(place);
    }
  });
  return [...facets].sort((a, b) => compare(a[0], b[0])).map(([, facet]) => facet);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
