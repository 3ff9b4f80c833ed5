import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../model/action.ts';
import type { Postmortem } from '../model/record.ts';
import { action, postmortem, site } from '../testing/postmortem.ts';
import { actionFactsOf, isOpen } from './action-facts.ts';
import { addDays } from './days.ts';

const berlin = site({ timezone: 'Europe/Berlin' });
const facts = (one: Partial<Action>, asOf = '2026-11-20', incident: Partial<Postmortem> = {}) =>
  actionFactsOf(postmortem({ id: 'outage', severity: 'SEV1', actions: [action(one)], ...incident }), berlin, asOf)[0];

test('its name is that of the postmortem and its own', () => {
  expect(facts({ id: 'A3' })?.name).toBe('outage#A3');
});

describe('the day it was opened', () => {
  test('is its own, else that of the publication, else that of the resolution in the zone of the site', () => {
    const incident = { published: '2026-10-20', resolved: '2026-10-14T22:30:00Z' };
    expect(facts({ opened: '2026-10-16' }, undefined, incident)?.opened).toEqual({ day: '2026-10-16', from: 'opened' });
    expect(facts({}, undefined, incident)?.opened).toEqual({ day: '2026-10-20', from: 'published' });
    expect(facts({}, undefined, { resolved: incident.resolved })?.opened).toEqual({
      day: '2026-10-15',
      from: 'resolved',
    });
  });

  test('cannot be known while the incident is ongoing and unpublished: then it is undated, not late', () => {
    const found = facts({}, undefined, { ongoing: true });
    expect(found).toMatchObject({ state: 'undated' });
    for (const key of ['opened', 'due', 'ageDays', 'daysLate']) expect(found).not.toHaveProperty(key);
  });
});

describe('the day it is due', () => {
  test.each([
    ['SEV1', '2026-10-16'],
    ['SEV2', '2026-10-16'],
    ['SEV3', '2026-10-31'],
    ['SEV4', '2026-10-31'],
  ])('by the rule of %s is %s', (severity, day) => {
    expect(facts({ opened: '2026-10-01' }, undefined, { severity })?.due).toMatchObject({ day, from: 'severity' });
  });

  test('is its own where it has one, without being opened on any day', () => {
    expect(facts({ due: '2026-12-24' })).toMatchObject({
      due: { day: '2026-12-24', from: 'due' },
      state: 'later',
      daysUntil: 34,
    });
  });

  test('cannot be known without a severity of the scale', () => {
    expect(facts({ opened: '2026-10-01' }, undefined, { severity: undefined })).toMatchObject({
      state: 'undated',
      ageDays: 50,
    });
  });
});

describe('where it stands', () => {
  test.each([
    ['2026-11-19', 'late', { daysLate: 1 }],
    ['2024-01-08', 'late', { daysLate: 1047 }],
    ['2026-11-20', 'soon', { daysUntil: 0 }],
    ['2026-12-04', 'soon', { daysUntil: 14 }],
    ['2026-12-05', 'later', { daysUntil: 15 }],
  ])('due on %s it is %s', (due, state, days) => {
    for (const status of ['open', 'doing'] as const) expect(facts({ due, status })).toMatchObject({ state, ...days });
  });

  test('without a status nobody knows whether it was agreed: it is not open and never late', () => {
    const found = facts({ due: '2020-01-01', status: undefined });
    expect(found?.state).toBe('unstated');
    expect(found && isOpen(found)).toBe(false);
    for (const key of ['daysLate', 'ageDays', 'closed']) expect(found).not.toHaveProperty(key);
  });

  test('proposed is never late', () => {
    const found = facts({ due: '2020-01-01', status: 'proposed' });
    expect(found?.state).toBe('proposed');
    expect(found).not.toHaveProperty('daysLate');
  });

  test('closed in time or not, and neither where the day was not recorded', () => {
    const due = '2026-10-10';
    expect(facts({ due, status: 'done', closed: '2026-10-10' })?.closed).toEqual({ day: '2026-10-10', inTime: true });
    expect(facts({ due, status: 'done', closed: '2026-10-11' })?.closed).toEqual({ day: '2026-10-11', inTime: false });
    expect(facts({ due, status: 'wont-do', closed: '2026-10-11' })).toMatchObject({ state: 'wont-do' });
    expect(facts({ due, status: 'done' })).not.toHaveProperty('closed');
    expect(facts({ status: 'done', closed: '2026-10-11' })?.closed).toEqual({ day: '2026-10-11' });
  });

  test('an open action is late exactly from the day after it is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (distance) => {
        const asOf = '2026-11-20';
        const found = facts({ due: addDays(asOf, distance) }, asOf);
        expect(found?.state === 'late').toBe(distance < 0);
        expect(found?.daysLate ?? 0).toBe(Math.max(0, -distance));
        expect(found?.daysUntil ?? 0).toBe(Math.max(0, distance));
      }),
    );
  });
});

test('it takes away what it addresses, else the root causes of its incident', () => {
  const causes = { causes: [{ id: 'pool' }] };
  expect(facts({}, undefined, causes)?.causes).toEqual(['pool']);
  expect(facts({ addresses: ['no-alert'] }, undefined, causes)?.causes).toEqual(['no-alert']);
});
