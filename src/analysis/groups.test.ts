import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incident, postmortem } from '../testing/postmortem.ts';
import {
  byCause,
  byDetection,
  byFactor,
  byService,
  bySeverity,
  byTeam,
  byTrigger,
  comingBack,
  groupNamed,
} from './patterns.ts';

const standpoint = { asOf: '2026-06-30', zone: 'UTC' };
const causes = (...ids: string[]) => ({ causes: ids.map((id) => ({ id })) });

describe('grouping by root cause', () => {
  const archive = [
    incident('a', '2025-02-01', 10, causes('pool')),
    incident('b', '2025-08-01', 20, { ...causes('pool', 'retries'), recurrenceOf: 'a' }),
    incident('c', '2026-01-01', 30, causes('retries')),
    incident('d', '2026-01-20', 40, causes('disk')),
    incident('e', '2026-02-01', 50, { causesUnknown: true }),
    incident('f', '2026-02-02', 60),
    incident('near', '2026-03-01', 5, { ...causes('pool'), type: 'near-miss' }),
    incident('future', '2026-07-01', 5, causes('pool')),
  ];
  const grouping = byCause(archive, standpoint, {
    known: ['pool', 'clock', 'disk'],
    restricted: [{ day: '2026-01-01' }],
  });

  test('the most frequent leads, then the one seen last; causes without incidents end the list', () => {
    expect(grouping.groups.map(({ id, count }) => [id, count])).toEqual([
      ['retries', 2],
      ['pool', 2],
      ['disk', 1],
      ['clock', 0],
    ]);
  });

  test('a group says what it rests on', () => {
    expect(groupNamed(grouping, 'pool')).toMatchObject({
      incidents: ['b', 'a'],
      count: 2,
      share: 1 / 3,
      repeats: ['b'],
      lastSeen: '2025-08-01',
      others: ['near'],
      periods: [
        { key: '2025-Q1', column: 0, stones: [{ id: 'a', day: '2025-02-01', repeats: false }] },
        { key: '2025-Q3', column: 2, stones: [{ id: 'b', day: '2025-08-01', repeats: true }] },
      ],
      resolve: { summary: { enough: false, n: 2, values: [10, 20] }, of: 2, leftOut: [] },
    });
    expect(groupNamed(grouping, 'clock')).toMatchObject({ count: 0, share: 0, incidents: [], periods: [] });
    expect(groupNamed(grouping, 'clock')).not.toHaveProperty('lastSeen');
    expect(groupNamed(grouping, 'nothing')).toBeUndefined();
  });

  test('unknown causes are counted apart and never ranked; none is not unknown', () => {
    expect(grouping).toMatchObject({ of: 6, unknown: ['e'], none: ['f'] });
    expect(grouping.groups.map(({ id }) => id)).not.toContain('unknown');
  });

  test('incidents in several groups are named, since counts then add up to more than there are', () => {
    expect(grouping.several).toEqual(['b']);
    expect(grouping.groups.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  test('what stands in no figure is counted, by reason', () => {
    expect(grouping.leftOut).toEqual([
      { reason: 'restricted', count: 1, ids: [] },
      { reason: 'after-as-of', count: 1, ids: ['future'] },
    ]);
  });

  test('periods go through to the day the figures are as of, empty ones included', () => {
    expect(grouping.periods.map(({ key }) => key)).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
    ]);
  });

  test('the leading groups hold half of the incidents, each counted once', () => {
    expect(grouping.leading).toEqual({ groups: 2, incidents: 3 });
  });

  test('only what happened twice keeps coming back', () => {
    expect(comingBack(grouping).map(({ id }) => id)).toEqual(['retries', 'pool']);
    expect(comingBack(grouping, 1).map(({ id }) => id)).toEqual(['retries']);
  });
});

test('a cause named twice by one incident counts once', () => {
  expect(byCause([incident('a', '2025-02-01', 10, causes('pool', 'pool'))], standpoint)).toMatchObject({
    groups: [{ id: 'pool', count: 1 }],
    several: [],
  });
});

test('an ongoing incident counts for its cause and is left out of its times', () => {
  const open = postmortem({ id: 'open', started: '2026-01-01T00:00:00Z', ongoing: true, ...causes('pool') });
  expect(byCause([open], standpoint).groups[0]).toMatchObject({
    count: 1,
    resolve: { summary: { n: 0 }, leftOut: [{ reason: 'ongoing', ids: ['open'] }] },
  });
});

test('every other grouping follows the same rules', () => {
  const archive = [
    incident('a', '2026-01-01', 10, {
      factors: [{ id: 'no-canary' }, { id: 'pool' }],
      trigger: 'deploy',
      detection: { by: 'alert' },
      services: ['api', 'db'],
      owner: 'core',
    }),
    incident('b', '2026-01-02', 10, { trigger: 'unknown', severity: 'SEV1' }),
    incident('c', '2026-01-03', 10, { trigger: 'none' }),
  ];
  const ids = (grouping: ReturnType<typeof byCause>): string[] => grouping.groups.map(({ id }) => id);
  expect(ids(byFactor(archive, standpoint))).toEqual(['no-canary', 'pool']);
  expect(ids(byTrigger(archive, standpoint))).toEqual(['none', 'deploy']);
  expect(byTrigger(archive, standpoint).unknown).toEqual(['b']);
  expect(ids(byDetection(archive, standpoint))).toEqual(['alert']);
  expect(ids(byService(archive, standpoint))).toEqual(['api', 'db']);
  expect(ids(byTeam(archive, standpoint))).toEqual(['core']);
  expect(ids(bySeverity(archive, standpoint))).toEqual(['SEV2', 'SEV1']);
});

test('no incident, no figures', () => {
  expect(byCause([], standpoint)).toEqual({
    groups: [],
    unit: 'quarter',
    periods: [],
    of: 0,
    leftOut: [],
    unknown: [],
    none: [],
    several: [],
    leading: { groups: 0, incidents: 0 },
  });
});

test('whatever the archive, every incident is in a group, unknown or without one', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.oneof(ids, fc.constant('unknown' as const)), { maxLength: 30 }), (named) => {
      const archive = named.map((one, index) =>
        incident(`i${index}`, `2026-01-${String((index % 28) + 1).padStart(2, '0')}`, index, {
          ...(one === 'unknown' ? { causesUnknown: true } : causes(...one)),
        }),
      );
      const grouping = byCause(archive, standpoint);
      const { groups, unknown, none, of, several, leading } = grouping;
      const grouped = new Set(groups.flatMap(({ incidents }) => incidents));
      expect(grouped.size + unknown.length + none.length).toBe(of);
      expect(groups.reduce((sum, { share }) => sum + share, 0) > 1 + 1e-9 && several.length === 0).toBe(false);
      expect(leading.incidents).toBeLessThanOrEqual(grouped.size);
      if (grouped.size * 2 >= of) expect(leading.incidents * 2).toBeGreaterThanOrEqual(of);
      for (const group of groups) {
        const stones = group.periods.flatMap((period) => period.stones.map(({ id }) => id));
        expect(stones.sort()).toEqual([...group.incidents].sort());
        expect(group.periods.every(({ key, column }) => grouping.periods[column]?.key === key)).toBe(true);
      }
    }),
  );
});
