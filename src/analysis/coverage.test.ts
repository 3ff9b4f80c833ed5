import { expect, test } from 'vitest';
import { incident, postmortem } from '../testing/postmortem.ts';
import { coverageOf } from './coverage.ts';

const standpoint = { asOf: '2026-11-20', zone: 'UTC' };
const coverage = coverageOf(
  [
    incident('full', '2026-01-01', 10, { causes: [{ id: 'pool' }], trigger: 'deploy', noActions: 'Nothing to do' }),
    incident('unsure', '2026-02-01', 10, { causesUnknown: true, trigger: 'unknown' }),
    postmortem({ id: 'open', started: '2026-03-01T00:00:00Z', ongoing: true }),
    incident('near', '2026-04-01', 10, { type: 'near-miss' }),
  ],
  standpoint,
);
const of = (field: string) => coverage.find((one) => one.field === field);

test('it says for how many incidents a fact is known, and for which it is not', () => {
  expect(of('severity')).toEqual({ field: 'severity', known: 2, of: 3, missing: ['open'], notYet: [] });
  expect(of('actions')).toMatchObject({ known: 1, missing: ['open', 'unsure'] });
});

test('unknown is not known', () => {
  expect(of('causes')).toMatchObject({ known: 1, of: 3, missing: ['open', 'unsure'] });
  expect(of('trigger')).toMatchObject({ known: 1, of: 3, missing: ['open', 'unsure'] });
});

test('what an ongoing incident cannot state yet is not missing', () => {
  expect(of('resolved')).toEqual({ field: 'resolved', known: 2, of: 2, missing: [], notYet: ['open'] });
});

test('without incidents nothing is missing', () => {
  for (const field of coverageOf([], standpoint)) expect(field).toMatchObject({ known: 0, of: 0, missing: [] });
});
