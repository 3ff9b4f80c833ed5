import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayIn, dayNumber, dayOfNumber, daysBetween, minutesBetween, yearBack } from './days.ts';

test.each([
  ['UTC', '2026-03-01T23:59:59Z', '2026-03-01'],
  ['Europe/Berlin', '2026-03-01T22:59:59Z', '2026-03-01'],
  ['Europe/Berlin', '2026-03-01T23:00:00Z', '2026-03-02'],
  ['America/New_York', '2026-03-01T04:59:59Z', '2026-02-28'],
  ['Asia/Kolkata', '2025-12-31T18:30:00Z', '2026-01-01'],
  ['Pacific/Kiritimati', '2026-03-01T10:00:00Z', '2026-03-02'],
  ['UTC', '0999-07-01T00:00:00Z', '0999-07-01'],
  ['Asia/Tokyo', '0999-07-01T00:00:00Z', '0999-07-01'],
])('in %s, %s falls on %s', (zone, instant, day) => {
  expect(dayIn(zone, instant)).toBe(day);
});

test('an unknown zone is refused', () => {
  expect(() => dayIn('Mars/Olympus', '2026-03-01T00:00:00Z')).toThrow(RangeError);
});

test('days do not depend on the zone of the machine', () => {
  const module = new URL('./days.ts', import.meta.url).href;
  const script = `
    const { addDays, dayIn, minutesBetween, yearBack } = await import('${module}');
    console.log(new Date(2026, 0, 1).toISOString());
    console.log(dayIn('Europe/Berlin', '2026-03-28T23:30:00Z'), addDays('2026-03-28', 1), yearBack('2026-03-29'),
      minutesBetween('2026-03-28T23:30:00Z', '2026-03-29T02:30:00Z'));`;
  const seen = ['UTC', 'America/New_York', 'Asia/Kolkata'].map((TZ) => {
    const env = { ...process.env, TZ, NODE_OPTIONS: '' };
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }).split('\n');
  });
  expect(new Set(seen.map(([local]) => local)).size).toBe(3);
  expect(new Set(seen.map(([, days]) => days))).toEqual(new Set(['2026-03-29 2026-03-29 2025-03-30 180']));
});

test('days are counted across leap days and the change of clocks', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  expect(addDays('2024-01-08', 1047)).toBe('2026-11-20');
});

test('a day and its number say the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 600_000 }), fc.integer({ min: -5000, max: 5000 }), (number, step) => {
      const day = dayOfNumber(number);
      expect(dayNumber(day)).toBe(number);
      expect(daysBetween(day, addDays(day, step))).toBe(step);
    }),
  );
});

test.each([
  ['2026-11-20', '2025-11-21'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-29'],
  ['2025-12-31', '2025-01-01'],
])('the twelve months that end with %s begin with %s', (day, first) => {
  expect(yearBack(day)).toBe(first);
});

test('minutes keep the seconds as a fraction', () => {
  expect(minutesBetween('2026-01-01T00:00:00Z', '2026-01-01T00:14:30Z')).toBe(14.5);
});
