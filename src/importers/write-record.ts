import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Severity } from '../model/site.ts';
import { LINK_MARK } from './addresses.ts';
import type { Mapped } from './map-items.ts';
import type { Place } from './place-records.ts';
import { readSource, recordText } from './record-file.ts';
import type { FileReport } from './report.ts';
import { statusOf } from './status.ts';

/** Writes one record, with its pictures beside it, and reports on its file. */
export function writeRecord(
  { item, record, pictures }: Mapped,
  place: Place,
  places: ReadonlyMap<string, Place>,
  { out, folder, dryRun, scale }: { out: string; folder: string; dryRun: boolean; scale: readonly Severity[] },
): FileReport {
  const { draft, body } = record;
  const status = (draft.values.status as string | undefined) ?? statusOf(draft, scale);
  if (status === 'published' && draft.values.causes === undefined) draft.values.causes = 'unknown';
  const values = JSON.stringify({ ...draft.values, status, imported: draft.imported });
  const settled = JSON.parse(settleLinks(values, place, places)) as Record<string, unknown>;
  const text = recordText(settled, { file: item.name, digest: item.digest }, settleLinks(body, place, places));
  const path = join(out, place.file);
  const outcome = save(path, text, dryRun);
  if (outcome === 'kept') {
    draft.trouble(
      'it was edited since it was imported, and stays as it is',
      'to import it anew, delete the file first',
    );
  } else if (!dryRun) {
    for (const [name, from] of pictures) copy(join(folder, from), join(dirname(path), name));
  }
  return {
    file: item.name,
    outcome,
    target: place.file,
    status,
    mapped: draft.findings.filter(({ how }) => how === 'mapped'),
    derived: draft.findings.filter(({ how }) => how === 'derived'),
    left: draft.left,
    problems: draft.troubles,
  };
}

/** Links between records, now that it is known where each stands. */
function settleLinks(text: string, { file }: Place, places: ReadonlyMap<string, Place>): string {
  if (!text.includes('cairn-link-')) return text;
  const up = '../'.repeat(file.split('/').length - 1);
  return text.replace(LINK_MARK, (mark, hex: string) => {
    const source = Buffer.from(hex, 'hex').toString('utf8');
    const target = places.get(source) ?? places.get(`${source}#1`);
    return target ? `${up}${target.file}` : mark;
  });
}

/** Writes a file unless it is there already, or was edited by hand since it was imported. */
export function save(path: string, text: string, dryRun = false): 'new' | 'updated' | 'unchanged' | 'kept' {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const outcome = before === undefined ? 'new' : outcomeOver(before, text);
  if (!dryRun && (outcome === 'new' || outcome === 'updated')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return outcome;
}

function outcomeOver(before: string, text: string): 'updated' | 'unchanged' | 'kept' {
  if (before === text) return 'unchanged';
  const source = readSource(before);
  return source && !source.edited ? 'updated' : 'kept';
}

function copy(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
