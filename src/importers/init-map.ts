import { archiveContext, scaleOf } from './archive-context.ts';
import { parseDocument } from './document.ts';
import { importArchive } from './import-archive.ts';
import { columnNames, labelNames } from './label-names.ts';
import { normal } from './lexicon.ts';
import { readItems } from './read-items.ts';
import { guessLanguage } from './words/guess-language.ts';

/** How many names of each sort are listed, the most frequent first. */
const MOST = 40;

/** A first map file for an archive: everything that was not understood, as comments to be filled in. */
export function initMap(folder: string): string {
  const nowhere = `${folder}/.cairn-none`;
  const archive = archiveContext({}, scaleOf(nowhere));
  const { items, dayOrder } = readItems(folder, { out: nowhere, map: {}, split: false }, archive);
  const keys = new Map<string, number>();
  const headings = new Map<string, number>();
  const columns = new Map<string, number>();
  const known = new Set(Object.values(archive.lexicon.words.columns).flat().map(normal));
  const isColumn = (name: string): boolean => known.has(normal(name));
  for (const { split } of items) {
    for (const key of Object.keys(split.values)) if (!archive.lexicon.label(key)) count(keys, key);
    const document = parseDocument(split.body, () => false);
    const { sections } = document;
    for (const label of labelNames(document)) if (!archive.lexicon.label(label)) count(keys, label);
    for (const column of columnNames(document)) if (!isColumn(column)) count(columns, column);
    for (const { title, depth } of sections) {
      if (depth > 1 && title !== '' && !archive.lexicon.heading(title) && !archive.stamps.read(title))
        count(headings, title);
    }
  }
  const { files } = importArchive({ folder, out: nowhere, map: {}, split: false, dryRun: true });
  const dayless = files.filter(({ outcome }) => outcome === 'no-day');
  const zoneless = files.filter(({ problems }) =>
    problems.some(({ message }) => message.startsWith('no zone is named')),
  );
  // In a large archive, what stands once is a chance.
  const least = items.length < 10 ? 1 : 2;
  const guess = guessLanguage(items.map(({ split }) => `${JSON.stringify(split.values)}\n${split.body}`));
  return [
    '# What is peculiar to this archive. Lines that start with # are suggestions: take the # away and fill them in.',
    '# Fields: title, day, started, detected, acknowledged, mitigated, resolved, published, timezone, severity, summary,',
    '# services, owner, authors, causes, factors, trigger, detectedBy, impact, mitigation, tags, links, aliases, timeline,',
    '# actions, validation, wentWell, wentBadly, gotLucky, surprises, lessons, body; keep: no field.',
    '',
    ...(guess
      ? [
          `# Words such as "${guess.shown}": days and times are read with the names of months, weekdays and units of this language.`,
        ]
      : []),
    `${guess ? '' : '# '}language: ${guess?.language ?? 'de'}`,
    '',
    'keys: # keys, columns and labels that no field is known for',
    ...frequent(keys, least).map(([name, times]) => `#  ${JSON.stringify(name)}: keep # ${howOften(times)}`),
    '',
    'headings: # headings that no field is known for',
    ...frequent(headings, least).map(([name, times]) => `#  ${JSON.stringify(name)}: keep # ${howOften(times)}`),
    '',
    'columns: # heads of tables that are known for no column: time, day, clock, event, action, owner, due, status, priority, ticket, id, kind',
    ...frequent(columns, least).map(([name, times]) => `#  ${JSON.stringify(name)}: event # ${howOften(times)}`),
    '',
    ...(zoneless.length > 0
      ? [`# Files that name no zone, so that their times are read as UTC: ${zoneless.length}.`]
      : []),
    '# zone: Europe/Berlin',
    ...(dayOrder.why ? [`# ${dayOrder.why}`] : []),
    '# dayOrder: day-first',
    '# severities: { Kritisch: SEV1 }',
    '# open: [offen]',
    '# done: [erledigt]',
    '# recovered: [wieder normal]',
    '',
    `days: # files that name no day of their incident: ${dayless.length}`,
    ...dayless.map(({ file }) => `#  ${JSON.stringify(file)}: 2024-03-01`),
    '',
  ].join('\n');
}

function howOften(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function frequent(counts: Map<string, number>, least: number): [string, number][] {
  return [...counts]
    .filter(([, times]) => times >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST);
}
