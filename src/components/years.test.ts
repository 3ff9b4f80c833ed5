import { expect, test } from 'vitest';
import { periodsThrough } from '../analysis/periods.ts';
import { yearMarks } from './years.ts';

const names = (first: string, asOf: string): string[] =>
  yearMarks(periodsThrough(first, asOf, 'quarter')).map(({ from, name }) => `${Math.round(from)} ${name ?? '-'}`);

test('years stand where they begin', () => {
  expect(names('2024-01-10', '2026-11-20')).toEqual(['0 2024', '33 ’25', '67 ’26']);
});

test('a year that is cut off to the left leaves its place to the next', () => {
  expect(names('2023-12-01', '2026-11-20')).toEqual(['0 -', '8 2024', '38 ’25', '69 ’26']);
});

test('the year that has just begun is named', () => {
  expect(names('2024-01-10', '2026-01-20')).toEqual(['0 2024', '44 ’25', '89 ’26']);
});

test('of many years some are named', () => {
  const marks = yearMarks(periodsThrough('2005-01-01', '2026-11-20', 'quarter'));
  const named = marks.filter(({ name }) => name);
  expect(named.length).toBeGreaterThan(1);
  for (const [index, mark] of named.entries()) {
    if (index > 0) expect(mark.from - (named[index - 1]?.from ?? 0)).toBeGreaterThanOrEqual(13);
  }
});

test('no period, no year', () => {
  expect(yearMarks([])).toEqual([]);
});
