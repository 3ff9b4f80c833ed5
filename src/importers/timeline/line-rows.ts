import type { Node } from '../document.ts';
import { inlineText } from '../inline.ts';
import { readLed, roughly } from '../read-led.ts';
import type { RowContext, TimeRow } from './time-rows.ts';

/**
 * Lines that each start with a time; a line without one goes on with the line before. Words before the first time are let
 * stand where several lines follow that have one.
 */
export function rowsOfLines(block: Node, context: RowContext): TimeRow[] {
  const { document, stamps, fate } = context;
  const text = inlineText(document, block.children, fate);
  if (!text) return [];
  const isLed = readLed(text.text, stamps) !== undefined;
  const lines = document.text.slice(block.start, block.end).split('\n');
  const rows: TimeRow[] = [];
  let at = block.start;
  for (const line of lines) {
    const start = at;
    at += line.length + 1;
    const within = block.children.filter((node) => node.start >= start && node.end <= start + line.length);
    const isWhole = block.children.every(
      ({ type, ...node }) =>
        type === 'text' ||
        type === 'break' ||
        node.end <= start ||
        node.start >= start + line.length ||
        within.some((one) => one.start === node.start),
    );
    const led = isWhole ? readLed(line.trim().replace(/(?:\\| {2,})$/, ''), stamps) : undefined;
    const before = rows.at(-1);
    if (led && (led.stamp.clock || led.stamp.fromStart !== undefined || (isLed && !before))) {
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
  if (!isLed && rows.length < 2) return [];
  const joined = rows.map(({ what }) => what).join(' ');
  // Links are settled in whole paragraphs; one with repairs is taken as one row.
  const [only] = rows;
  if (only && rows.length === 1)
    return [{ ...only, what: (readLed(text.text, stamps)?.rest ?? '') + roughly(only), dropped: text.dropped }];
  return /\]\((?!https?:|mailto:)|<[a-z/!]|\]\[/i.test(joined) ? [] : rows;
}
