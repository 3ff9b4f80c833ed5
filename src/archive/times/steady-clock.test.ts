import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { steadyInstant, steadyNearest, steadyNext, steadyOffset, toInstantText } from './steady-clock.ts';

const zones = fc.constantFrom(
  ...['UTC', '+02:00', '-03:30', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'],
  ...['Africa/Casablanca', 'Pacific/Apia', 'America/Sao_Paulo', 'Antarctica/Troll', 'Asia/Kathmandu'],
);
/** Whole seconds from 1960 to 2040. */
const epochs = fc.integer({ min: -315_619_200, max: 2_208_988_800 }).map((seconds) => seconds * 1000);
const DAY = 86_400_000;
const clocks = fc.integer({ min: 0, max: 1439 }).map((minute) => minute * 60_000);

function localAt(epoch: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone).toPlainDateTime();
}

describe('far from a change of the clocks', () => {
  test('a local time is the instant that the calendar says', () => {
    let steady = 0;
    fc.assert(
      fc.property(epochs, zones, (epoch, zone) => {
        const local = localAt(epoch, zone);
        const [day = '', time = ''] = local.toString({ smallestUnit: 'second' }).split('T');
        const instant = steadyInstant(day, time, zone);
        if (instant === undefined) return;
        steady += 1;
        for (const disambiguation of ['earlier', 'later'] as const) {
          const careful = local.toZonedDateTime(zone, { disambiguation }).toInstant();
          expect(instant).toBe(careful.toString({ smallestUnit: 'second' }));
        }
      }),
      { numRuns: 2000 },
    );
    expect(steady).toBeGreaterThan(1000);
  });

  test('a clock time is the next, and the nearest, that the clocks show', () => {
    fc.assert(
      fc.property(epochs, zones, clocks, (epoch, zone, clock) => {
        const next = steadyNext(clock, epoch, zone);
        const nearest = steadyNearest(clock, epoch, zone);
        if (next === undefined || nearest === undefined) return;
        const time = Temporal.PlainTime.from({ hour: 0 }).add({ milliseconds: clock });
        for (const found of [next, nearest]) expect(localAt(found, zone).toPlainTime().equals(time)).toBe(true);
        expect(next - epoch).toBeGreaterThanOrEqual(0);
        expect(next - epoch).toBeLessThan(DAY);
        expect(Math.abs(nearest - epoch)).toBeLessThanOrEqual(DAY / 2);
      }),
      { numRuns: 2000 },
    );
  });

  test('of two that are equally near, the later', () => {
    expect(toInstantText(steadyNearest(0, Date.parse('2024-01-10T12:00Z'), 'UTC') ?? 0)).toBe('2024-01-11T00:00:00Z');
  });
});

test('near a change, and where there is no such zone or day, nothing is said', () => {
  for (const day of ['2024-03-29', '2024-03-31', '2024-04-02']) {
    expect(steadyOffset('Europe/Berlin', Date.parse(`${day}T12:00Z`))).toBeUndefined();
  }
  expect(steadyOffset('Europe/Berlin', Date.parse('2024-04-10T12:00Z'))).toBe(2 * 3_600_000);
  expect(steadyOffset('Europe/Nowhere', 0)).toBeUndefined();
  expect(steadyInstant('2024-02-30', '10:00', 'UTC')).toBeUndefined();
  expect(steadyInstant('2024-02-20', '24:00', 'UTC')).toBeUndefined();
  expect(steadyInstant('2024-02-20', '10:60', 'UTC')).toBeUndefined();
});
