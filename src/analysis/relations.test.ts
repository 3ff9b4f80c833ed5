import { expect, test } from 'vitest';
import { incident } from '../testing/postmortem.ts';
import { relationsOf } from './relations.ts';

test('related postmortems name each other, once, newest first', () => {
  const relations = relationsOf([
    incident('a', '2026-01-01', 10, { related: ['b', 'c', 'a', 'absent'] }),
    incident('b', '2026-02-01', 10, { related: ['a'] }),
    incident('c', '2026-03-01', 10),
    incident('d', '2026-04-01', 10),
  ]);
  expect(Object.fromEntries(relations)).toEqual({ a: ['c', 'b'], b: ['a'], c: ['a'], d: [] });
});
