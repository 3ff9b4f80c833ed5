import type { Stamp, StampReader } from './times/stamps.ts';

/** A text that starts with a time, taken apart. */
export interface Led {
  stamp: Stamp;
  /** The words of the time. */
  written: string;
  /** What follows it, without the dash or colon between. */
  rest: string;
}

/** Reads the time that a text starts with, in bold, code or brackets or not. */
export function readLed(text: string, stamps: StampReader): Led | undefined {
  const open = /^(?:[\s*_`[(|•·‣▪◦]|\uFE0F|\p{Extended_Pictographic})*/u.exec(text)?.[0] ?? '';
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
  // Chinese and Japanese set no space between a time and what happened.
  const boundary =
    /^[\p{L}\p{N}]/u.test(rest) && !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(rest);
  if (boundary) return undefined;
  const marks = open.replace(/[^*_`[(]/g, '');
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
  rest = rest.replace(/^[\s\])]*(?:[-–—:|,.;>：，、]+(?=\s|$|[\p{L}*_`["'(])|=>|->|→)?\s*/u, '');
  return { stamp, written, rest: rest.trim() };
}

/** The words of a time that says it is rough, to stand behind what happened. */
export function roughly({ stamp, written }: { stamp: Stamp; written: string }): string {
  return stamp.rough ? ` (${written})` : '';
}
