import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tendencyOf } from './tendency.ts';

type Points = [number, number][];

/** S by its definition: every pair looked at. */
function pairByPair(points: Points): number {
  let s = 0;
  for (const [index, [when, value]] of points.entries()) {
    for (const [otherWhen, other] of points.slice(index + 1))
      s += Math.sign(otherWhen - when) * Math.sign(other - value);
  }
  return s;
}

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 })), { maxLength: 60 });

test('S is what looking at every pair gives, ties in time and value among them', () => {
  fc.assert(
    fc.property(points, (sample) => {
      expect(tendencyOf(sample).s).toBe(pairByPair(sample));
    }),
  );
});

test('the order in which points are handed in does not matter; reversing time turns the sign', () => {
  fc.assert(
    fc.property(points, (sample) => {
      expect(tendencyOf([...sample].reverse())).toEqual(tendencyOf(sample));
      const back = tendencyOf(sample.map(([when, value]) => [-when, value]));
      expect(back.z).toBeCloseTo(-tendencyOf(sample).z);
    }),
  );
});

test('ten values that only rise: S is 45 of 45, z is 44/√125', () => {
  const rising: Points = Array.from({ length: 10 }, (_, index) => [index, index]);
  expect(tendencyOf(rising)).toMatchObject({ n: 10, s: 45 });
  expect(tendencyOf(rising).z).toBeCloseTo(44 / Math.sqrt(125));
});

test('the variance is that of all orders of the values, ties included', () => {
  const sample: Points = [
    [1, 3],
    [2, 3],
    [2, 1],
    [2, 7],
    [4, 3],
    [4, 9],
  ];
  const all = permutations(sample.map(([, value]) => value)).map((values) =>
    pairByPair(sample.map(([when], index) => [when, values[index] as number])),
  );
  const mean = all.reduce((sum, s) => sum + s, 0) / all.length;
  const variance = all.reduce((sum, s) => sum + (s - mean) ** 2, 0) / all.length;
  const { s, z } = tendencyOf(sample);
  expect(mean).toBeCloseTo(0);
  expect(z).toBeCloseTo((s - 1) / Math.sqrt(variance));
});

test('no points, one point and equal points show no tendency', () => {
  expect(tendencyOf([])).toEqual({ n: 0, s: 0, z: 0 });
  expect(tendencyOf([[1, 1]])).toEqual({ n: 1, s: 0, z: 0 });
  expect(
    tendencyOf([
      [1, 5],
      [2, 5],
      [3, 5],
    ]),
  ).toEqual({ n: 3, s: 0, z: 0 });
});

function permutations(values: number[]): number[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, index) => permutations(values.toSpliced(index, 1)).map((rest) => [value, ...rest]));
}
