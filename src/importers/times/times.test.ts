import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLed } from '../read-led.ts';
import { ENGLISH } from '../words/english.ts';
import { DayOrderEvidence } from './day-order.ts';
import { fitDurations, lastRecovery, tellsRecovery } from './derive-times.ts';
import { readDuration } from './durations.ts';
import { momentOf, seasonGap } from './moments.ts';
import { type DayOrder, placeTimes } from './place-times.ts';
import { type Stamp, stampReader } from './stamps.ts';
import { findZone, readZone } from './zone-words.ts';

const reader = stampReader(ENGLISH);
const UTC = { offset: 0, words: 'UTC' };

/** The moment that a text alone means, `day` carried forward to it. */
function read(text: string, day = '2024-03-01', dayOrder?: DayOrder): string | undefined {
  const stamp = reader.read(text);
  const [placed] = stamp ? placeTimes([stamp], { zone: UTC, day, ...(dayOrder && { dayOrder }) }) : [];
  return placed && 'moment' in placed ? placed.moment.written : undefined;
}

describe('times in many dresses', () => {
  test.each([
    ['16.32 alert', '2024-03-01T16:32Z'],
    ['12:29p paged', '2024-03-01T12:29Z'],
    ['12:29 a.m. paged', '2024-03-01T00:29Z'],
    ['0659 UTC paged', '2024-03-01T06:59Z'],
    ['1530 hrs paged', '2024-03-01T15:30Z'],
    ['14h30', '2024-03-01T14:30Z'],
    ['9 AM PT', '2024-03-01T09:00-08:00'],
    ['3:45 p.m. ET', '2024-03-01T15:45-05:00'],
    ['10:05:33', '2024-03-01T10:05:33Z'],
    ['~13:30', '2024-03-01T13:30Z'],
    ['ca. 13:30', '2024-03-01T13:30Z'],
    ['17:14pm', '2024-03-01T17:14Z'],
    ['15:21 +0200', '2024-03-01T15:21+02:00'],
    ['15:21+05:30', '2024-03-01T15:21+05:30'],
    ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09Z'],
    ['2024-05-06T07:08:09.123456-08:00', '2024-05-06T07:08:09-08:00'],
    ['2024-05-06 07:08', '2024-05-06T07:08Z'],
    ['2024/5/6 7:08', '2024-05-06T07:08Z'],
    ['May 14, 2021 00:52 (UTC)', '2021-05-14T00:52Z'],
    ['May 14th 2021 at 12:52 am', '2021-05-14T00:52Z'],
    ['14 May 2021, 00:52 CEST', '2021-05-14T00:52+02:00'],
    ['Friday, 14. May 00:52', '2024-05-14T00:52Z'],
    ['14-May-2021 00:52', '2021-05-14T00:52Z'],
    ['00:52 UTC, May 14 2021', '2021-05-14T00:52Z'],
    ['24-10-2024 10:00', '2024-10-24T10:00Z'],
    ['2021年5月14日 10:00', '2021-05-14T10:00Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '0.02.2020 10:00',
    '20202-01-16 12:00',
    '2021-02-30 10:00',
    '25:61',
    '14:??',
    '2X:XX',
    '2022-05-?? HH:mm',
    '10:00 IST',
    '1.2.3',
    '2018 - a year',
    '10 nodes',
    '1 may be enough',
  ])('%s is no moment', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('digits that can be read in two ways are read as the archive writes them, or stay text', () => {
    expect(read('03/04/2021 10:00')).toBeUndefined();
    expect(read('03/04/2021 10:00', undefined, 'day-first')).toBe('2021-04-03T10:00Z');
    expect(read('03/04/2021 10:00', undefined, 'month-first')).toBe('2021-03-04T10:00Z');
  });

  test('a stretch of time stands at its beginning and keeps its words', () => {
    expect(readLed('**13:30-13:45** Down', reader)).toMatchObject({
      written: '13:30-13:45',
      rest: 'Down',
      stamp: { rough: true },
    });
    expect(readLed('- 10:00', reader)).toBeUndefined();
    expect(readLed('**10:00: Team** alerted', reader)?.rest).toBe('**Team** alerted');
  });
});

test('an abbreviation that several zones share means what the map file says', () => {
  const india = stampReader(ENGLISH, { IST: { name: 'Asia/Kolkata', words: 'IST' } });
  const [placed] = placeTimes([india.read('10:00 IST') as Stamp], { zone: UTC, day: '2024-03-01' });
  expect(placed).toMatchObject({ moment: { written: '2024-03-01T10:00+05:30' } });
});

describe('which way round days are written', () => {
  const decide = (...texts: string[]): ReturnType<DayOrderEvidence['decide']> => {
    const evidence = new DayOrderEvidence();
    for (const text of texts) evidence.look(text);
    return evidence.decide();
  };

  test('is shown by a number above twelve, and said', () => {
    expect(decide('on 03/04/2021', 'on 24/04/2021')).toMatchObject({
      order: 'day-first',
      why: expect.stringContaining('24/04/2021'),
    });
    expect(decide('on 04/24/2021').order).toBe('month-first');
    expect(decide('on 3.4.2021').order).toBe('day-first');
  });

  test('stays open where nothing or both is shown', () => {
    expect(decide('on 03/04/2021').order).toBeUndefined();
    expect(decide('on 24/04/2021 and 04/24/2021').order).toBeUndefined();
    expect(decide('1.2.3 and 10/12')).toEqual({});
  });
});

describe('a timeline', () => {
  const place = (texts: string[], day = '2024-03-01'): (string | undefined)[] =>
    placeTimes(
      texts.map((text) => reader.read(text) as Stamp),
      { zone: UTC, day },
    ).map((placed) => ('moment' in placed ? placed.moment.written : undefined));

  test('carries the day, passes midnight, and goes back a little where it is out of order', () => {
    expect(place(['23:50', '23:58', '00:10', '00:05', '2024-03-04 09:00', '10:00'])).toEqual([
      '2024-03-01T23:50Z',
      '2024-03-01T23:58Z',
      '2024-03-02T00:10Z',
      '2024-03-02T00:05Z',
      '2024-03-04T09:00Z',
      '2024-03-04T10:00Z',
    ]);
  });

  test('on a clock of twelve hours that never says which half of the day is not guessed at', () => {
    expect(place(['11:50', '12:10', '1:15', '1:20', '2024-03-02 09:00'])).toEqual([
      '2024-03-01T11:50Z',
      '2024-03-01T12:10Z',
      undefined,
      undefined,
      '2024-03-02T09:00Z',
    ]);
    expect(place(['11:50 am', '12:10 pm', '1:15 pm'])).toEqual([
      '2024-03-01T11:50Z',
      '2024-03-01T12:10Z',
      '2024-03-01T13:15Z',
    ]);
  });

  test('in the night when the clocks change has no time that never was or was twice', () => {
    const zone = { name: 'Europe/Berlin', words: 'Europe/Berlin' };
    expect(momentOf('2024-03-31', { hour: 2, minute: 30, second: 0 }, zone)).toBeUndefined();
    expect(momentOf('2024-10-27', { hour: 2, minute: 30, second: 0 }, zone)).toBeUndefined();
    expect(momentOf('2024-10-27', { hour: 4, minute: 30, second: 0 }, zone)?.written).toBe('2024-10-27T04:30+01:00');
  });

  test('tells of recovery where it says so and not where it denies it', () => {
    expect(tellsRecovery('Service is back to normal', ENGLISH)).toBe(true);
    expect(tellsRecovery('It is not yet resolved', ENGLISH)).toBe(false);
    expect(tellsRecovery('DNS resolvedns hangs', ENGLISH)).toBe(false);
  });

  test('and stated lengths that lead from one entry to others give start, detection and end', () => {
    const entries = [0, 80, 85, 95, 133].map((minutes) => ({
      what: 'x',
      moment: momentOf(
        '2024-01-01',
        { hour: 11 + Math.floor(minutes / 60), minute: minutes % 60, second: 0 },
        UTC,
      ) as NonNullable<ReturnType<typeof momentOf>>,
    }));
    const length = (minutes: number): { minutes: number; rough: boolean; from: string } => ({
      minutes,
      rough: false,
      from: `${minutes} min`,
    });
    expect(fitDurations(entries, length(5), length(15))).toMatchObject({
      started: { moment: { written: '2024-01-01T12:20Z' } },
      detected: { moment: { written: '2024-01-01T12:25Z' } },
      resolved: { moment: { written: '2024-01-01T12:35Z' } },
    });
    expect(fitDurations(entries, undefined, length(17))).toEqual({});
    expect(lastRecovery(entries, ENGLISH)).toBeUndefined();
  });
});

describe('zones', () => {
  test.each([
    ['All times in Central European Time (CET)', { offset: 60 }],
    ['PST (UTC-7)', { offset: -420 }],
    ['UTC+1 (Zurich time)', { offset: 60 }],
    ['GMT+2', { offset: 120 }],
    ['US/Pacific', { name: 'America/Los_Angeles' }],
    ['Date and Time in CET', { offset: 60 }],
    ['Asia/Kolkata', { name: 'Asia/Kolkata' }],
  ])('%s', (words, zone) => {
    expect(findZone(words)).toMatchObject(zone);
  });

  test('that are none are none', () => {
    expect(findZone('UC/Pacific')).toBeUndefined();
    expect(findZone('2021-05-01')).toBeUndefined();
    expect(readZone('ESTIMATED')).toBeUndefined();
  });

  test('by an abbreviation out of its season are noticed', () => {
    expect(seasonGap({ offset: 60, words: 'CET' }, '2024-07-01')).toBe(60);
    expect(seasonGap({ offset: 60, words: 'CET' }, '2024-01-01')).toBe(0);
    expect(seasonGap(UTC, '2024-07-01')).toBe(0);
  });
});

describe('lengths of time in words', () => {
  test.each([
    ['54 hours 10 minutes', 3250],
    ['3h 45m', 225],
    ['1h50m', 110],
    ['11 Days', 15_840],
    ['279 minutes [^3]', 279],
    ['1.5 hours', 90],
    ['2 hours and 3 mins.', 123],
    ['90s', 1.5],
  ])('%s', (text, minutes) => {
    expect(readDuration(text, ENGLISH)?.minutes).toBe(minutes);
  });

  test.each(['?', 'N/A', 'a while', '12', '10 nodes', ''])('%j is none', (text) => {
    expect(readDuration(text, ENGLISH)).toBeUndefined();
  });

  test('are rough where they say so', () => {
    expect(readDuration('~20 hours', ENGLISH)).toEqual({ minutes: 1200, rough: true });
  });
});

test('whatever the text, times, zones and lengths are read or refused, and take no more than there is', () => {
  const piece = fc.constantFrom(
    '2024-03-01',
    '10:00',
    '24/13/2021',
    'May',
    ' ',
    ':',
    '-',
    'UTC',
    '+02:00',
    '~',
    'pm',
    '??',
    '1',
    '99',
    'T',
    '年',
    'ca.',
    '(',
    ')',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        const stamp = reader.read(text);
        expect(stamp === undefined || (stamp.length > 0 && stamp.length <= text.length)).toBe(true);
        if (stamp) placeTimes([stamp], { zone: UTC, day: '2024-03-01' });
        readLed(text, reader);
        findZone(text);
        readDuration(text, ENGLISH);
      },
    ),
    { numRuns: 500 },
  );
});
