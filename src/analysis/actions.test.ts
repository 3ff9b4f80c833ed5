import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTION_PRIORITIES, ACTION_STATUSES } from '../model/action.ts';
import { action, incident, site } from '../testing/postmortem.ts';
import { actionsOf } from './actions.ts';
import { dayOfNumber } from './days.ts';
import { promisesOf } from './promises.ts';

const asOf = '2026-11-20';
const names = (of: readonly { name: string }[]): string[] => of.map(({ name }) => name);

const archive = [
  incident('old', '2023-11-24', 60, {
    services: ['api', 'db'],
    causes: [{ id: 'pool' }],
    actions: [
      action({ id: 'A1', priority: 'P1', due: '2024-01-08', owner: 'core' }),
      action({ id: 'A2', priority: 'P2', due: '2026-10-01', owner: 'edge', addresses: ['no-alert'] }),
      action({ id: 'A3', status: 'done', closed: '2024-01-01', due: '2024-01-08' }),
      action({ id: 'A4', status: 'done' }),
    ],
  }),
  incident('new', '2026-10-14', 60, {
    services: ['api'],
    causes: [{ id: 'pool' }],
    actions: [
      action({ id: 'A1', priority: 'P0', due: '2026-11-13', owner: 'core' }),
      action({ id: 'A2', priority: 'P1', due: '2026-11-19', owner: 'core', status: 'doing' }),
      action({ id: 'A3', priority: 'P2', due: '2026-11-24', owner: 'edge' }),
      action({ id: 'A4', priority: 'P0', due: '2026-11-28', owner: 'edge' }),
      action({ id: 'A5', priority: 'P3', due: '2027-01-31', owner: 'edge' }),
      action({ id: 'A6', status: 'proposed', due: '2020-01-01' }),
      action({ id: 'A7', status: 'wont-do', closed: '2026-10-20', reason: 'Costs more than it saves' }),
    ],
  }),
  incident('bare', '2026-11-01', 60, { severity: undefined, actions: [action({ priority: 'P2', owner: 'web' })] }),
];
const actions = actionsOf(archive, site(), asOf);

test('late ones stand by priority, then by days late; the others by their day', () => {
  expect(names(actions.late)).toEqual(['new#A1', 'old#A1', 'new#A2', 'old#A2']);
  expect(names(actions.soon)).toEqual(['new#A3', 'new#A4']);
  expect(names(actions.later)).toEqual(['new#A5']);
  expect(names(actions.undated)).toEqual(['bare#A1']);
  expect(actions.open).toEqual([...actions.late, ...actions.soon, ...actions.later, ...actions.undated]);
  expect(actions.soonUntil).toBe('2026-12-04');
});

test('proposed, done and declined are not open; what was closed on no recorded day is named', () => {
  expect(names(actions.proposed)).toEqual(['new#A6']);
  expect(names(actions.done)).toEqual(['old#A3', 'old#A4']);
  expect(names(actions.declined)).toEqual(['new#A7']);
  expect(actions.closedUndated).toEqual(['old#A4']);
});

test('it says from how many incidents the open ones are', () => {
  expect(actions.openFrom).toEqual(['bare', 'new', 'old']);
});

test('groups hold open actions only, the one with the most late first', () => {
  const inWords = (groups: typeof actions.byOwner): string[] =>
    groups.map(({ id, late, open }) => `${id}: ${late} of ${open.length}`);
  expect(inWords(actions.byOwner)).toEqual(['core: 3 of 3', 'edge: 1 of 4', 'web: 0 of 1']);
  expect(inWords(actions.byService)).toEqual(['api: 4 of 7', 'db: 2 of 2']);
  expect(inWords(actions.byCause)).toEqual(['pool: 3 of 6', 'no-alert: 1 of 1']);
});

test('whether promises were kept counts from the day after they fell due', () => {
  expect(promisesOf(actions)).toEqual({
    until: '2026-11-19',
    due: 5,
    doneByDate: ['old#A3'],
    doneLate: [],
    stillOpen: ['new#A1', 'old#A1', 'new#A2', 'old#A2'],
    declined: ['new#A7'],
    closedUndated: ['old#A4'],
  });
  expect(promisesOf(actions, '2026-10-01')).toMatchObject({ from: '2026-10-01', due: 3, doneByDate: [] });
});

test('what was done after its day was done late', () => {
  const late = incident('x', '2026-01-01', 60, {
    actions: [action({ status: 'done', due: '2026-02-01', closed: '2026-02-02' })],
  });
  expect(promisesOf(actionsOf([late], site(), asOf))).toMatchObject({ due: 1, doneByDate: [], doneLate: ['x#A1'] });
  expect(promisesOf(actionsOf([late], site(), '2026-02-01'))).toMatchObject({ due: 0 });
});

test('whatever the archive, every action stands in one place and in no order but its own', () => {
  const day = fc.option(fc.integer({ min: 20_000, max: 21_000 }).map(dayOfNumber), { nil: undefined });
  const one = fc.record({
    status: fc.constantFrom(...ACTION_STATUSES),
    priority: fc.constantFrom(...ACTION_PRIORITIES),
    opened: day,
    due: day,
    closed: day,
  });
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 5 }), { maxLength: 8 }), (perIncident) => {
      const all = perIncident.map((list, index) =>
        incident(`i${index}`, '2026-01-01', 10, {
          actions: list.map((facts, number) =>
            action({ ...facts, id: `A${number}`, closed: /done|wont/.test(facts.status) ? facts.closed : undefined }),
          ),
        }),
      );
      const found = actionsOf(all, site(), asOf);
      const { open, proposed, done, declined } = found;
      expect(new Set(names([...open, ...proposed, ...done, ...declined])).size).toBe(perIncident.flat().length);
      expect(open.length + proposed.length + done.length + declined.length).toBe(perIncident.flat().length);
      expect(open.every((entry) => ['open', 'doing'].includes(entry.action.status ?? ''))).toBe(true);
      const { due, doneByDate, doneLate, stillOpen } = promisesOf(found);
      expect(due).toBe(doneByDate.length + doneLate.length + stillOpen.length);
      expect(stillOpen).toEqual(names(found.late));
      expect(actionsOf([...all].reverse(), site(), asOf)).toEqual(found);
    }),
  );
});
