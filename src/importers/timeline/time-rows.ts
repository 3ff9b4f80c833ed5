import { markOf } from '../actions/actions.ts';
import { blockText, isBareLink, itemText } from '../block-text.ts';
import { type Document, type Node, plainWords, type Section } from '../document.ts';
import { type AddressFate, inlineText } from '../inline.ts';
import type { Lexicon } from '../lexicon.ts';
import { readLed, roughly } from '../read-led.ts';
import type { Stamp, StampReader } from '../times/stamps.ts';
import { rowsOfCode } from './code-rows.ts';
import { rowsOfLines } from './line-rows.ts';
import { withDay } from './row-day.ts';
import { rowsOfTable } from './table-rows.ts';

/** One thing that happened, with its time as it was written. */
export interface TimeRow {
  stamp: Stamp;
  /** The words of the time. */
  written: string;
  what: string;
  /** Where its words stand; they are taken out of the body when the row becomes an entry. */
  start: number;
  end: number;
  /** Markup that could not come along. */
  dropped: string[];
  /** All that is told of it, where that is more than `what`. */
  told?: string;
  /** The heading that is its time: taken out as well if nothing is left under it. */
  section?: Section;
  /** The row of the same table that is its day and nothing else. */
  heading?: TimeRow;
  /** The table it is a row of. */
  table?: Node;
  /** The block of code it is a line of. */
  code?: Node;
  /** The list it is an item of. */
  list?: Node;
  /** The item above that list, which is its day and nothing else. */
  under?: Node;
}

/** What a reader of rows needs to know. */
export interface RowContext {
  document: Document;
  lexicon: Lexicon;
  stamps: StampReader;
  fate: AddressFate;
}

/** The rows of blocks, in whichever of the usual dresses: a table, a list, lines of text. `days` are bare days between them. */
export function rowsOfBlocks(blocks: readonly Node[], context: RowContext): TimeRow[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return rowsOfTable(block, context);
    if (block.type === 'list') return rowsOfList(block, context);
    if (block.type === 'paragraph') return rowsOfLines(block, context);
    if (block.type === 'code') return rowsOfCode(block, context);
    return [];
  });
}

/** A row for a heading that starts with a time, from the first paragraph or flat list under it. */
export function rowOfSection(section: Section, context: RowContext): TimeRow | undefined {
  const { document, stamps, fate } = context;
  const { heading } = section;
  if (!heading) return undefined;
  const source = document.text.slice(
    heading.children[0]?.start ?? heading.start,
    heading.children.at(-1)?.end ?? heading.end,
  );
  const led = readLed(source, stamps);
  if (!led) return undefined;
  const told = [section.title, ...section.blocks.map(plainWords)].join('\n');
  const row = {
    stamp: led.stamp,
    written: led.written,
    start: heading.start,
    end: heading.end,
    dropped: [],
    section,
    told,
  };
  const [block] = section.blocks;
  const words = led.rest === '' ? undefined : led.rest;
  const text = block && blockText(block, document, fate);
  if (text && block) {
    // A link alone tells nothing: the paragraph after it does.
    const next = isBareLink(block) && section.blocks[1]?.type === 'paragraph' ? section.blocks[1] : undefined;
    const more = next && blockText(next, document, fate);
    const what = [words, more ? `${text.text} ${more.text}` : text.text]
      .filter((part) => part !== undefined)
      .join(': ');
    const end = next && more ? next.end : block.end;
    return {
      ...row,
      what: what + roughly(led),
      start: block.start,
      end,
      dropped: [...text.dropped, ...(more?.dropped ?? [])],
    };
  }
  if (words !== undefined) return { ...row, what: words + roughly(led) };
  return section.blocks.length === 0 ? { ...row, what: '' } : undefined;
}

function rowsOfList(list: Node, context: RowContext): TimeRow[] {
  const { document, stamps, fate } = context;
  return list.children.flatMap((item): TimeRow[] => {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph') return [];
    const own = inlineText(document, first.children, fate);
    const led = own && readLed(own.text, stamps);
    if (!own || !led) return [];
    const nested = others.length === 1 && others[0]?.type === 'list' ? others[0] : undefined;
    if (nested && led.rest === '') {
      const below = rowsOfList(nested, context);
      const isDay = led.stamp.clock === undefined;
      // A day, and under it its times.
      if (below.length > 0 && isDay)
        return below.map((row, index) => ({ ...(index === 0 ? withDay(row, led) : row), under: item }));
    }
    const whole = itemText(item, document, fate);
    const text = whole ? whole.text.slice(0) : own.text;
    const end = whole ? item.end : first.end;
    const whole2 = readLed(text, stamps);
    const what = whole2?.rest ?? led.rest;
    return [
      {
        stamp: led.stamp,
        written: led.written,
        what: what + roughly(led),
        start: whole ? item.start : first.start,
        end,
        dropped: [...(whole ?? own).dropped, ...(whole ? markOf(item, document) : [])],
        list,
      },
    ];
  });
}
