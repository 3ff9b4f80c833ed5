import { expect, test } from 'vitest';
import { action, incident, site } from '../testing/postmortem.ts';
import { joinsOf } from './joins.ts';

const AS_OF = '2026-11-20';
const pool = { causes: [{ id: 'pool' }] };
const archive = [
  incident('first', '2025-01-01', 30, { ...pool, services: ['orders'] }),
  incident('second', '2025-06-01', 30, {
    ...pool,
    factors: [{ id: 'no-alert' }],
    actions: [action(), action({ id: 'A2', status: 'done' }), action({ id: 'A3', status: 'doing' })],
  }),
  incident('near', '2025-07-01', 30, { ...pool, type: 'near-miss' }),
  incident('unfinished', '2025-08-01', 30, { ...pool, status: 'draft' }),
  incident('later', '2026-12-24', 30, pool),
];
const joins = (facts: Parameters<typeof incident>[3], day = '2026-01-01') =>
  joinsOf(incident('mine', day, 30, facts), archive, site(), AS_OF);

test('counts the incidents before it that share what it names, and says of the last what is still open', () => {
  expect(joins({ ...pool, services: ['orders'], factors: [{ id: 'no-alert' }, { id: 'new' }] }).patterns).toEqual([
    {
      kind: 'cause',
      id: 'pool',
      earlier: 2,
      last: { id: 'second', title: 'Title of second', day: '2025-06-01', openActions: 2 },
    },
    { kind: 'factor', id: 'no-alert', earlier: 1, last: expect.objectContaining({ id: 'second' }) },
    { kind: 'factor', id: 'new', earlier: 0 },
    { kind: 'service', id: 'orders', earlier: 1, last: expect.objectContaining({ id: 'first', openActions: 0 }) },
  ]);
});

test('what began after it, or after the day that counts as today, is not before it', () => {
  expect(joins(pool, '2025-03-01').patterns).toEqual([expect.objectContaining({ earlier: 1 })]);
  expect(joins(pool, '2027-01-01').patterns).toEqual([expect.objectContaining({ earlier: 2 })]);
});

test('names what it repeats, and is silent of a trigger that is none', () => {
  expect(joins({ recurrenceOf: 'first', trigger: 'none' })).toEqual({
    repeats: { id: 'first', title: 'Title of first', day: '2025-01-01', openActions: 0 },
    patterns: [],
  });
  expect(joins({ trigger: 'deploy' }).patterns).toEqual([{ kind: 'trigger', id: 'deploy', earlier: 0 }]);
});

test('does not count itself where it stands in the archive already, nor what it names twice', () => {
  const twice = { causes: [{ id: 'pool' }, { id: 'pool', how: 'again' }] };
  const own = incident('second', '2025-06-01', 30, twice);
  expect(joinsOf(own, archive, site(), AS_OF).patterns).toEqual([expect.objectContaining({ earlier: 1 })]);
});
