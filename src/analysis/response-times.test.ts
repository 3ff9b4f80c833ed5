import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Postmortem } from '../model/record.ts';
import { incident, later, postmortem } from '../testing/postmortem.ts';
import { addDays } from './days.ts';
import { MEASURES } from './durations.ts';
import { responseTimesOf } from './response-times.ts';

const standpoint = { asOf: '2026-06-30', zone: 'UTC' };

/** Incidents ten days apart from `day` on, each with its minutes to resolve. */
function series(day: string, minutes: number[]): Postmortem[] {
  return minutes.map((one, index) => {
    const on = addDays(day, index * 10);
    return incident(`${on}-x`, on, one);
  });
}

test('an ongoing incident is left out and counted: its end is never now', () => {
  const open = postmortem({ id: 'open', started: '2026-02-01T00:00:00Z', ongoing: true, severity: 'SEV3' });
  const times = responseTimesOf([...series('2026-01-01', [10, 20, 30, 40, 50]), open], 'resolve', standpoint);
  expect(times.summary).toMatchObject({ n: 5, worst: 50 });
  expect(times).toMatchObject({ of: 6, leftOut: [{ reason: 'ongoing', count: 1, ids: ['open'] }] });
  const muchLater = responseTimesOf([...series('2026-01-01', [10, 20, 30, 40, 50]), open], 'resolve', {
    ...standpoint,
    asOf: '2031-06-30',
  });
  expect(muchLater.summary).toEqual(times.summary);
});

test('an incident without an end is left out and counted, and fourteen minutes stay fourteen', () => {
  const never = postmortem({ id: 'never', started: '2026-01-03T00:00:00Z' });
  const times = responseTimesOf([...series('2026-01-01', [14]), never], 'resolve', standpoint);
  expect(times.summary).toEqual({ enough: false, n: 1, values: [14] });
  expect(times.leftOut).toEqual([{ reason: 'not-recorded', count: 1, ids: ['never'] }]);
});

test('near misses and exercises stay out; restricted and future incidents are left out with their reason', () => {
  const times = responseTimesOf(
    [
      ...series('2026-01-01', [10, 20]),
      incident('near', '2026-02-01', 5, { type: 'near-miss' }),
      incident('drill', '2026-02-02', 5, { type: 'exercise' }),
      incident('future', '2026-07-01', 5),
    ],
    'resolve',
    standpoint,
    [{ day: '2026-03-05', severity: 'SEV1' }],
  );
  expect(times.summary.n).toBe(2);
  expect(times.others).toEqual(['drill', 'near']);
  expect(times.leftOut).toEqual([
    { reason: 'restricted', count: 1, ids: [] },
    { reason: 'after-as-of', count: 1, ids: ['future'] },
  ]);
  expect(times.of).toBe(4);
  expect(times.periods[0]?.leftOut).toEqual([{ reason: 'restricted', count: 1, ids: [] }]);
});

test('a period without incidents is a gap, not a zero', () => {
  const times = responseTimesOf(
    [...series('2025-01-10', [1, 2, 3, 4, 5, 6]), ...series('2025-07-10', [1, 2, 3, 4, 5, 6])],
    'resolve',
    { ...standpoint, asOf: '2025-09-30' },
  );
  expect(times.unit).toBe('quarter');
  expect(times.periods.map(({ period }) => period.key)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3']);
  expect(times.periods[1]).toMatchObject({ summary: { enough: false, n: 0, values: [] }, incidents: [], of: 0 });
  expect(times.periods[2]).not.toHaveProperty('overlapsPrevious');
  expect(JSON.stringify(times)).not.toMatch(/NaN|null|Infinity/);
});

test('fewer than five in a period: the dots, and no summary', () => {
  const times = responseTimesOf(series('2026-01-01', [11, 92, 1562]), 'resolve', standpoint, [], 'quarter');
  expect(times.periods[0]).toMatchObject({
    summary: { enough: false, n: 3, values: [11, 92, 1562] },
    incidents: [
      { id: '2026-01-21-x', day: '2026-01-21', severity: 'SEV2', minutes: 1562 },
      { id: '2026-01-11-x', minutes: 92 },
      { id: '2026-01-01-x', minutes: 11 },
    ],
  });
});

test('the longest is named, so that it can be opened', () => {
  const times = responseTimesOf(series('2026-01-01', [11, 1562, 92, 1562]), 'resolve', standpoint);
  expect(times.longest).toMatchObject({ id: '2026-01-31-x', minutes: 1562 });
  expect(responseTimesOf([], 'resolve', standpoint)).not.toHaveProperty('longest');
});

test('a period with an ongoing incident is not compared', () => {
  const archive = [...series('2026-01-01', [13, 15, 11, 14, 12]), ...series('2026-04-01', [3, 5, 1, 4, 2])];
  const open = postmortem({ id: 'open', started: '2026-05-01T00:00:00Z', ongoing: true });
  const judge = (...more: Postmortem[]) =>
    responseTimesOf([...archive, ...more], 'resolve', standpoint, [], 'quarter').trend.verdict;
  expect(judge()).toBe('shorter');
  expect(judge(open)).toBe('too-few');
});

test('with five incidents it says how often chance alone would make a median fall', () => {
  expect(responseTimesOf(series('2026-01-01', [1, 20, 300, 4000, 50_000]), 'resolve', standpoint).chance).toMatchObject(
    {
      size: 5,
      fall: 0.25,
    },
  );
  expect(responseTimesOf(series('2026-01-01', [1, 20, 300, 4000]), 'resolve', standpoint)).not.toHaveProperty('chance');
});

test('neighbours say whether their intervals overlap', () => {
  const apart = [...series('2026-01-01', [1, 2, 3, 4, 5]), ...series('2026-04-01', [11, 12, 13, 14, 15])];
  const times = responseTimesOf(apart, 'resolve', standpoint, [], 'quarter');
  expect(times.periods.map(({ overlapsPrevious }) => overlapsPrevious)).toEqual([undefined, false]);
  expect(times.trend).toMatchObject({ verdict: 'longer' });
});

describe('whatever the archive', () => {
  const record = fc.record({
    on: fc.integer({ min: 0, max: 900 }),
    detected: fc.option(fc.integer({ min: -60, max: 600 }), { nil: undefined }),
    resolved: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
    type: fc.constantFrom('incident' as const, 'near-miss' as const),
  });
  const archives = fc.array(record, { maxLength: 40 }).map((records) =>
    records.map(({ on, detected, resolved, type }, index) => {
      const started = `${addDays('2024-01-01', on)}T06:00:00Z`;
      const at = (minutes: number | undefined) => (minutes === undefined ? undefined : later(started, minutes));
      return postmortem({
        id: `i${index}`,
        type,
        started,
        detected: at(detected),
        acknowledged: at(700),
        resolved: at(resolved),
        ongoing: resolved === undefined && index % 2 === 0,
      });
    }),
  );

  test('every incident is measured or left out, once, and the periods add up to the whole', () => {
    fc.assert(
      fc.property(archives, fc.constantFrom(...MEASURES), (archive, by) => {
        const times = responseTimesOf(archive, by, standpoint, [{ day: '2025-02-03' }]);
        const left = times.leftOut.flatMap(({ ids }) => ids);
        const all = [...times.incidents.map(({ id }) => id), ...left, ...times.others];
        expect(all.sort()).toEqual(archive.map(({ id }) => id).sort());
        const started = archive.filter(({ started: at, type }) => type === 'incident' && at < '2026-07-01');
        const inPeriods = times.periods.reduce((sum, { incidents }) => sum + incidents.length, 0);
        expect(inPeriods).toBe(times.summary.n);
        if (started.length > 0) expect(times.of).toBe(archive.length - times.others.length + 1);
        for (const { position, minutes } of times.periods.flatMap(({ incidents }) => incidents)) {
          expect(position > 0 && position < 1).toBe(true);
          expect(minutes).toBeGreaterThanOrEqual(0);
        }
        expect(responseTimesOf([...archive].reverse(), by, standpoint, [{ day: '2025-02-03' }])).toEqual(times);
      }),
    );
  });
});
