import type { Node } from '../document.ts';
import { readLed, roughly } from '../read-led.ts';
import type { RowContext, TimeRow } from './time-rows.ts';

/** A block of code whose every line starts with a time, as some paste a timeline to keep its lines. */
export function rowsOfCode(block: Node, { document, stamps }: RowContext): TimeRow[] {
  const source = document.text.slice(block.start, block.end);
  const first = source.indexOf('\n') + 1;
  const rows: TimeRow[] = [];
  let at = block.start + first;
  for (const line of source.slice(first).split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '' || /^\s*(?:`{3,}|~{3,})\s*$/.test(line)) continue;
    const led = readLed(line.trim(), stamps);
    if (!led?.stamp.clock || led.rest === '') return [];
    const what = (led.rest + roughly(led)).replace(/[\\`*_[\]<]/g, '\\$&');
    rows.push({
      stamp: led.stamp,
      written: led.written,
      what,
      start,
      end: start + line.length,
      dropped: [],
      code: block,
    });
  }
  return rows;
}
