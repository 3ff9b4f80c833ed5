import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/record.ts';
import { CLOCK_TIME } from '../../model/timeline.ts';
import type { Fault } from '../problem.ts';
import { type Reading, readInZone, readMoment } from './moments.ts';
import { steadyNearest, steadyNext, toInstantText } from './steady-clock.ts';

const TWELVE_HOURS = 12 * 60 * 60 * 1000;

/** What times without a zone of their own are read by. */
export interface Clock {
  /** The file's `timezone`; full times without an offset are read in it. */
  timezone?: string;
  /** The zone of clock times: `timezone`, else the offset of `started`. */
  zone?: string;
  started?: Instant;
}

/**
 * The instants of a timeline, each as it is written. A clock time means, in the first entry, the occurrence nearest
 * `started`, and later the next occurrence after the entry before, if that is under 12 h ahead. Undefined entries are
 * passed over, and give undefined.
 */
export function readTimeline(times: readonly (string | undefined)[], clock: Clock): (Reading | undefined)[] {
  /** Where the chain of clock times stands; after a mistake, where it was most likely meant to. */
  let chain: number | undefined;
  /** The last entry that is certain. */
  let last: { instant: Instant; text: string } | undefined;

  return times.map((text) => {
    if (text === undefined) return undefined;
    if (!CLOCK_TIME.test(text)) {
      const reading = readMoment(text, clock.timezone);
      if ('fault' in reading) return reading;
      const before = last;
      last = { instant: reading.instant, text };
      chain = Date.parse(reading.instant);
      return before && reading.instant < before.instant ? { fault: outOfOrder(text, before.text) } : reading;
    }
    if (clock.zone === undefined) return undefined;
    const zone = clock.zone;
    const steady = steadyTime(text, chain, clock.started, zone);
    if (steady !== undefined) {
      chain = steady;
      last = { instant: toInstantText(steady), text };
      return { instant: last.instant };
    }
    if (chain === undefined) {
      if (clock.started === undefined) return undefined;
      const local = nearestTo(text, clock.started, zone);
      const reading = readInZone(local, zone);
      chain = epochOf(local, zone);
      if ('instant' in reading) last = { instant: reading.instant, text };
      return reading;
    }
    const local = nextAfter(text, chain, zone);
    const before = chain;
    chain = epochOf(local, zone);
    if (chain - before >= TWELVE_HOURS) return { fault: tooFar(text, last?.text, local, zone) };
    const reading = readInZone(local, zone);
    if ('instant' in reading) last = { instant: reading.instant, text };
    // After a time that the clocks skipped, the next may be one that they did show.
    else chain = Math.max(before, epochOf(local, zone, 'earlier'));
    return reading;
  });
}

/** The time that a clock time means where no change of the clocks is near and it is none of those that are refused. */
function steadyTime(
  text: string,
  chain: number | undefined,
  started: Instant | undefined,
  zone: string,
): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (chain === undefined) return started === undefined ? undefined : steadyNearest(time, Date.parse(started), zone);
  const next = steadyNext(time, chain, zone);
  return next === undefined || next - chain >= TWELVE_HOURS ? undefined : next;
}

function nearestTo(text: string, started: Instant, zone: string): Temporal.PlainDateTime {
  const day = Temporal.Instant.from(started).toZonedDateTimeISO(zone).toPlainDate();
  const away = (local: Temporal.PlainDateTime): number => Math.abs(epochOf(local, zone) - Date.parse(started));
  // The later of two that are equally near: most timelines begin with the trouble, not half a day before it.
  const [first, ...others] = [1, 0, -1].map((days) => day.add({ days }).toPlainDateTime(clockTime(text)));
  return others.reduce((best, one) => (away(one) < away(best) ? one : best), first as Temporal.PlainDateTime);
}

function nextAfter(text: string, before: number, zone: string): Temporal.PlainDateTime {
  const day = Temporal.Instant.fromEpochMilliseconds(before).toZonedDateTimeISO(zone).toPlainDate();
  const same = day.toPlainDateTime(clockTime(text));
  return epochOf(same, zone) >= before ? same : same.add({ days: 1 });
}

function clockTime(text: string): Temporal.PlainTime {
  return Temporal.PlainTime.from(text.padStart(text.length < 6 ? 5 : 8, '0'));
}

function epochOf(
  local: Temporal.PlainDateTime,
  zone: string,
  disambiguation: 'compatible' | 'earlier' = 'compatible',
): number {
  return local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

function outOfOrder(text: string, before: string): Fault {
  return {
    rule: 'timeline-order',
    message: `the timeline is out of order: ${text} stands after ${before}`,
    hint: 'move the entry to its place',
  };
}

function tooFar(text: string, before: string | undefined, local: Temporal.PlainDateTime, zone: string): Fault {
  const full = local.toZonedDateTime(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });
  return {
    rule: 'timeline-order',
    message: `the timeline is out of order, or leaps 12 hours or more: ${text} stands after ${before ?? 'the entry before'}`,
    hint: `move the entry to its place, or write the full time, such as ${full}`,
  };
}
