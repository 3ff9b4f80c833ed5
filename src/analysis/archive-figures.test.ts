import { expect, test } from 'vitest';
import { action, incident, postmortem, site } from '../testing/postmortem.ts';
import { actionsOf } from './actions.ts';
import { lastYearFigures } from './archive-figures.ts';

const asOf = '2026-11-20';
const archive = [
  incident('out', '2025-11-20', 10),
  incident('first-day', '2025-11-21', 10, { severity: 'SEV1', actions: [action({ due: '2026-01-01' })] }),
  incident('again', '2026-05-01', 30, {
    recurrenceOf: 'out',
    actions: [action({ status: 'done', closed: '2026-05-02', due: '2026-06-01' })],
  }),
  postmortem({ id: 'open', started: '2026-11-19T00:00:00Z', severity: 'SEV3', ongoing: true }),
  incident('unrated', '2026-06-01', 20, { severity: undefined }),
  incident('near', '2026-06-02', 20, { type: 'near-miss' }),
];
const restricted = [
  { day: '2026-03-01', severity: 'SEV2' },
  { day: '2025-01-01', severity: 'SEV1' },
];
const figures = lastYearFigures(archive, restricted, actionsOf(archive, site(), asOf), site());

test('the last four quarters are the twelve months that end today, to the day', () => {
  expect(figures).toMatchObject({
    from: '2025-11-21',
    to: '2026-11-20',
    ids: ['open', 'unrated', 'again', 'first-day'],
  });
});

test('restricted incidents enter the counts by date and severity, and nothing else', () => {
  expect(figures).toMatchObject({ incidents: 5, restricted: 1 });
  expect(figures.bySeverity).toEqual([
    { severity: 'SEV1', count: 1, restricted: 0, ids: ['first-day'] },
    { severity: 'SEV2', count: 2, restricted: 1, ids: ['again'] },
    { severity: 'SEV3', count: 1, restricted: 0, ids: ['open'] },
    { severity: 'SEV4', count: 0, restricted: 0, ids: [] },
    { count: 1, restricted: 0, ids: ['unrated'] },
  ]);
  expect(figures.repeats).toEqual({ ids: ['again'], of: 4 });
});

test('the first and the last day belong to them, the days around do not', () => {
  const days = ['2025-11-20', '2025-11-21', '2026-11-20', '2026-11-21'].map((day) => ({ day }));
  const counted = lastYearFigures([], days, actionsOf([], site(), asOf), site());
  expect(counted).toMatchObject({ incidents: 2, restricted: 2 });
  expect(counted.bySeverity.at(-1)).toEqual({ count: 2, restricted: 2, ids: [] });
});

test('each response time says how many it rests on and what it leaves out', () => {
  expect(figures.response.map(({ measure }) => measure)).toEqual(['detect', 'acknowledge', 'mitigate', 'resolve']);
  expect(figures.response[3]).toMatchObject({
    summary: { enough: false, values: [10, 20, 30] },
    of: 5,
    leftOut: [
      { reason: 'ongoing', count: 1, ids: ['open'] },
      { reason: 'restricted', count: 1, ids: [] },
    ],
  });
});

test('promises are those that fell due in these months', () => {
  expect(figures.promises).toMatchObject({
    from: '2025-11-21',
    due: 2,
    doneByDate: ['again#A1'],
    stillOpen: ['first-day#A1'],
  });
});
