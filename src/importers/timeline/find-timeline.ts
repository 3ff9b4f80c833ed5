import type { Section } from '../document.ts';
import { withChildren } from '../document.ts';
import type { RecordContext } from '../record-context.ts';
import { findZone } from '../times/zone-words.ts';
import { isBareDay, withDay } from './row-day.ts';
import { rowOfSection, rowsOfBlocks, type TimeRow } from './time-rows.ts';
import { rowsOfUpdates } from './trailing-times.ts';

/** The rows of a file's timeline, and the words of the headings over them. */
export interface FoundTimeline {
  rows: TimeRow[];
  sections: string[];
}

/** Finds what happened when: under a heading that says so, else where a table or list is one by its times. */
export function findTimeline(context: RecordContext): FoundTimeline {
  const { document, lexicon } = context;
  const reading = { ...context, stamps: context.archive.rowStamps };
  const named = document.sections.filter(
    ({ title, parent }) => lexicon.heading(title) === 'timeline' && lexicon.heading(parent?.title ?? '') !== 'timeline',
  );
  const rows: TimeRow[] = [...context.fromKeys.rows];
  for (const section of named) {
    for (const part of [...withChildren(section), ...goingOn(section, context)]) {
      if (context.claimed.has(part)) continue;
      context.claimed.add(part);
      const own = part === section ? undefined : rowOfSection(part, reading);
      if (!own) {
        rows.push(...rowsOfBlocks(part.blocks, reading));
        continue;
      }
      // A heading that is a day has its times below it; one that is a time has its words below it.
      const below = own.stamp.clock ? [] : rowsOfBlocks(part.blocks, reading);
      if (below.length > 0) rows.push(...withDayOf(own, below));
      else rows.push(own);
    }
  }
  foldDays(rows);
  if (rows.some(({ stamp }) => stamp.clock || stamp.fromStart !== undefined))
    return { rows, sections: named.map(({ title }) => title) };
  if (named.length > 0 && rows.length > 0) return { rows, sections: named.map(({ title }) => title) };
  return unnamed(context);
}

/** Headings after the timeline that go on with it: `## Feb 21, 13:00`. */
function goingOn(section: Section, context: RecordContext): Section[] {
  const { sections } = context.document;
  const after = sections.slice(sections.indexOf(section) + 1).filter((part) => !isBelow(part, section));
  const further: Section[] = [];
  for (const part of after) {
    const isOfOne = further.some((one) => isBelow(part, one));
    if (isOfOne) continue;
    if (!rowOfSection(part, context)?.stamp.clock) break;
    further.push(part);
  }
  return further.flatMap(withChildren);
}

function isBelow(part: Section, ancestor: Section): boolean {
  for (let at = part.parent; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** A line that is a day and nothing else dates the row after it, and is no row of its own. */
function foldDays(rows: TimeRow[]): void {
  for (let at = rows.length - 2; at >= 0; at -= 1) {
    const [row, next] = [rows[at], rows[at + 1]] as [TimeRow, TimeRow];
    const isDay = row.what === '' || (row.what.length <= 40 && findZone(row.what) !== undefined);
    if (!isDay || row.section || row.table || !isBareDay(row) || next.heading || !next.stamp.clock) continue;
    if (withDay(next, row) === next) continue;
    rows.splice(at, 2, { ...withDay(next, row), heading: row, dropped: [...next.dropped, ...row.dropped, row.what] });
  }
}

function withDayOf(day: TimeRow, rows: TimeRow[]): TimeRow[] {
  return rows.map((row, index) => (index > 0 ? row : withDay(row, day)));
}

/** How many times a list or table without a heading must hold to be a timeline. */
const ENOUGH = 3;

function unnamed(context: RecordContext): FoundTimeline {
  for (const section of context.document.sections) {
    const field = context.lexicon.heading(section.title);
    if (field === 'actions' || field === 'lessons' || context.claimed.has(section)) continue;
    const updates = rowsOfUpdates(section.blocks, context);
    if (updates.length > 1) return { rows: updates, sections: section.title === '' ? [] : [section.title] };
    // One paragraph for each time.
    const paragraphs = section.blocks.filter(({ type }) => type === 'paragraph');
    const each = paragraphs.length < ENOUGH ? [] : rowsOfBlocks(paragraphs, context);
    const isEach = each.length >= ENOUGH && each.length >= paragraphs.length * 0.8;
    if (isEach && each.every(({ stamp }) => stamp.clock))
      return { rows: each, sections: section.title === '' ? [] : [section.title] };
    for (const block of section.blocks) {
      if (block.type === 'code') continue;
      // Rows that were facts are no entries.
      const rows = rowsOfBlocks([block], context).filter(({ start, end }) => !context.draft.edits.removes(start, end));
      const all = block.type === 'paragraph' ? rows.length : block.children.length - (block.type === 'table' ? 1 : 0);
      const timed = rows.filter(({ stamp }) => stamp.clock).length;
      if (timed >= ENOUGH && timed >= all * 0.8) return { rows, sections: section.title === '' ? [] : [section.title] };
    }
  }
  return { rows: [], sections: [] };
}
