import { type Document, type Node, plainWords, type Section } from './document.ts';
import { type AddressFate, type InlineText, inlineText } from './inline.ts';
import { type Lexicon, normal } from './lexicon.ts';
import type { Stamp, StampReader } from './stamps.ts';

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
  /** The table it is a row of. */
  table?: Node;
  /** The list it is an item of. */
  list?: Node;
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

function isBareLink(block: Node): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.length === 1 &&
    ['link', 'linkReference'].includes(block.children[0]?.type ?? '')
  );
}

/** A paragraph or a flat list as one text: its items joined by semicolons. */
function blockText(block: Node, document: Document, fate: AddressFate): InlineText | undefined {
  if (block.type === 'paragraph') return inlineText(document, block.children, fate);
  if (block.type !== 'list') return undefined;
  const items = block.children.map((item) => itemText(item, document, fate));
  if (items.some((item) => item === undefined)) return undefined;
  const texts = items as InlineText[];
  return { text: texts.map(({ text }) => text).join('; '), dropped: texts.flatMap(({ dropped }) => dropped) };
}

/** An item of a list that is one paragraph, or one with flat lists below it. */
export function itemText(item: Node, document: Document, fate: AddressFate): InlineText | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const own = inlineText(document, first.children, fate);
  if (!own) return undefined;
  const below = others.map((block) => (block.type === 'list' ? blockText(block, document, fate) : undefined));
  if (below.some((text) => text === undefined)) return undefined;
  const texts = below as InlineText[];
  const joined = texts.map(({ text }) => text).join('; ');
  const link = /[.:;!?]$/.test(own.text) ? ' ' : ': ';
  return {
    text: joined === '' ? own.text : `${own.text}${link}${joined}`,
    dropped: [...own.dropped, ...texts.flatMap(({ dropped }) => dropped)],
  };
}

function rowsOfTable(table: Node, context: RowContext): TimeRow[] {
  const { document, lexicon, stamps, fate } = context;
  const [header, ...rows] = table.children;
  if (!header) return [];
  const names = header.children.map((cell) => normal(plainWords(cell)));
  const cellsOf = (row: Node): string[] => row.children.map((cell) => plainWords(cell));
  const { columns } = lexicon.words;
  const bare = (name: string): string =>
    name.replace(/\b(?:in|all|times?)? ?(?:utc|gmt|cet|cest|e[sd]t|p[sd]t|local)\b.*$/, '').trim();
  const is = (list: readonly string[], name: string): boolean =>
    list.some((word) => normal(word) === name || normal(word) === bare(name));
  const share = (column: number): number =>
    rows.filter((row) => stamps.read(cellsOf(row)[column] ?? '')).length / Math.max(1, rows.length);
  const day = names.findIndex((name) => is(columns.day, name));
  const clock = names.findIndex((name, index) => index !== day && is(columns.clock, name));
  let time =
    day >= 0 && clock >= 0
      ? [day, clock]
      : [names.findIndex((name) => is(columns.time, name) || bare(name).startsWith('time'))];
  if ((time[0] ?? -1) < 0 || share(time.at(-1) ?? 0) < 0.3) time = [names.findIndex((_, index) => share(index) >= 0.6)];
  if ((time[0] ?? -1) < 0) return [];
  const events = names.map((_, index) => index).filter((index) => !time.includes(index));
  if (events.length === 0) return [];
  const main = events.find((index) => is(columns.event, names[index] ?? '')) ?? (events[0] as number);

  return rows.flatMap((row) => {
    const cells = cellsOf(row);
    const written = time
      .map((index) => cells[index] ?? '')
      .join(' ')
      .trim();
    const led = readLed(written, stamps);
    const cell = row.children[main];
    const text = cell ? inlineText(document, cell.children, fate) : undefined;
    if (!led || !text) return [];
    const others = events
      .filter((index) => index !== main)
      .flatMap((index) => {
        const more = row.children[index] && inlineText(document, row.children[index].children, fate);
        const name = plainWords(header.children[index] as Node);
        return more ? [name === '' ? more.text : `${name}: ${more.text}`] : [];
      });
    const what = others.length > 0 ? `${text.text} (${others.join('; ')})` : text.text;
    const aside = led.rest !== '' || led.stamp.rough ? ` (${written})` : '';
    return [
      { stamp: led.stamp, written, what: what + aside, start: row.start, end: row.end, dropped: text.dropped, table },
    ];
  });
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
      if (below.length > 0 && isDay) return below.map((row, index) => (index === 0 ? withDay(row, led) : row));
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
        dropped: (whole ?? own).dropped,
        list,
      },
    ];
  });
}

function withDay(row: TimeRow, led: Led): TimeRow {
  if (row.stamp.day || row.stamp.dayFirst || row.stamp.monthFirst) return row;
  const { day, dayFirst, monthFirst } = led.stamp;
  const stamp = { ...row.stamp, ...(day && { day }), ...(dayFirst && { dayFirst }), ...(monthFirst && { monthFirst }) };
  return { ...row, stamp, written: `${led.written} ${row.written}` };
}

/** Lines that each start with a time; a line without one goes on with the line before. */
function rowsOfLines(block: Node, context: RowContext): TimeRow[] {
  const { document, stamps, fate } = context;
  const text = inlineText(document, block.children, fate);
  if (!text || !readLed(text.text, stamps)) return [];
  const lines = document.text.slice(block.start, block.end).split('\n');
  const rows: TimeRow[] = [];
  let at = block.start;
  for (const line of lines) {
    const start = at;
    at += line.length + 1;
    const within = block.children.filter((node) => node.start >= start && node.end <= start + line.length);
    const isWhole = block.children.every(
      (node) => node.type === 'text' || node.end <= start || node.start >= start + line.length || within.includes(node),
    );
    const led = isWhole ? readLed(line.trim().replace(/(?:\\| {2,})$/, ''), stamps) : undefined;
    const before = rows.at(-1);
    if (led?.stamp.clock || (led && !before)) {
      rows.push({
        stamp: led.stamp,
        written: led.written,
        what: led.rest + roughly(led),
        start,
        end: start + line.length,
        dropped: [],
      });
    } else if (before) {
      before.what = `${before.what} ${line.trim()}`.trim();
      before.end = start + line.length;
    }
  }
  const joined = rows.map(({ what }) => what).join(' ');
  // Links are settled in whole paragraphs; one with repairs is taken as one row.
  const [only] = rows;
  if (only && rows.length === 1)
    return [{ ...only, what: (readLed(text.text, stamps)?.rest ?? '') + roughly(only), dropped: text.dropped }];
  return /\]\((?!https?:|mailto:)|<[a-z/!]|\]\[/i.test(joined) ? [] : rows;
}

function roughly({ stamp, written }: { stamp: Stamp; written: string }): string {
  return stamp.rough ? ` (${written})` : '';
}

interface Led {
  stamp: Stamp;
  /** The words of the time. */
  written: string;
  /** What follows it, without the dash or colon between. */
  rest: string;
}

/** Reads the time that a text starts with, in bold, code or brackets or not. */
export function readLed(text: string, stamps: StampReader): Led | undefined {
  const open = /^[\s*_`[(|•·‣▪◦]*/.exec(text)?.[0] ?? '';
  const inner = text.slice(open.length);
  const stamp = stamps.read(inner);
  if (!stamp) return undefined;
  let written = inner.slice(0, stamp.length);
  let rest = inner.slice(stamp.length);
  const dash = /^\s*(?:-|–|—|to|until)\s*/.exec(rest)?.[0];
  const until = dash === undefined ? undefined : stamps.read(rest.slice(dash.length));
  if (dash !== undefined && until && !until.impossible && !until.day && stamp.clock) {
    // A stretch of time: the entry stands at its beginning, and its words say how long it was.
    written += rest.slice(0, dash.length + until.length);
    rest = rest.slice(dash.length + until.length);
    stamp.rough = true;
  }
  const boundary = /^[\p{L}\p{N}]/u.test(rest);
  if (boundary) return undefined;
  const marks = open.replace(/[\s|•·‣▪◦]/g, '');
  rest = rest.replace(/^[\s\])`]*/, '');
  const closes = marks.replace(/[^*_]/g, '');
  if (closes !== '') {
    const closed = rest.replace(/^[\s:.,;–—-]*/, '');
    const end = rest.startsWith(closes)
      ? rest.slice(closes.length)
      : closed.startsWith(closes)
        ? closed.slice(closes.length)
        : undefined;
    rest = end ?? `${closes}${closed}`;
  }
  rest = rest.replace(/^[\s\])]*(?:[-–—:|,.;>]+(?=\s|$|[\p{L}*_`["'(])|=>|->|→)?\s*/u, '');
  return { stamp, written, rest: rest.trim() };
}
