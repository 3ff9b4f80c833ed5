import { expect, test } from 'vitest';
import { durationsOf } from '../../analysis/durations.ts';
import { incident, postmortem } from '../../testing/postmortem.ts';
import { impactMeasures } from './impact.ts';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

test('what is known is listed, with where a computed time comes from', () => {
  const { impact, durations } = {
    impact: { summary: 'All of it', users: '15%', cost: { amount: 212000, currency: 'EUR' }, engineerHours: '16-32' },
    durations: durationsOf(incident('a', '2026-01-01', 112)),
  };
  expect(impactMeasures(impact, durations).map(({ name, value, note }) => [name, plain(value), note])).toEqual([
    ['Time with impact', '1 h 52 min', 'from the start until resolved; mitigation not recorded'],
    ['Users affected', '15%', undefined],
    ['Cost', 'EUR 212,000', undefined],
    ['Engineer hours', '16-32', undefined],
  ]);
});

test('what is not known is no row, and no 0', () => {
  expect(impactMeasures({ summary: 'Hardly anybody' }, durationsOf(postmortem()))).toEqual([]);
  expect(impactMeasures(undefined, durationsOf(postmortem({ ongoing: true })))).toEqual([]);
});

test('a cost of nothing is a fact', () => {
  const measures = impactMeasures({ summary: 'None', cost: { amount: 0, currency: 'EUR' } }, durationsOf(postmortem()));
  expect(measures.map(({ value }) => plain(value))).toEqual(['EUR 0']);
});
