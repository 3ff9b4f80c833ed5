import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayIn } from '../analysis/days.ts';
import {
  buildIndex,
  documentOfMarkdown,
  documentOfPostmortem,
  groupsOfSynonyms,
  namesOf,
  openIndex,
  type SimilarDocument,
  type SimilarityIndex,
} from '../analysis/similarity/index.ts';
import type { Archive } from '../archive/archive.ts';
import { plainText } from '../archive/body/inline.ts';
import { readArchive } from '../archive/read.ts';
import { findFiles } from '../importers/files/find-files.ts';
import type { Day, Postmortem } from '../model/record.ts';

/** A file of an archive that can be asked about or found. */
export interface SimilarSource {
  id: string;
  /** Its path below the folder. */
  file: string;
  title: string;
  document: SimilarDocument;
  /** What it says, where the folder is an archive of Cairn. */
  postmortem?: Postmortem;
  /** The day it began, in the time zone of the site. */
  day?: Day;
}

/** A folder that can be searched for similar incidents. */
export interface SimilarArchive {
  /** Everything that can be asked about, drafts among it. */
  sources: SimilarSource[];
  index: SimilarityIndex;
  /** How many files have errors and may be missing. */
  faulty: number;
}

/**
 * Reads a folder: an archive of Cairn, or any folder of Markdown. Drafts are not found, as they are not on the site.
 *
 * @param asOf the day after which nothing is found
 */
export async function readSimilarArchive(folder: string, asOf?: Day): Promise<SimilarArchive> {
  const cairn = existsSync(join(folder, 'postmortems')) ? await readCairn(folder) : undefined;
  return searchable(cairn?.sources.length ? cairn : readMarkdown(folder), asOf);
}

/** An archive of Cairn that was read, to be searched; drafts are not found. */
export function similarArchiveOf(archive: Archive, asOf?: Day): SimilarArchive {
  return searchable(toRead(archive), asOf);
}

function searchable({ sources, synonyms, faulty }: Read, asOf: Day | undefined): SimilarArchive {
  const documents = sources
    .filter(({ postmortem }) => postmortem?.status !== 'draft')
    .filter(({ day, document }) => asOf === undefined || (day ?? document.date.slice(0, asOf.length)) <= asOf)
    .map(({ document }) => document);
  const index = openIndex(buildIndex(documents, { synonyms }));
  return { sources, index, faulty };
}

/** The file that `asked` names: by its id, by its path below the folder, or by its path from here. */
export function sourceOf(asked: string, folder: string, sources: readonly SimilarSource[]): SimilarSource | undefined {
  return sources.find(
    ({ id, file }) => id === asked || file === asked || (resolve(folder, file) === resolve(asked) && existsSync(asked)),
  );
}

type Read = Pick<SimilarArchive, 'sources' | 'faulty'> & { synonyms: string[][] };

async function readCairn(folder: string): Promise<Read> {
  return toRead(await readArchive({ contentDir: folder, base: '/', drafts: true }));
}

function toRead(archive: Archive): Read {
  const { site, postmortems, synonyms, problems } = archive;
  const names = namesOf(archive);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    sources: postmortems.map((postmortem) => ({
      id: postmortem.id,
      file: postmortem.file,
      title: plainText(postmortem.title),
      document: documentOfPostmortem(postmortem, names),
      postmortem,
      day: dayIn(site.timezone, postmortem.started),
    })),
    synonyms: groupsOfSynonyms(synonyms),
    faulty: new Set(errors.map(({ file }) => file)).size,
  };
}

function readMarkdown(folder: string): Read {
  const sources = findFiles(folder).texts.map((file) => {
    const document = documentOfMarkdown({ path: file, source: readFileSync(join(folder, file), 'utf8') });
    // Its title is the first of its texts, whatever it was taken from.
    return { id: document.id, file, title: document.texts[0]?.text ?? file, document };
  });
  return { sources, synonyms: [], faulty: 0 };
}
