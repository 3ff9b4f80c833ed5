import { readLed } from '../read-led.ts';
import type { FieldContext, Stated } from '../stated.ts';
import { namesDay } from './place-times.ts';
import { oneOf } from './word-choice.ts';
import { findZone } from './zone-words.ts';

/** Keeps the time, or the stretch between two, that a value states; true if the whole value is one. */
export function applyTime(
  field: keyof Stated['times'],
  text: string,
  from: string,
  context: FieldContext,
  isStretch = false,
): boolean {
  const { stated, stamps } = context;
  const { daysOn, rest: plain } = withoutDaysOn(text.replace(/^@/, ''), context);
  const led = readLed(plain, stamps);
  // `Start time (CET): 04:15`
  const inLabel = /\(([^()]+)\)`$/.exec(from)?.[1];
  const zone = inLabel === undefined || led?.stamp.zone || led?.stamp.sharedZone ? undefined : findZone(inLabel);
  if (led?.stamp.clock && zone) led.stamp.zone = zone;
  if (daysOn !== undefined && led && !namesDay(led.stamp)) led.stamp.daysOn = daysOn;
  if (!led || led.stamp.impossible) {
    if (led && !isStretch) {
      stated.impossible.push(`${from}: ${text}`);
      context.draft.trouble(`${from}: ${text} is no day or time that exists, and stays text`);
    }
    return false;
  }
  const behind = text.slice(text.indexOf(led.written) + led.written.length);
  const until = /^\s*(?:-|–|—|→|->|to|until)\s*(?=\S)/u.exec(behind)?.[0];
  const end = until === undefined ? undefined : stamps.read(behind.slice(until.length));
  if (
    until !== undefined &&
    end?.clock &&
    led.stamp.clock &&
    !end.impossible &&
    (field === 'day' || field === 'started')
  ) {
    // `3 May 2024 11:00 → 4 May 2024 01:30`: a beginning and an end, each with its day.
    const words = behind.slice(until.length, until.length + end.length);
    stated.times.started ??= { stamp: led.stamp, written: led.written, from: `${from}: ${text}` };
    stated.times.resolved ??= { stamp: end, written: words, from: `${from}: ${text}` };
    return behind.slice(until.length + end.length).trim() === '';
  }
  const [head = '', tail] = led.written.split(/\s+(?:-|–|—|→|->|to|until)\s+|\s*[–—]\s*/u);
  if (tail !== undefined && (field === 'day' || field === 'started')) {
    const first = stamps.read(head);
    const second = stamps.read(tail);
    if (first?.clock && second?.clock) {
      stated.times.started ??= { stamp: first, written: head, from: `${from}: ${text}` };
      stated.times.resolved ??= { stamp: second, written: tail, from: `${from}: ${text}` };
      return led.rest === '';
    }
  }
  if (isStretch) return false;
  const taken = stated.times[field] === undefined;
  stated.times[field] ??= { stamp: led.stamp, written: led.written, from: `${from}: ${text}` };
  return taken && (led.rest === '' || /^[.)]$/.test(led.rest));
}

/** A value with such words is a time and nothing else. */
const LONGEST = 120;

/** `next day, 01:45` and `01:45 (next day)`: the words before or behind a clock time that count its day from the start. */
function withoutDaysOn(text: string, { lexicon }: FieldContext): { daysOn?: 0 | 1; rest: string } {
  if (text.length > LONGEST) return { rest: text };
  const lists = [lexicon.words.sameDay ?? [], lexicon.words.nextDay ?? []] as const;
  for (const daysOn of [0, 1] as const) {
    const words = oneOf(lists[daysOn]);
    const before = new RegExp(`^(?:${words})(?:\\s*,\\s*|\\s+)(?:(?:${oneOf(lexicon.words.at)})\\s+)?(?=\\d)`, 'iu');
    if (before.test(text)) return { daysOn, rest: text.replace(before, '') };
    const behind = new RegExp(`(?<=\\d.*)(?:\\s*,\\s*|\\s+)[(\\[]?(?:${words})[)\\]]?\\s*$`, 'iu');
    if (behind.test(text)) return { daysOn, rest: text.replace(behind, '') };
  }
  return { rest: text };
}
