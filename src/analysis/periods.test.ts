import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfNumber } from './days.ts';
import { PERIOD_UNITS, periodKey, periodOf, periodsThrough, periodUnitFor, positionIn } from './periods.ts';

test.each([
  ['2026-11-20', 'quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['2024-02-29', 'quarter', '2024-Q1', '2024-01-01', '2024-03-31'],
  ['2026-06-30', 'half', '2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-07-01', 'half', '2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-07-01', 'year', '2026', '2026-01-01', '2026-12-31'],
] as const)('%s lies in the %s %s, from %s to %s', (day, unit, key, from, to) => {
  expect(periodKey(day, unit)).toBe(key);
  expect(periodOf(day, unit, '2030-01-01')).toMatchObject({ key, from, to, complete: true, until: to });
});

test('a period that is not over says up to which day it is known', () => {
  expect(periodOf('2026-10-05', 'quarter', '2026-11-20')).toMatchObject({ complete: false, until: '2026-11-20' });
  expect(periodOf('2026-10-05', 'quarter', '2026-12-31')).toMatchObject({ complete: false, until: '2026-12-31' });
  expect(periodOf('2026-10-05', 'quarter', '2027-01-01')).toMatchObject({ complete: true, until: '2026-12-31' });
});

test('periods follow each other without a hole and hold every day once', () => {
  const days = fc.integer({ min: 10_000, max: 22_000 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2000 }), fc.constantFrom(...PERIOD_UNITS), (start, length, unit) => {
      const first = dayOfNumber(start);
      const asOf = addDays(first, length);
      const periods = periodsThrough(first, asOf, unit);
      expect(periods[0]?.key).toBe(periodKey(first, unit));
      expect(periods.at(-1)?.key).toBe(periodKey(asOf, unit));
      for (const [index, period] of periods.entries()) {
        expect(periodKey(period.from, unit)).toBe(period.key);
        expect(periodKey(period.to, unit)).toBe(period.key);
        const next = periods[index + 1];
        if (next) {
          expect(next.from).toBe(addDays(period.to, 1));
          expect(next.key > period.key).toBe(true);
        }
      }
    }),
  );
});

test('a period is there from its first day on', () => {
  const keys = (asOf: string): string[] => periodsThrough('2026-05-01', asOf, 'quarter').map(({ key }) => key);
  expect(keys('2026-06-30')).toEqual(['2026-Q2']);
  expect(keys('2026-07-01')).toEqual(['2026-Q2', '2026-Q3']);
});

test('nothing lies between a first day and an earlier day that figures are as of', () => {
  expect(periodsThrough('2026-05-01', '2026-04-30', 'quarter')).toEqual([]);
});

const spread = (perMonth: Record<string, number>): string[] =>
  Object.entries(perMonth).flatMap(([month, count]) => Array.from({ length: count }, () => `${month}-15`));

test('the unit is the finest in which most periods hold six incidents or more', () => {
  expect(periodUnitFor(spread({ '2025-02': 6, '2025-05': 2, '2025-08': 6 }), '2025-09-30')).toBe('quarter');
  expect(periodUnitFor(spread({ '2025-02': 5, '2025-05': 5, '2025-08': 6 }), '2025-09-30')).toBe('half');
  expect(periodUnitFor(spread({ '2025-02': 3, '2025-05': 2, '2025-08': 5 }), '2025-12-31')).toBe('year');
  expect(periodUnitFor([], '2025-12-31')).toBe('year');
});

test('half of the periods are not most of them, and an empty period is one of them', () => {
  expect(periodUnitFor(spread({ '2025-02': 6, '2025-05': 5 }), '2025-06-30')).toBe('half');
  expect(periodUnitFor(spread({ '2025-02': 6, '2025-08': 6 }), '2025-12-31')).not.toBe('quarter');
});

test('a day lies inside its period, the first near its start and the last near its end', () => {
  const quarter = periodOf('2026-01-01', 'quarter', '2026-12-31');
  expect(positionIn(quarter, '2026-01-01')).toBeCloseTo(0.5 / 90);
  expect(positionIn(quarter, '2026-03-31')).toBeCloseTo(89.5 / 90);
});
