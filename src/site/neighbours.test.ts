import { expect, test } from 'vitest';
import { buildIndex, documentOfPostmortem, openIndex } from '../analysis/similarity/index.ts';
import type { Postmortem } from '../model/record.ts';
import { postmortem } from '../testing/postmortem.ts';
import { neighboursOf, type Tie } from './neighbours.ts';

const incident = (id: string, started: string, signal: string): Postmortem =>
  postmortem({ id, title: signal, started: `${started}T00:00:00Z`, signals: [signal] });

const POOL = 'HikariPool-1 - Connection is not available, request timed out';
const all = [
  incident('this', '2024-05-01', POOL),
  incident('earlier-pool', '2024-01-01', POOL),
  incident('later-pool', '2024-09-01', POOL),
  incident('certificate', '2024-02-01', 'x509: certificate has expired or is not yet valid'),
  incident('disk', '2024-03-01', 'no space left on device'),
  incident('deadlock', '2024-04-01', 'deadlock detected'),
  incident('dns', '2024-06-01', 'server misbehaving while looking up a name'),
  incident('kafka', '2024-07-01', 'broker may not be available'),
];
const index = openIndex(buildIndex(all.map((one) => documentOfPostmortem(one, new Map()))));
const known = new Map(all.map((one) => [one.id, one]));
const neighbours = (ties: [string, Tie][] = [], shown: ReadonlyMap<string, Postmortem> = known) => {
  const found = neighboursOf(known.get('this') as Postmortem, new Map(ties), index, shown);
  return {
    earlier: found.earlier.map((one) => [one.postmortem.id, ...one.reasons.map(({ label }) => label)]),
    later: found.later.map((one) => [one.postmortem.id, ...one.reasons.map(({ label }) => label)]),
  };
};

test('past and later apart, each with its reasons', () => {
  const { earlier, later } = neighbours();
  expect(earlier[0]).toEqual(['earlier-pool', 'Signal', 'Words']);
  expect(later[0]).toEqual(['later-pool', 'Signal', 'Words']);
  expect(earlier.length + later.length).toBeLessThanOrEqual(5);
});

test('what is tied is named once, with its tie among its reasons, however unlike it is', () => {
  const { earlier, later } = neighbours([
    ['certificate', 'related'],
    ['earlier-pool', 'repeats'],
  ]);
  expect(earlier.slice(0, 2)).toEqual([
    ['certificate', 'Link', 'Words'],
    ['earlier-pool', 'Signal', 'Link', 'Words'],
  ]);
  expect(earlier.filter(([id]) => id === 'earlier-pool')).toHaveLength(1);
  expect(later[0]?.[0]).toBe('later-pool');
});

test('what this build does not show is left out', () => {
  const shown = new Map([...known].filter(([id]) => id !== 'later-pool' && id !== 'certificate'));
  const { earlier, later } = neighbours([['certificate', 'related']], shown);
  expect([...earlier, ...later].map(([id]) => id)).not.toContain('later-pool');
  expect(earlier.map(([id]) => id)).not.toContain('certificate');
});
