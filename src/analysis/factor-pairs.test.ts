import { expect, test } from 'vitest';
import { incident } from '../testing/postmortem.ts';
import { factorMatrixOf, factorPairsOf } from './factor-pairs.ts';
import { byFactor } from './patterns.ts';

const standpoint = { asOf: '2026-12-31', zone: 'UTC' };
const factors = (...ids: string[]) => ({ factors: ids.map((id) => ({ id })) });
const archive = [
  incident('1', '2026-01-01', 10, factors('owner', 'alert', 'canary')),
  incident('2', '2026-02-01', 10, factors('alert', 'owner', 'alert')),
  incident('3', '2026-03-01', 10, factors('canary')),
  incident('4', '2026-04-01', 10, factors('alert', 'load')),
  incident('near', '2026-05-01', 10, { ...factors('alert', 'owner'), type: 'near-miss' }),
];
const pairs = factorPairsOf(archive, standpoint);

test('pairs are counted once an incident, the most frequent first', () => {
  expect(pairs).toEqual([
    { a: 'alert', b: 'owner', count: 2, incidents: ['2', '1'] },
    { a: 'alert', b: 'canary', count: 1, incidents: ['1'] },
    { a: 'alert', b: 'load', count: 1, incidents: ['4'] },
    { a: 'canary', b: 'owner', count: 1, incidents: ['1'] },
  ]);
});

test('the matrix holds what came back: each factor on its diagonal, pairs below it', () => {
  const rows = factorMatrixOf(byFactor(archive, standpoint), pairs);
  expect(rows.map(({ id, cells }) => [id, ...cells.map(({ id: other, count }) => `${other} ${count}`)])).toEqual([
    ['alert', 'alert 3'],
    ['canary', 'alert 1', 'canary 2'],
    ['owner', 'alert 2', 'canary 1', 'owner 2'],
  ]);
  expect(rows[2]?.cells[0]?.incidents).toEqual(['2', '1']);
  expect(factorMatrixOf(byFactor(archive, standpoint), pairs, 1)).toHaveLength(1);
});

test('factors that never met have a cell of 0', () => {
  const apart = [
    incident('1', '2026-01-01', 10, factors('x')),
    incident('2', '2026-01-02', 10, factors('x')),
    incident('3', '2026-01-03', 10, factors('y')),
    incident('4', '2026-01-04', 10, factors('y')),
  ];
  expect(factorMatrixOf(byFactor(apart, standpoint), factorPairsOf(apart, standpoint))[1]?.cells[0]).toEqual({
    id: 'y',
    count: 0,
    incidents: [],
  });
});
