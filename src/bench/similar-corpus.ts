import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { documentOfMarkdown, type SimilarDocument } from '../analysis/similarity/index.ts';

/** A pair of a pairs file: `doc` is about the same failure as `query`, the higher the grade the more so. */
interface Pair {
  query: string;
  doc: string;
  grade: number;
}

/** One question of the benchmark: a document, and what is like it. */
export interface Case {
  id: string;
  /** The grade of each document that is like it. */
  grades: ReadonlyMap<string, number>;
}

/** One archive of a corpus. Documents from two archives are never compared. */
export interface Corpus {
  name: string;
  /** The ids of its documents, the oldest first. */
  ids: string[];
  sources: ReadonlyMap<string, string>;
  cases: Case[];
}

/** What stands in an archive's folder and is no incident, unless the pairs say so. */
const NO_INCIDENT = /^(?:readme|licen[cs]e|contributing|changelog|code_of_conduct|_?index)\b|template/i;
const MARKDOWN = /\.(?:mdx?|markdown)$/i;

/**
 * The archives below `folder` that its pairs file names: a JSON file with `pairs`, whose paths begin with an archive's folder.
 * @throws if there is no such file.
 */
export function readCorpora(folder: string): Corpus[] {
  const pairs = pairsIn(folder);
  const named = new Set(pairs.flatMap(({ query, doc }) => [query, doc]));
  const archives = [...new Set([...named].map(archiveOf))].sort();
  return archives.map((name) => {
    const files = filesBelow(join(folder, name), name).filter(
      (path) => named.has(path) || (isMarkdown(path) && !NO_INCIDENT.test(basename(path))),
    );
    const sources = new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
    const cases = new Map<string, Map<string, number>>();
    for (const { query, doc, grade } of pairs) {
      if (archiveOf(query) !== name || !sources.has(query) || !sources.has(doc)) continue;
      cases.set(query, (cases.get(query) ?? new Map()).set(doc, grade));
    }
    return {
      name: name || basename(folder),
      ids: inOrder(files, sources),
      sources,
      cases: [...cases].map(([id, grades]) => ({ id, grades })),
    };
  });
}

/** The documents of an archive as the ranking sees them, with or without their titles. */
export function documentsOf({ ids, sources }: Corpus, withTitle: boolean): SimilarDocument[] {
  return ids.map((path) => documentOfMarkdown({ path, source: sources.get(path) ?? '' }, { withTitle }));
}

/** The text of a document, the same for every system. */
export function textOf(document: SimilarDocument): string {
  return document.texts.map(({ text }) => text).join('\n');
}

function pairsIn(folder: string): Pair[] {
  const candidates = readdirSync(folder).filter((name) => name.endsWith('.json') && name.includes('pairs'));
  for (const name of candidates) {
    const { pairs } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { pairs?: Pair[] };
    if (Array.isArray(pairs)) return pairs;
  }
  throw new Error(`${folder} holds no pairs file: a JSON file named like similar-pairs.json, with a list "pairs"`);
}

/** The folder a path begins with; none where the pairs name files of the folder itself. */
function archiveOf(path: string): string {
  return path.includes('/') ? (path.split('/', 1)[0] ?? '') : '';
}

function filesBelow(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort()
    .flatMap((name) => {
      const path = prefix ? `${prefix}/${name}` : name;
      return statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name), path) : [path];
    });
}

function isMarkdown(path: string): boolean {
  const name = basename(path);
  return MARKDOWN.test(name) || (!/\.[A-Za-z]{2,5}$/.test(name) && name !== 'LICENSE');
}

/** By date where every document has one, else by path. */
function inOrder(files: readonly string[], sources: ReadonlyMap<string, string>): string[] {
  const dates = new Map(
    files.map((path) => [path, documentOfMarkdown({ path, source: sources.get(path) ?? '' }).date]),
  );
  const dated = [...dates.values()].every((date) => date !== '');
  const key = (path: string): string => (dated ? `${dates.get(path)} ${path}` : path);
  return [...files].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
