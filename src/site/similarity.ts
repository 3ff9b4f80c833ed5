import {
  buildIndex,
  documentOfPostmortem,
  groupsOfSynonyms,
  namesOf,
  openIndex,
  type PackedIndex,
  type SimilarDocument,
  type SimilarityIndex,
  siteOptions,
} from '../analysis/similarity/index.ts';
import { type Records, records } from './records.ts';

/** The index of similar incidents: as it is sent to browsers, and open for the pages. */
export interface Similarity {
  packed: PackedIndex;
  index: SimilarityIndex;
}

function documentsOf(archive: Records): SimilarDocument[] {
  const names = namesOf(archive);
  return archive.postmortems.map((postmortem) => documentOfPostmortem(postmortem, names));
}

function compute(documents: readonly SimilarDocument[], { synonyms }: Records): Similarity {
  const packed = buildIndex(documents, { ...siteOptions(documents.length), synonyms: groupsOfSynonyms(synonyms) });
  return { packed, index: openIndex(packed) };
}

let computing: Promise<Similarity> | undefined;
let latest: { key: string; similarity: Similarity } | undefined;

/** The index of the build. Computed once for all pages; in `dev` anew when what it is made from has changed. */
export async function similarity(): Promise<Similarity> {
  if (!import.meta.env.DEV) {
    computing ??= records().then((archive) => compute(documentsOf(archive), archive));
    return computing;
  }
  const archive = await records();
  const documents = documentsOf(archive);
  const key = JSON.stringify([documents, archive.synonyms]);
  if (latest?.key !== key) latest = { key, similarity: compute(documents, archive) };
  return latest.similarity;
}
