import { archiveContext, scaleOf } from './archive-context.ts';
import { parseDocument } from './document.ts';
import { importArchive } from './import-archive.ts';
import { readItems } from './read-items.ts';

/** How many names of each sort are listed, the most frequent first. */
const MOST = 40;

/** A first map file for an archive: everything that was not understood, as comments to be filled in. */
export function initMap(folder: string): string {
  const nowhere = `${folder}/.cairn-none`;
  const archive = archiveContext({}, scaleOf(nowhere));
  const { items, dayOrder } = readItems(folder, { out: nowhere, map: {}, split: false }, archive);
  const keys = new Map<string, number>();
  const headings = new Map<string, number>();
  for (const { split } of items) {
    for (const key of Object.keys(split.values)) if (!archive.lexicon.label(key)) count(keys, key);
    const { sections } = parseDocument(split.body, () => false);
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
  return [
    '# What is peculiar to this archive. Lines that start with # are suggestions: take the # away and fill them in.',
    '# Fields: title, day, started, detected, acknowledged, mitigated, resolved, published, timezone, severity, summary,',
    '# services, owner, authors, causes, factors, trigger, detectedBy, impact, mitigation, tags, links, aliases, timeline,',
    '# actions, validation, wentWell, wentBadly, gotLucky, surprises, lessons, body; keep: no field.',
    '',
    'keys: # keys, columns and labels that no field is known for',
    ...frequent(keys, 1).map(([name, times]) => `#  ${JSON.stringify(name)}: keep # ${times} files`),
    '',
    'headings: # headings that no field is known for',
    ...frequent(headings, 2).map(([name, times]) => `#  ${JSON.stringify(name)}: keep # ${times} times`),
    '',
    ...(zoneless.length > 0 ? [`# ${zoneless.length} files name no zone: their times are read as UTC.`] : []),
    '# zone: Europe/Berlin',
    ...(dayOrder.why ? [`# ${dayOrder.why}`] : []),
    '# dayOrder: day-first',
    '# severities: { Kritisch: SEV1 }',
    '',
    `days: # ${dayless.length} files name no day of their incident`,
    ...dayless.map(({ file }) => `#  ${JSON.stringify(file)}: 2024-03-01`),
    '',
  ].join('\n');
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
