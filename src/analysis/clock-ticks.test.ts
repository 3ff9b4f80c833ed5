import fc from 'fast-check';
import { expect, test } from 'vitest';
import { later } from '../testing/postmortem.ts';
import { clockTicksOf } from './clock-ticks.ts';

const at = (started: string, minutes: number, zone: string): string[] =>
  clockTicksOf(started, minutes, zone).map((tick) => tick.at);

test('round times of the zone within the stretch', () => {
  // 09:12 to 11:04 in Berlin.
  expect(at('2026-10-14T07:12:00Z', 112, 'Europe/Berlin')).toEqual([
    '2026-10-14T07:30:00Z',
    '2026-10-14T08:00:00Z',
    '2026-10-14T08:30:00Z',
    '2026-10-14T09:00:00Z',
  ]);
  // Kolkata is half an hour off: its round hours are not those of UTC.
  expect(at('2026-10-14T07:12:00Z', 300, 'Asia/Kolkata')[0]).toBe('2026-10-14T07:30:00Z');
});

test('days of the calendar for what lasted days, also where the clocks change', () => {
  expect(at('2026-03-27T10:00:00Z', 4 * 1440, 'Europe/Berlin')).toEqual([
    '2026-03-27T23:00:00Z',
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
    '2026-03-30T22:00:00Z',
  ]);
});

test('an hour that the clocks skip has no mark of its own', () => {
  // 01:10 to 04:10 in Berlin, in the night in which 02:00 to 03:00 does not exist.
  expect(at('2026-03-29T00:10:00Z', 120, 'Europe/Berlin')).toEqual([
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:00:00Z',
    '2026-03-29T01:30:00Z',
    '2026-03-29T02:00:00Z',
  ]);
});

test('nothing within no time', () => {
  expect(clockTicksOf('2026-10-14T07:12:00Z', 0, 'UTC')).toEqual([]);
});

test('at most seven marks, ascending, between the ends', () => {
  const starts = fc.integer({ min: 0, max: 800_000 });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(starts, fc.integer({ min: 2, max: 400_000 }), zones, (start, minutes, zone) => {
      const started = later('2025-01-01T00:00:00Z', start);
      const ticks = clockTicksOf(started, minutes, zone);
      expect(ticks.length).toBeLessThanOrEqual(7);
      let last = 0;
      for (const tick of ticks) {
        expect(tick.minutes).toBeGreaterThan(last);
        expect(tick.minutes).toBeLessThan(minutes);
        expect(tick.position).toBeCloseTo(tick.minutes / minutes);
        expect(tick.at).toBe(later(started, tick.minutes));
        last = tick.minutes;
      }
    }),
  );
});
