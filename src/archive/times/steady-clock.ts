import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/record.ts';

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** Before and after the clocks change, times are read with care; from here on they are a matter of adding. In milliseconds. */
const FAR = 4 * DAY;

/** A stretch in which a zone keeps one offset: from one change of its clocks to the next, in milliseconds since 1970. */
interface Stretch {
  from: number;
  until: number;
  /** What its clocks are ahead of UTC, in milliseconds. */
  offset: number;
}

const stretches = new Map<string, Stretch[]>();

/**
 * What the clocks of a zone are ahead of UTC, in milliseconds, where they do not change within days of `epoch`: then a local time
 * is that much earlier in UTC, and no time is skipped or shown twice. Undefined near a change, or where there is no such zone.
 * Calendars are slow, and an archive has a hundred thousand times, nearly all of them far from any change.
 */
export function steadyOffset(zone: string, epoch: number): number | undefined {
  const known = stretches.get(zone) ?? [];
  let stretch = known.find(({ from, until }) => from <= epoch && epoch < until);
  if (!stretch) {
    stretch = stretchAt(zone, epoch);
    if (!stretch) return undefined;
    stretches.set(zone, [...known, stretch]);
  }
  return stretch.from + FAR <= epoch && epoch < stretch.until - FAR ? stretch.offset : undefined;
}

function stretchAt(zone: string, epoch: number): Stretch | undefined {
  try {
    const time = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
    const next = time.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    // A change at this very moment begins the stretch.
    const before = time.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
    return {
      from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      until: next,
      offset: time.offsetNanoseconds / 1e6,
    };
  } catch {
    return undefined;
  }
}

/** The instant of a local time on a day of a zone, where no change of its clocks is near and both are on the calendar. */
export function steadyInstant(day: string, time: string, zone: string): Instant | undefined {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)) return undefined;
  const local = Date.parse(`${day}T${time}Z`);
  // 30 February is the first of March to a parser that is not asked to be strict.
  if (Number.isNaN(local) || !toInstantText(local).startsWith(day)) return undefined;
  const offset = steadyOffset(zone, local);
  return offset === undefined ? undefined : toInstantText(local - offset);
}

/** The next time after `before` at which the clocks of a zone show `clock`, milliseconds into the day. */
export function steadyNext(clock: number, before: number, zone: string): number | undefined {
  const offset = steadyOffset(zone, before);
  if (offset === undefined) return undefined;
  const same = startOfDay(before + offset) + clock - offset;
  return same >= before ? same : same + DAY;
}

/** The time nearest `to` at which the clocks of a zone show `clock`; the later of two that are equally near. */
export function steadyNearest(clock: number, to: number, zone: string): number | undefined {
  const offset = steadyOffset(zone, to);
  if (offset === undefined) return undefined;
  const same = startOfDay(to + offset) + clock - offset;
  return [same + DAY, same, same - DAY].reduce((best, one) => (Math.abs(one - to) < Math.abs(best - to) ? one : best));
}

/** An instant as the records hold it, from milliseconds since 1970 in the years 1 to 9999. */
export function toInstantText(epoch: number): Instant {
  return `${new Date(epoch).toISOString().slice(0, 19)}Z`;
}

function startOfDay(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}
