import { TIMELINE_KINDS, type TimelineKind } from '../../model/timeline.ts';

/** An item of a timeline, taken apart. `offset` is where its words start, in UTF-16 code units. */
export interface TimelineItem {
  at: string;
  kind?: TimelineKind;
  what: string;
  offset: number;
}

const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const FULL = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?`;
/** The time may be bold or set as code. */
const TIME = new RegExp(String.raw`^(\*\*|__|\x60)?(${FULL}|${CLOCK})(?!\w|:\d)(:?)\1`);
const SEPARATOR = /^\s*(?:[-–—:]\s*)?/;
const KIND = new RegExp(String.raw`^\((${TIMELINE_KINDS.join('|')})\)${SEPARATOR.source.slice(1)}`);
/** What makes the time mean another one than it says: a zone, half a day, the end of a stretch. */
const ZONE = /^\s*\(?((?:UTC|GMT)(?:[+-]\d+)?|[A-Z]{1,2}[SD]T|[CEW]ES?T|BST|IST|JST|KST|Z)\b/;
const OFFSET = /^\s*[+-]\d{2}:?\d{2}\b/;
const HALF_DAY = /^\s*[ap]\.?m\b/i;

/**
 * Takes an item such as `15:40 (false-lead) Scaled out` apart. `{ zone }` where a zone follows the time, which would be read
 * as another time than is meant; undefined where no time starts it, or more than a time: `3:30 pm`, `15:30–15:45`.
 */
export function readTimelineItem(text: string): TimelineItem | { zone: string } | undefined {
  const time = TIME.exec(text);
  if (!time) return undefined;
  let rest = text.slice(time[0].length);
  if (HALF_DAY.test(rest) || OFFSET.test(rest)) return undefined;
  const zone = ZONE.exec(rest)?.[1];
  if (zone !== undefined) return { zone };
  rest = rest.replace(SEPARATOR, '');
  if (TIME.test(rest)) return undefined;
  const kind = KIND.exec(rest);
  if (kind) rest = rest.slice(kind[0].length);
  const what = rest.trim();
  if (what === '') return undefined;
  return {
    at: time[2] ?? '',
    ...(kind && { kind: kind[1] as TimelineKind }),
    what,
    offset: text.length - rest.trimStart().length,
  };
}
