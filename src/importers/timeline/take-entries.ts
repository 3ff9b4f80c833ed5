import type { RecordContext } from '../record-context.ts';
import type { PlacedEntry } from '../times/derive-times.ts';
import type { TimeRow } from './time-rows.ts';

/** A row whose moment is known; `order` is where it stood. */
export type TimelineRow = PlacedEntry & { row: TimeRow; order: number };

/** Moves the rows whose moment is known out of the body and into the timeline, in the order of time. */
export function takeEntries(
  entries: readonly TimelineRow[],
  rows: readonly TimeRow[],
  sections: readonly string[],
  { draft, document }: RecordContext,
): void {
  if (entries.length === 0) return;
  const sorted = entries.toSorted((a, b) => a.moment.epoch - b.moment.epoch || a.order - b.order);
  const moved = sorted.filter((entry, index) => entry !== entries[index]);
  if (moved.length > 0)
    draft.trouble(`the timeline stood out of order: it was sorted by time (${moved[0]?.row.written})`);
  const words = entries.map(({ row }) => row.written).join(' | ');
  draft.set(
    'timeline',
    sorted.map(({ moment, what }) => ({ at: moment.written, what })),
    'mapped',
    `${sections.join(', ')}${sections.length > 0 ? ': ' : ''}${entries.length} of ${rows.length} entries: ${words}`,
  );
  const tables = new Set(rows.map(({ table }) => table).filter((table) => table !== undefined));
  for (const { row } of entries) {
    draft.edits.remove(row.start, row.table ? endOfLine(document.text, row.end) : row.end);
    if (row.heading) draft.edits.remove(row.heading.start, endOfLine(document.text, row.heading.end));
    for (const markup of row.dropped.filter((words) => words !== ''))
      draft.left.push({ line: draft.lineAt(row.start), text: markup, why: 'markup that a timeline entry cannot hold' });
    const { section } = row;
    const isBare =
      section &&
      section.children.length === 0 &&
      section.blocks.every((block) => draft.edits.removes(block.start, block.end));
    if (isBare && section.heading) draft.edits.remove(section.heading.start, section.heading.end);
  }
  for (const code of new Set(entries.flatMap(({ row }) => row.code ?? []))) {
    if (!rows.every((row) => row.code !== code || draft.edits.removes(row.start, row.end))) continue;
    const rest = draft.edits.apply(document.text, code.start, code.end).trim();
    if (/[\p{L}\p{N}]/u.test(rest))
      draft.left.push({ line: draft.lineAt(code.start), text: rest, why: 'markup that a timeline entry cannot hold' });
    draft.edits.remove(code.start, code.end);
  }
  for (const day of new Set(entries.flatMap(({ row }) => row.under ?? []))) {
    const [head, list] = day.children;
    if (head && list && draft.edits.apply(document.text, list.start, list.end).trim() === '')
      draft.take(day.start, day.end, 'a day whose times went into the timeline');
  }
  for (const table of tables) {
    if (table === undefined) continue;
    const [header, ...others] = table.children;
    const rest = others.filter((row) => !draft.edits.removes(row.start, row.end));
    const isMarkup = rest.every((row) => /^\{:[^}]*\}$/.test(document.text.slice(row.start, row.end).trim()));
    if (!header || !isMarkup) continue;
    for (const row of rest) draft.leave(row.start, row.end, 'markup of a table that went into the timeline');
    draft.take(table.start, table.end);
    draft.leave(header.start, header.end, 'the head of a table that went into the timeline');
  }
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
