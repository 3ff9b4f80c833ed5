import { expect, test } from 'vitest';
import type { Postmortem } from '../model/record.ts';
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

test.each<[string, Partial<Postmortem>]>([
  ['severity', { severity: 'SEV1' }],
  ['summary', { summary: 'It broke.' }],
  ['services', { services: ['api'] }],
  ['owner', { owner: 'core' }],
  ['detected', { detected: '2026-01-01T00:00:00Z' }],
  ['acknowledged', { acknowledged: '2026-01-01T00:00:00Z' }],
  ['mitigated', { mitigated: '2026-01-01T00:00:00Z' }],
  ['resolved', { resolved: '2026-01-01T00:00:00Z' }],
  ['detection', { detection: { by: 'alert' } }],
  ['signals', { signals: ['ORA-00060'] }],
  ['trigger', { trigger: 'none' }],
  ['causes', { causes: [{ id: 'pool' }] }],
  ['factors', { factors: [{ id: 'no-alert' }] }],
  ['impact', { impact: { summary: 'Nobody could pay.' } }],
  ['mitigation', { mitigation: 'Restarted' }],
  ['timeline', { timeline: [{ at: '2026-01-01T00:00:00Z', what: 'Deploy' }] }],
  ['lessons', { lessons: ['Test it'] }],
  ['actions', { noActions: 'Nothing to do' }],
  ['published', { published: '2026-01-02' }],
])('%s is known where it is stated, and only it', (field, facts) => {
  const [silent, stated] = [{}, facts].map((one) => coverageOf([postmortem(one)], standpoint));
  expect(silent?.map(({ known }) => known)).toEqual(silent?.map(() => 0));
  expect(stated?.filter(({ known }) => known === 1).map((one) => one.field)).toEqual([field]);
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
