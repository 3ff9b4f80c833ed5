import { expect, test } from 'vitest';
import { postmortem, site } from '../testing/postmortem.ts';
import { publicationOf } from './publication.ts';

const berlin = site({ timezone: 'Europe/Berlin' });
const resolved = '2026-10-14T22:30:00Z';
const of = (facts: Parameters<typeof postmortem>[0], asOf = '2026-10-20') =>
  publicationOf(postmortem(facts), berlin, asOf);

test('time to publish counts in days of the zone, from the day it was resolved', () => {
  // 00:30 on the 15th in Berlin: 48 hours run out on the 17th.
  expect(of({ resolved, published: '2026-10-17' })).toEqual({
    published: '2026-10-17',
    days: 2,
    due: '2026-10-17',
    inTime: true,
  });
  expect(of({ resolved, published: '2026-10-18' })).toMatchObject({ days: 3, inTime: false });
  expect(of({ resolved, published: '2026-10-14' })).toMatchObject({ days: 0, inTime: true });
});

test('what is not published has a day on which it is due, and is late from the next', () => {
  expect(of({ resolved }, '2026-10-17')).toEqual({ absent: 'not-published', due: '2026-10-17' });
  expect(of({ resolved }, '2026-10-18')).toEqual({ absent: 'not-published', due: '2026-10-17', daysLate: 1 });
});

test('without an end there is nothing to count from', () => {
  expect(of({ ongoing: true })).toEqual({ absent: 'ongoing' });
  expect(of({ published: '2026-10-17' })).toEqual({ absent: 'not-recorded', published: '2026-10-17' });
});
