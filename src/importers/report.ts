import { count } from '../reporters/count.ts';
import type { Finding, Left, Trouble } from './draft.ts';
import type { DayOrderDecision } from './times/day-order.ts';

/** What became of one file. */
export type Outcome =
  | 'new'
  | 'updated'
  | 'unchanged'
  /** Edited by hand since it was imported: left as it is. */
  | 'kept'
  /** Not imported. */
  | 'template'
  | 'index'
  | 'empty'
  | 'passed'
  /** An incident whose day is not known: it cannot be a postmortem yet. */
  | 'no-day'
  /** Could not be read at all. */
  | 'unreadable';

export interface FileReport {
  /** Path below the archive. */
  file: string;
  outcome: Outcome;
  /** Path below the content folder, for what was imported. */
  target?: string;
  status?: string;
  mapped: Finding[];
  derived: Finding[];
  left: Left[];
  problems: Trouble[];
}

export interface ImportReport {
  files: FileReport[];
  dayOrder: DayOrderDecision;
  /** Entries of the catalogue that were made, as paths below the content folder. */
  stubs: string[];
  /** Names that may be one thing. */
  similar: { kind: string; ids: [string, string] }[];
  /** How many of the imported postmortems have each field. */
  coverage: Record<string, number>;
  /** How many actions were imported, and how many of them have an owner, a priority, a status. */
  actions: { all: number; owner: number; priority: number; status: number };
}

const IMPORTED = new Set<Outcome>(['new', 'updated', 'unchanged', 'kept']);

export function isImported({ outcome }: FileReport): boolean {
  return IMPORTED.has(outcome);
}

/** The report for scripts. */
export function reportJson(report: ImportReport): string {
  const { files, ...others } = report;
  return `${JSON.stringify({ version: 1, results: files, ...others }, null, 2)}\n`;
}

/** The report for people: a table of the files, then what they should look at. `most` problems of a file are shown. */
export function reportText(report: ImportReport, most = 3): string {
  const rows = report.files
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ file, outcome, status, mapped, derived, left, problems }) => [
      file,
      status ? `${outcome}, ${status}` : outcome,
      String(mapped.length),
      String(derived.length),
      String(left.length),
      String(problems.length),
    ]);
  const head = ['file', 'became', 'mapped', 'derived', 'left', 'problems'];
  const widths = head.map((name, column) =>
    Math.min(60, Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length))),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const text = cell.length > width ? `…${cell.slice(cell.length - width + 1)}` : cell;
        return column < 2 ? text.padEnd(width) : text.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const troubled = report.files.filter(({ outcome, problems }) => outcome !== 'passed' && problems.length > 0);
  const details = troubled.flatMap(({ file, problems }) => {
    const shown = problems
      .slice(0, most)
      .map(
        ({ line: at, message, hint }) =>
          `  ${at === undefined ? '' : `line ${at}: `}${message}${hint ? ` (${hint})` : ''}`,
      );
    const more = problems.length - most;
    return [file, ...shown, ...(more > 0 ? [`  and ${more} more: see --json`] : [])];
  });
  const notes = [
    ...(report.dayOrder.why ? [`Days: ${report.dayOrder.why}.`] : []),
    ...(report.stubs.length > 0
      ? [`Catalogue: ${count(report.stubs.length, 'stub')}, from ${report.stubs[0]} on.`]
      : []),
    ...report.similar.map(({ kind, ids }) => `Perhaps one and the same in ${kind}/: ${ids.join(' and ')}.`),
    ...coverageLine(report),
    ...actionsLine(report),
  ];
  return [
    line(head),
    ...rows.map(line),
    '',
    ...details,
    ...(details.length > 0 ? [''] : []),
    ...notes,
    tally(report),
    '',
  ].join('\n');
}

/** What publishing asks for. */
const NEEDED = ['severity', 'summary', 'services', 'resolved', 'causes', 'mitigation'];

/** What the imported postmortems still lack before they can be published. */
function coverageLine({ files, coverage }: ImportReport): string[] {
  const imported = files.filter(isImported).length;
  const lacking = NEEDED.map((field) => [field, imported - (coverage[field] ?? 0)] as const).filter(
    ([, count]) => count > 0,
  );
  if (imported === 0 || lacking.length === 0) return [];
  return [
    `Of ${imported} postmortems, so many still lack: ${lacking.map(([field, count]) => `${field} ${count}`).join(', ')}.`,
  ];
}

/** What nobody wrote about the actions, and so is absent. */
function actionsLine({ actions: { all, ...stated } }: ImportReport): string[] {
  const lacking = Object.entries(stated).filter(([, count]) => count < all);
  if (lacking.length === 0) return [];
  return [
    `Of ${all} actions, so many name no ${lacking.map(([field, count]) => `${field} ${all - count}`).join(', ')}.`,
  ];
}

/** One sentence on what was done. */
export function tally({ files }: ImportReport): string {
  const counts = Map.groupBy(files, ({ outcome }) => outcome);
  const parts = [...counts].map(([outcome, all]) => `${all.length} ${outcome}`);
  return `${count(files.length, 'file')}: ${parts.join(', ')}.`;
}

/** The report on a file that did not become a postmortem. */
export function notImported(file: string, outcome: Outcome, message: string, hint?: string): FileReport {
  return { file, outcome, mapped: [], derived: [], left: [], problems: [{ message, ...(hint && { hint }) }] };
}
