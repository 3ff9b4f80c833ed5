import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/record.ts';
import type { Fault } from '../problem.ts';
import { steadyInstant } from './steady-clock.ts';

/** A time as it is written (the model's `momentText`), taken apart. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

export type Reading = { instant: Instant } | { fault: Fault };

/** The instant that `text` means, a time without an offset being one of `zone`. */
export function readMoment(text: string, zone: string | undefined): Reading {
  const [, day = '', time = '', offset] = MOMENT.exec(text) ?? [];
  const where = offset === undefined ? zone : offsetZone(offset);
  const instant = where !== undefined && isFarFromEnds(day) ? steadyInstant(day, time, where) : undefined;
  return instant === undefined ? readCarefully(text, day, time, offset, zone) : { instant };
}

/** At the first and the last days of the calendar an offset leads out of it. */
function isFarFromEnds(day: string): boolean {
  return day > '0001-01-02' && day < '9998-12-30';
}

function readCarefully(
  text: string,
  day: string,
  time: string,
  offset: string | undefined,
  zone: string | undefined,
): Reading {
  const date = parsed(() => Temporal.PlainDate.from(day));
  // With an offset, the first and last days of the calendar could be of another year than instants are written with.
  if (!date || date.year < 1 || date.year > 9998) return noSuchTime(`there is no day ${day}`);
  const clock = /:[6-9]\d$/.test(time) ? undefined : parsed(() => Temporal.PlainTime.from(time));
  if (!clock) return noSuchTime(`there is no time ${time}`);
  const local = date.toPlainDateTime(clock);
  if (offset !== undefined) {
    const time = parsed(() => local.toZonedDateTime(offsetZone(offset)));
    return time ? { instant: toInstant(time) } : noSuchTime(`there is no offset ${offset}`);
  }
  if (zone === undefined) {
    return {
      fault: {
        rule: 'time-without-zone',
        message: `${text} does not say in which zone`,
        hint: `write ${text}+01:00 with your offset, or name the \`timezone\` of this file`,
      },
    };
  }
  return readInZone(local, zone);
}

/** The offset a time is written with, as a zone; undefined if there is none. */
export function offsetOf(text: string): string | undefined {
  const offset = MOMENT.exec(text)?.[3];
  return offset === undefined ? undefined : offsetZone(offset);
}

/** Two times for a message that compares them: as their author wrote them, unless they have different offsets. */
export function asWritten(
  [one = '', other = '']: readonly [string | undefined, string | undefined],
  instants: readonly [Instant, Instant],
): readonly [string, string] {
  return offsetOf(one) === offsetOf(other) ? [one, other] : instants;
}

/** A local time in a zone: an instant, unless the clocks skipped it or showed it twice. */
export function readInZone(local: Temporal.PlainDateTime, zone: string): Reading {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant: toInstant(earlier) };
  const skipped = !earlier.toPlainDateTime().equals(local);
  const shown = local.toString({ smallestUnit: 'minute' });
  return {
    fault: skipped
      ? {
          rule: 'skipped-time',
          message: `${shown} never was in ${zone}: the clocks went forward over it`,
          hint: `write ${withOffset(later)} or ${withOffset(earlier)}`,
        }
      : {
          rule: 'ambiguous-time',
          message: `${shown} was twice in ${zone}: the clocks went back over it`,
          hint: `write ${withOffset(earlier)} for the first or ${withOffset(later)} for the second`,
        },
  };
}

/** An instant as the records hold it. */
export function toInstant(time: Temporal.ZonedDateTime): Instant {
  return time.toInstant().toString({ smallestUnit: 'second' });
}

function noSuchTime(message: string): Reading {
  return { fault: { rule: 'no-such-time', message } };
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function offsetZone(offset: string): string {
  if (offset === 'Z') return 'UTC';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function withOffset(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
