import { describe, expect, test } from 'vitest';
import { placeTimes } from '../times/place-times.ts';
import { stampReader } from '../times/stamps.ts';
import { ENGLISH } from '../words/english.ts';
import { rowStamps } from './row-stamps.ts';

const plain = stampReader(ENGLISH);
const rows = rowStamps(plain, ENGLISH);

test.each([
  ['T+5: writes fail', 5],
  ['T+0 – begins', 0],
  ['T0: begins', 0],
  ['T-10m: announced', -10],
  ['T−2h reminder', -120],
  ['T+0:10 back', 10],
  ['T+1:05:30 back', 65.5],
  ['T + 90 seconds', 1.5],
  ['T+1h30m back', 90],
  ['+15 min paged', 15],
  ['+0:45 paged', 45],
  ['-1 hour rollout', -60],
])('%j counts %j minutes from the start', (text, minutes) => {
  expect(rows.read(text)?.fromStart).toBe(minutes);
});

test.each(['Team paged', 'T-shirt sizes', '+15 people', '-5', 'T plus five', 'Tuesday it broke', 'Sunny 10:00'])(
  '%j is no time of a timeline',
  (text) => {
    expect(rows.read(text)).toBeUndefined();
  },
);

test('prose reads none of them', () => {
  expect(['T+5: x', 'Friday 10:00 x'].map((text) => plain.read(text))).toEqual([undefined, undefined]);
});

describe('placed', () => {
  const UTC = { offset: 0, words: 'UTC' };
  const place = (texts: string[], day?: string, start?: string): string[] =>
    placeTimes(
      texts.map((text) => rows.read(text) ?? { rough: false, impossible: true, length: 0 }),
      {
        zone: UTC,
        ...(day && { day }),
        ...(start && { start: { written: start, epoch: Date.parse(start) } }),
      },
    ).map((placed) => ('moment' in placed ? placed.moment.written : placed.why));

  test('times from a start stay text where no start is stated', () => {
    expect(place(['T+5'], '2024-01-01')).toEqual(['it counts from a start that is stated nowhere']);
    expect(place(['T-5', 'T+0:30'], '2024-01-01', '2024-01-01T00:02:00Z')).toEqual([
      '2023-12-31T23:57Z',
      '2024-01-01T00:32Z',
    ]);
  });

  test('weekdays follow a date, forwards and over the week', () => {
    // 15 September 2023 was a Friday.
    expect(place(['Fri 22:10', 'Sat 01:00', '03:00', 'Mon 09:00', 'Monday 10:00'], '2023-09-15')).toEqual([
      '2023-09-15T22:10Z',
      '2023-09-16T01:00Z',
      '2023-09-16T03:00Z',
      '2023-09-18T09:00Z',
      '2023-09-18T10:00Z',
    ]);
  });

  test('a weekday that the stated date does not bear is not guessed, and neither is one without a date', () => {
    const why = 'which of these weekdays is meant cannot be told';
    expect(place(['Tue 10:00'], '2023-09-15')).toEqual([why]);
    expect(place(['Tue 10:00'])).toEqual([why]);
  });
});
