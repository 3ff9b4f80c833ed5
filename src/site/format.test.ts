import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDay,
  formatDuration,
  formatLate,
  formatList,
  formatMoment,
  formatMoney,
  formatMonth,
  formatOffset,
  formatPeriod,
  formatRange,
  formatShare,
  formatSinceStart,
  formatSpan,
  formatUntil,
  formatWeekday,
  formatZone,
} from './format.ts';

/** Thin and unbroken spaces as plain ones, so that the expectations can be read. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('numbers', () => {
  test.each([
    [0, '0 incidents'],
    [1, '1 incident'],
    [1047, '1,047 incidents'],
  ])('%i is %s', (count, expected) => expect(formatCount(count, 'incident')).toBe(expected));

  test('an own plural', () => expect(formatCount(2, 'entry', 'entries')).toBe('2 entries'));

  test.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.2, '20 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, expected) => expect(plain(formatShare(share))).toBe(expected));

  test('units never part from their number', () => {
    expect(formatShare(0.2)).toBe('20\u202f%');
    expect(formatDuration(112)).toBe('1\u202fh 52\u202fmin');
  });

  test('money', () => expect(plain(formatMoney({ amount: 212000.5, currency: 'EUR' }))).toBe('EUR 212,000.5'));
  test('a list', () => expect(formatList(['a', 'b', 'c'])).toBe('a, b and c'));
});

describe('days', () => {
  test.each([
    ['2026-11-20', '20 Nov 2026', 'Fri 20 Nov 2026', 'November 2026'],
    ['2026-09-08', '8 Sep 2026', 'Tue 8 Sep 2026', 'September 2026'],
    ['1969-12-31', '31 Dec 1969', 'Wed 31 Dec 1969', 'December 1969'],
    ['2024-02-29', '29 Feb 2024', 'Thu 29 Feb 2024', 'February 2024'],
  ])('%s', (day, short, weekday, month) => {
    expect(formatDay(day)).toBe(short);
    expect(formatWeekday(day)).toBe(weekday);
    expect(formatMonth(day)).toBe(month);
  });

  test('weekdays agree with the calendar of the platform', () => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });
    for (let at = Date.UTC(1960, 0, 1); at < Date.UTC(2060, 0, 1); at += 37 * 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      expect(formatWeekday(day).slice(0, 3)).toBe(format.format(at));
    }
  });

  test.each([
    [{ unit: 'quarter', part: 4, year: 2026 } as const, 'Q4 2026'],
    [{ unit: 'half', part: 1, year: 2026 } as const, 'H1 2026'],
    [{ unit: 'year', part: 1, year: 2026 } as const, '2026'],
  ])('period %o', (period, expected) => expect(formatPeriod(period)).toBe(expected));
});

describe('the clock', () => {
  test.each([
    ['2026-10-14T07:12:00Z', 'Europe/Amsterdam', '09:12', 'CEST', 'UTC+2'],
    ['2026-12-14T07:12:30Z', 'Europe/Amsterdam', '08:12:30', 'CET', 'UTC+1'],
    ['2026-07-01T04:00:00Z', 'America/New_York', '00:00', 'EDT', 'UTC-4'],
    ['2026-07-01T04:00:00Z', 'Asia/Kolkata', '09:30', 'UTC+5:30', 'UTC+5:30'],
    ['2026-07-01T04:00:00Z', 'UTC', '04:00', 'UTC', 'UTC'],
  ])('%s in %s is %s %s', (instant, zone, clock, name, offset) => {
    expect(formatClock(instant, zone)).toBe(clock);
    expect(formatZone(instant, zone)).toBe(name);
    expect(formatOffset(instant, zone)).toBe(offset);
  });

  test('a moment', () =>
    expect(formatMoment('2026-10-14T07:12:00Z', 'Europe/Amsterdam')).toBe('Wed 14 Oct 2026, 09:12 CEST'));
});

describe('a span', () => {
  test.each([
    {
      what: 'within a day',
      span: ['2026-10-14T07:12:00Z', '2026-10-14T09:04:00Z', 'Europe/Amsterdam'] as const,
      expected: { local: 'Wed 14 Oct 2026, 09:12 to 11:04 CEST', utc: '07:12 to 09:04 UTC' },
    },
    {
      what: 'over midnight here and not in UTC',
      span: ['2026-10-14T21:30:00Z', '2026-10-14T22:30:00Z', 'Europe/Amsterdam'] as const,
      expected: {
        local: 'Wed 14 Oct 2026, 23:30 to Thu 15 Oct 2026, 00:30 CEST',
        utc: 'Wed 14 Oct 2026, 21:30 to 22:30 UTC',
      },
    },
    {
      what: 'over days',
      span: ['2026-06-04T07:40:00Z', '2026-06-07T11:40:00Z', 'Europe/Amsterdam'] as const,
      expected: {
        local: 'Thu 4 Jun 2026, 09:40 to Sun 7 Jun 2026, 13:40 CEST',
        utc: 'Thu 4 Jun 2026, 07:40 to Sun 7 Jun 2026, 11:40 UTC',
      },
    },
    {
      what: 'over the end of summer time',
      span: ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'Europe/Amsterdam'] as const,
      expected: { local: 'Sun 25 Oct 2026, 02:30 CEST to 02:30 CET', utc: '00:30 to 01:30 UTC' },
    },
    {
      what: 'without an end',
      span: ['2026-11-19T20:40:00Z', undefined, 'Europe/Amsterdam'] as const,
      expected: { local: 'since Thu 19 Nov 2026, 21:40 CET', utc: 'since 20:40 UTC' },
    },
    {
      what: 'in UTC',
      span: ['2026-10-14T07:12:00Z', '2026-10-15T09:04:00Z', 'UTC'] as const,
      expected: { local: 'Wed 14 Oct 2026, 07:12 to Thu 15 Oct 2026, 09:04 UTC' },
    },
  ])('$what', ({ span: [from, to, zone], expected }) => expect(formatSpan(from, to, zone)).toEqual(expected));
});

describe('lengths of time', () => {
  test.each([
    [0, '0 min'],
    [0.25, '15 s'],
    [0.999, '1 min'],
    [19, '19 min'],
    [59.6, '1 h'],
    [112, '1 h 52 min'],
    [540, '9 h'],
    [1439, '23 h 59 min'],
    [1562, '26 h'],
    [4560, '3 days 4 h'],
    [5760, '4 days'],
    [40_000, '28 days'],
    [2_000_000, '1,389 days'],
  ])('%d minutes are %s', (minutes, expected) => expect(plain(formatDuration(minutes))).toBe(expected));

  test.each([
    [10, 19, '10–19 min'],
    [12, 12.2, '12 min'],
    [71, 104, '71–104 min'],
    [49, 182, '49 min – 3 h 2 min'],
    [0.5, 4, '30 s – 4 min'],
  ])('%d to %d minutes', (low, high, expected) => expect(plain(formatRange(low, high))).toBe(expected));

  test.each([
    [0, 'start'],
    [19, '+19 min'],
    [112, '+112 min'],
    [185, '+3 h 5 min'],
    [-5, '5 min before'],
  ])('%d minutes after the start', (minutes, expected) => expect(plain(formatSinceStart(minutes))).toBe(expected));

  test('days late and days to go', () => {
    expect([formatLate(1), formatLate(1047)]).toEqual(['1 day late', '1,047 days late']);
    expect([formatUntil(0), formatUntil(1), formatUntil(41)]).toEqual(['due today', 'in 1 day', 'in 41 days']);
  });
});
