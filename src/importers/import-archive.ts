import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { uninterrupted } from '../archive/changes/write-changes.ts';
import type { LinkTargets } from './addresses.ts';
import { archiveContext, scaleOf } from './archive-context.ts';
import { nearDuplicates, type Stub, stubsOf } from './catalogue.ts';
import { importedBefore } from './imported-before.ts';
import type { MapFile } from './map-file.ts';
import { keepAliasesUnique, type Mapped, mapItems, noteCopiedHeadings } from './map-items.ts';
import { type Place, placeRecords } from './place-records.ts';
import { type Item, readItems } from './read-items.ts';
import { type FileReport, type ImportReport, notImported } from './report.ts';
import type { Stated } from './stated.ts';
import { save, writeRecord } from './write-record.ts';

export interface ImportOptions {
  /** The archive: an absolute path. */
  folder: string;
  /** The content folder to write to: an absolute path. */
  out: string;
  map: MapFile;
  /** Split files that hold several incidents. */
  split: boolean;
  dryRun: boolean;
  /** Called now and then with how many files are done. */
  progress?: (done: number, all: number) => void;
}

/** Imports an archive and reports on every file of it. Throws only where `folder` is none. */
export function importArchive({ folder, out, map, split, dryRun, progress }: ImportOptions): ImportReport {
  const archive = archiveContext(map, scaleOf(out));
  const { items, pictures, files, dayOrder } = readItems(folder, { out, map, split }, archive);
  if (dayOrder.order) archive.dayOrder = dayOrder.order;

  const targets: LinkTargets = { folder, records: new Set(items.map(({ file }) => file)), pictures: new Set(pictures) };
  const mapped = mapItems(items, archive, targets, progress);
  files.push(...mapped.filter(({ record }) => !record.draft.has('started')).map(withoutDay));
  const records = mapped.filter(({ record }) => record.draft.has('started'));
  noteCopiedHeadings(records);
  keepAliasesUnique(records);
  const places = placeRecords(records, importedBefore(out));
  const coverage: Record<string, number> = {};
  // Whoever interrupts it before finds nothing written, and afterwards all of it.
  uninterrupted(() => {
    for (const each of records) {
      const place = places.get(each.item.name) as Place;
      files.push(writeRecord(each, place, places, { out, folder, dryRun, scale: archive.scale }));
      for (const field of Object.keys(each.record.draft.values)) coverage[field] = (coverage[field] ?? 0) + 1;
    }
    if (!dryRun && files.length > 0) mkdirSync(out, { recursive: true });
  });
  const found = records.flatMap(({ record }) => (record.draft.values.actions ?? []) as Record<string, unknown>[]);
  const having = (field: string): number => found.filter((action) => action[field] !== undefined).length;
  const actions = { all: found.length, owner: having('owner'), priority: having('priority'), status: having('status') };
  const stubs = stubsOf(records.flatMap(({ record }) => record.stated.named));
  const written = stubs.filter((stub) => !isInCatalogue(out, stub));
  if (!dryRun) uninterrupted(() => written.forEach(({ file, text }) => void save(join(out, file), text)));
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files, dayOrder, stubs: written.map(({ file }) => file), similar: nearDuplicates(stubs), coverage, actions };
}

/** A file without a day cannot be a postmortem: it is listed whole, with the way out. */
function withoutDay({ item, record }: Mapped): FileReport {
  const way = `name the day in the map file: days: { ${JSON.stringify(item.name)}: 2024-03-01 }, or the key that holds it: keys: { …: started }`;
  const report = notImported(item.name, 'no-day', whyWithoutDay(record.stated), way);
  return {
    ...report,
    problems: [...report.problems, ...item.notes],
    left: [{ line: 1, text: whole(item), why: 'not imported' }],
  };
}

/** What stands where the day is due, if anything does. */
function whyWithoutDay({ times, impossible }: Stated): string {
  const open = Object.values(times).find(({ stamp }) => stamp.dayFirst && stamp.monthFirst);
  if (open) return `the day of the incident can be read in two ways (${open.from})`;
  const yearless = Object.values(times).find(({ stamp }) => stamp.day && stamp.day.year === undefined);
  if (yearless) return `the day of the incident is named without its year (${yearless.from})`;
  const [none] = impossible;
  return none === undefined
    ? 'the day of the incident is named nowhere'
    : `the day of the incident is not known: what is stated does not exist (${none})`;
}

function whole({ split }: Item): string {
  const values = Object.keys(split.values).length > 0 ? `${JSON.stringify(split.values)}\n` : '';
  return `${values}${split.body}`;
}

/** A cause may stand among the factors, and the other way round: ids are unique across both. */
function isInCatalogue(out: string, { file, kind, id }: Stub): boolean {
  const folders = kind === 'causes' || kind === 'factors' ? ['causes', 'factors'] : [kind];
  const files = folders.flatMap((folder) =>
    ['md', 'mdx', 'yaml'].map((ending) => join(out, folder, `${id}.${ending}`)),
  );
  return [join(out, file), ...files].some((path) => existsSync(path));
}
