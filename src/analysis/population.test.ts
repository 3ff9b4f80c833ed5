import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incident, postmortem } from '../testing/postmortem.ts';
import { leftOutBy } from './left-out.ts';
import { leftOutOfAll, newestFirst, populationOf, precedes } from './population.ts';

const standpoint = { asOf: '2026-06-30', zone: 'Europe/Berlin' };

test('incidents, near misses, exercises and what is yet to come are kept apart', () => {
  const population = populationOf(
    [
      incident('old', '2026-01-05', 10),
      incident('new', '2026-06-30', 10),
      incident('near', '2026-03-01', 10, { type: 'near-miss' }),
      incident('drill', '2026-04-01', 10, { type: 'exercise' }),
      incident('future', '2026-07-01', 10),
    ],
    standpoint,
    [{ day: '2026-05-01', severity: 'SEV1' }, { day: '2026-07-01' }],
  );
  const ids = (of: typeof population.incidents): string[] => of.map((one) => one.postmortem.id);
  expect(ids(population.incidents)).toEqual(['new', 'old']);
  expect(ids(population.others)).toEqual(['drill', 'near']);
  expect(ids(population.later)).toEqual(['future']);
  expect(population.restricted).toEqual([{ day: '2026-05-01', severity: 'SEV1' }]);
  expect(leftOutOfAll(population)).toEqual([
    { reason: 'restricted', count: 1, ids: [] },
    { reason: 'after-as-of', count: 1, ids: ['future'] },
  ]);
});

test('the day of an incident is that of the zone', () => {
  const late = postmortem({ id: 'late', started: '2026-06-30T22:00:00Z' });
  expect(populationOf([late], standpoint).later).toMatchObject([{ day: '2026-07-01' }]);
  expect(populationOf([late], { ...standpoint, zone: 'UTC' }).incidents).toMatchObject([{ day: '2026-06-30' }]);
});

test('the newest stands first, among those of one second the lower id, whatever order they came in', () => {
  const all = ['b', 'a', 'c'].map((id) => incident(id, '2026-01-05', 10));
  all.push(incident('d', '2026-01-06', 10));
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
      expect(newestFirst(shuffled).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
    }),
  );
  const [b, a] = all;
  expect(a && b && precedes(b, a) && !precedes(a, b)).toBe(true);
});

test('what is left out is told by reason, in one order, and restricted incidents have no ids', () => {
  const found = [
    { reason: 'ongoing' as const, id: 'x' },
    { reason: 'not-recorded' as const, id: 'y' },
    { reason: 'ongoing' as const, id: 'z' },
  ];
  expect(leftOutBy(found, 2)).toEqual([
    { reason: 'not-recorded', count: 1, ids: ['y'] },
    { reason: 'ongoing', count: 2, ids: ['x', 'z'] },
    { reason: 'restricted', count: 2, ids: [] },
  ]);
  expect(leftOutBy([])).toEqual([]);
});
