import { type Node, plainWords } from '../document.ts';
import { inlineText } from '../inline.ts';
import { normal } from '../lexicon.ts';
import { readLed } from '../read-led.ts';
import { isBareDay, withDay } from './row-day.ts';
import type { RowContext, TimeRow } from './time-rows.ts';

/** The rows of a table that has a column of times. */
export function rowsOfTable(table: Node, context: RowContext): TimeRow[] {
  const { document, lexicon, stamps, fate } = context;
  const [header, ...rows] = table.children;
  if (!header) return [];
  const names = header.children.map((cell) => normal(plainWords(cell)));
  const cellsOf = (row: Node): string[] => row.children.map((cell) => plainWords(cell));
  const { columns } = lexicon.words;
  const bare = (name: string): string =>
    name.replace(/\s(?:in |all )?(?:utc|gmt|cet|cest|e[sd]t|p[sd]t|local)\b.*$/, '').trim();
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

  let heading: TimeRow | undefined;
  let isUnread = false;
  return rows.flatMap((row): TimeRow[] => {
    const cells = cellsOf(row);
    const written = time
      .map((index) => cells[index] ?? '')
      .join(' ')
      .trim();
    const read = readLed(written, stamps);
    const dayCell = time.length > 1 ? (cells[time[0] ?? 0] ?? '').trim() : '';
    // Below a day that nobody can read, a clock time alone is of that day.
    if (dayCell !== '' && rows.length > 0) isUnread = !read;
    const isLost = isUnread && time.length > 1 && /\d/.test(written);
    const led = isLost
      ? {
          stamp: { rough: false, impossible: false, isUnread: true as const, length: written.length },
          written,
          rest: '',
        }
      : read;
    const cell = row.children[main];
    const text = cell ? inlineText(document, cell.children, fate) : undefined;
    const place = {
      start: row.start,
      end: row.end,
      dropped: [...(text?.dropped ?? []), ...namedLetters(row, context, time)],
      table,
    };
    const isAlone = cells.every((cell, index) => time.includes(index) || cell === '');
    if (led && !text && isAlone && isBareDay(led)) {
      // A day on a line of its own is that of the rows below it.
      heading = { ...led, what: '', ...place };
      return [];
    }
    if (!led || !text) return [];
    const above = heading;
    heading = undefined;
    // A row may have more cells than the table has columns.
    const beyond = row.children.flatMap((_, index) => (index < names.length ? [] : [index]));
    const others = [...events, ...beyond]
      .filter((index) => index !== main)
      .flatMap((index) => {
        const more = row.children[index] && inlineText(document, row.children[index].children, fate);
        const head = header.children[index];
        const name = head ? plainWords(head) : '';
        return more && !lexicon.isUnknown(more.text) ? [name === '' ? more.text : `${name}: ${more.text}`] : [];
      });
    const unknown = cells.filter((words, index) => !time.includes(index) && words !== '' && lexicon.isUnknown(words));
    place.dropped.push(...unknown);
    const what = others.length > 0 ? `${text.text} (${others.join('; ')})` : text.text;
    const aside = led.rest !== '' || led.stamp.rough ? ` (${written})` : '';
    const own = { stamp: led.stamp, written, what: what + aside, ...place };
    return [above ? { ...withDay(own, above), heading: above } : own];
  });
}

/** `&ndash;` between two times is a dash to the reader and a word to whoever looks for words. */
function namedLetters(row: Node, { document }: RowContext, columns: readonly number[]): string[] {
  return columns.flatMap((column) => {
    const cell = row.children[column];
    return cell ? (document.text.slice(cell.start, cell.end).match(/&#?\w+;/g) ?? []) : [];
  });
}
