import { join, matchesGlob, relative, sep } from 'node:path';
import { parseDocument } from './document.ts';
import { type PlainSplit, toPlainMarkdown } from './dress/plain-markdown.ts';
import { type PageOf, pagesOf } from './dress/wiki-links.ts';
import { rowsOfExport } from './files/exports.ts';
import { findFiles } from './files/find-files.ts';
import { readTextFile } from './files/read-text.ts';
import { incidentsIn, recognise, splitAt } from './files/recognise.ts';
import { splitFrontMatter } from './files/split-front-matter.ts';
import type { MapFile } from './map-file.ts';
import type { ArchiveContext } from './record-context.ts';
import { digestOf } from './record-file.ts';
import { type FileReport, notImported } from './report.ts';
import { type DayOrderDecision, DayOrderEvidence } from './times/day-order.ts';
import { type StatedZone, zoneOf } from './times/zone-of.ts';

/** One source that may become one record. */
export interface Item {
  /** Path below the archive; of one of several in a file, with `#` and its number. */
  name: string;
  file: string;
  split: PlainSplit;
  digest: string;
  notes: { message: string; hint?: string }[];
  /** Words that stand before the first of several incidents in the file. */
  before?: string;
  /** The zone that is stated there for all of them. */
  zone?: StatedZone;
}

/** What an archive holds, before anything of it is mapped. */
export interface ReadArchiveItems {
  items: Item[];
  /** Pictures, as paths below the archive. */
  pictures: string[];
  /** Reports on the files that are no incidents. */
  files: FileReport[];
  dayOrder: DayOrderDecision;
}

/** Reads every file of an archive and tells incidents from templates, indexes and the rest. */
export function readItems(
  folder: string,
  { out, map, split }: { out: string; map: MapFile; split: boolean },
  archive: ArchiveContext,
): ReadArchiveItems {
  const found = findFiles(folder);
  const own = relative(folder, out).split(sep).join('/');
  const isWanted = (file: string): boolean =>
    !file.startsWith(`${own}/`) &&
    (map.files === undefined || map.files.some((pattern) => matchesGlob(file, pattern))) &&
    !(map.skip ?? []).some((pattern) => matchesGlob(file, pattern));
  const files = found.passed
    .filter(({ file }) => isWanted(file))
    .map(({ file, why }) => notImported(file, 'passed', why));
  const evidence = new DayOrderEvidence();
  const items: Item[] = [];
  const add = (read: Item[] | FileReport): void => {
    if (Array.isArray(read)) items.push(...read);
    else files.push(read);
  };
  const pages = pagesOf(found.texts);
  for (const file of found.texts.filter(isWanted))
    add(readMarkdown(folder, file, { isSplit: split, pageOf: pages(file) }, archive, evidence));
  for (const file of found.exports.filter(isWanted)) add(readExport(folder, file, map, archive, evidence));
  return { items, pictures: found.pictures, files, dayOrder: evidence.decide(map.dayOrder) };
}

function readMarkdown(
  folder: string,
  file: string,
  { isSplit, pageOf }: { isSplit: boolean; pageOf: PageOf },
  { lexicon, stamps, zones }: ArchiveContext,
  evidence: DayOrderEvidence,
): Item[] | FileReport {
  const read = readTextFile(join(folder, file));
  if ('why' in read) return notImported(file, 'unreadable', read.why);
  const split = toPlainMarkdown(splitFrontMatter(read.text), pageOf);
  const document = parseDocument(split.body, (words) => lexicon.heading(words) !== undefined);
  const kind = recognise(file, split, document, lexicon);
  if (kind.kind !== 'postmortem') {
    const left = read.text.trim() === '' ? [] : [{ line: 1, text: read.text, why: 'not imported' }];
    return { ...notImported(file, kind.kind, kind.why), left };
  }
  evidence.look(read.text);
  const item: Item = { name: file, file, split, digest: digestOf(read.text), notes: [] };
  if (read.encoding === 'Latin-1') {
    item.notes.push({
      message: 'it is not UTF-8: it was read as Latin-1 (Windows-1252)',
      hint: 'look at letters with accents',
    });
  }
  const several = incidentsIn(document, lexicon, stamps);
  if (several.length < 2) return [item];
  if (isSplit) {
    const before = split.body.slice(0, several[0]?.heading?.start ?? 0);
    const keys = Object.keys(split.values).length > 0 ? `${JSON.stringify(split.values)}\n` : '';
    const shared = zoneOf(
      parseDocument(before, () => false),
      lexicon.words,
      zones,
    ).stated;
    return splitAt(split, several, document).map((part, index) => ({
      ...item,
      name: `${file}#${index + 1}`,
      split: part,
      ...(index === 0 && (keys + before).trim() !== '' && { before: keys + before }),
      ...(shared && { zone: shared }),
    }));
  }
  item.notes.push({
    message: `it seems to hold ${several.length} incidents, and was read as one`,
    hint: 'import with --split to get one file each',
  });
  return [item];
}

function readExport(
  folder: string,
  file: string,
  map: MapFile,
  { lexicon }: ArchiveContext,
  evidence: DayOrderEvidence,
): Item[] | FileReport {
  if (map.keys === undefined || map.files === undefined) {
    return notImported(
      file,
      'passed',
      'an export is read with a map file that lists it in `files` and its columns in `keys`',
    );
  }
  const read = rowsOfExport(join(folder, file), lexicon);
  if ('why' in read) return notImported(file, 'unreadable', read.why);
  return read.rows.map((split, index) => {
    const text = JSON.stringify([split.values, split.body]);
    evidence.look(text);
    const plain = toPlainMarkdown(split, () => undefined);
    return { name: `${file}#${index + 1}`, file, split: plain, digest: digestOf(text), notes: [] };
  });
}
