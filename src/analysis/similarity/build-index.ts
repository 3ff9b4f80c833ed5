import { type CountedArchive, type CountOptions, compare, countArchive, type Terms } from './count-archive.ts';
import type { Facet, SimilarDocument } from './document.ts';
import { numberFeatures } from './features.ts';
import { levelOf } from './level.ts';
import {
  gapsOf,
  LENGTH_SCALE,
  PACKED_VERSION,
  type PackedIndex,
  packLevels,
  packNumbers,
  packTexts,
} from './packed.ts';
import { rarityOf } from './rarity.ts';

export interface BuildOptions extends CountOptions {
  /** How many terms of each document are kept, those that tell most about it. All, if it is left out. */
  keep?: number;
}

/** So many terms of all documents together are kept for a browser, but no fewer than so many of each. */
const SITE_TERMS = 64_000;
const SITE_TERMS_EACH = 84;

/** How the index of a site is built: steady, and small enough to be sent to a browser. */
export function siteOptions(documents: number): Required<Pick<BuildOptions, 'steady' | 'keep'>> {
  // By powers of two, away from round numbers (at 46, 91, 182, 363, 725, …): one document more seldom changes what is kept.
  const nearly = 2 ** Math.round(Math.log2(Math.max(1, documents)));
  const keep = Math.floor(SITE_TERMS / nearly);
  return { steady: true, keep: Math.max(SITE_TERMS_EACH, keep) };
}

/** What only one document holds can be asked for, but makes it like no other. A steady index does not tell it apart. */
const WORTH_ALONE = 0.5;

/**
 * An index of `documents`, in the order of their dates. The same documents give the same index, in any order.
 * @throws if two documents have one id.
 */
export function buildIndex(
  documents: readonly SimilarDocument[],
  { keep, ...options }: BuildOptions = {},
): PackedIndex {
  return packIndex(countArchive(documents, options), keep);
}

/** The index of an archive that was counted, with all terms of each document or with the `keep` that tell most about it. */
export function packIndex(archive: CountedArchive, keep = Infinity): PackedIndex {
  const { documents, terms, keys, spelled, tokens, vocabulary } = archive;
  const worths = worthsOf(archive);
  const kept = terms.map((some) => worthiest(some, worths, keep));
  const postings = postingsOf(kept, terms);
  const words = keys.flatMap((key, word) => (postings.has(key) ? [word] : []));
  const lists = words.map((word) => postings.get(keys[word] ?? '') ?? []);
  // Holders are counted in all terms, also where only some are kept.
  const packed = numberFeatures(
    words.map((word) => keys[word] ?? ''),
    words.map((word) => tokens[word] ?? []),
    vocabulary,
  );
  const packedHolders = new Array<number>(packed.count).fill(0);
  for (const [i, features] of packed.ofWord.entries()) {
    const same = archive.features.ofWord[words[i] ?? 0] ?? [];
    for (const [j, feature] of features.entries()) packedHolders[feature] = archive.featureHolders[same[j] ?? 0] ?? 0;
  }
  return {
    version: PACKED_VERSION,
    size: archive.size,
    prior: archive.prior,
    ids: documents.map(({ id }) => id),
    dates: documents.map(({ date }) => date),
    fixed: documents.map(({ fixed }) => (fixed ? '1' : '0')).join(''),
    words: packTexts(words.map((word) => spelled[word] ?? '')),
    holders: packNumbers(packedHolders),
    postings: packNumbers(lists.flatMap((list) => [list.length, ...gapsOf(list.map(({ place }) => place))])),
    levels: packLevels(lists.flatMap((list) => list.map(({ level }) => level))),
    lengths: packNumbers(archive.lengths.map((length) => Math.round(LENGTH_SCALE * length))),
    facets: facetsOf(documents),
    signals: documents.map(({ signals }) => signals),
    synonyms: archive.synonyms,
  };
}

/** How much one occurrence of each term tells of a document. */
function worthsOf({ keys, featureHolders, size, prior, steady }: CountedArchive): Map<string, number> {
  // Words are the first of the features.
  return new Map(
    keys.map((key, word) => {
      const having = featureHolders[word] ?? 1;
      return [key, rarityOf(having, size, prior) * (steady || having > 1 ? 1 : WORTH_ALONE)];
    }),
  );
}

/** The terms of a document that are kept: those with the greatest weight in the archive, ties by their key. */
function worthiest(terms: Terms, worths: ReadonlyMap<string, number>, keep: number): string[] {
  if (terms.size <= keep) return [...terms.keys()];
  const worth = [...terms].map(([key, { count }]) => ({ key, worth: levelOf(count) * (worths.get(key) ?? 0) }));
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
      otherNames: [...facet.otherNames],
      documents: packNumbers(gapsOf(places)),
    }));
}
