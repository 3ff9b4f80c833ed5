import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfFall } from './chance.ts';
import { medianOf } from './statistics.ts';

/** The same probability by going through every pair of handfuls, each a multiset of five with its number of orders. */
function byEnumeration(values: number[]): number {
  const medians = new Map<number, number>();
  const draw = (left: number, drawn: number[]): void => {
    if (left === 0) {
      const median = medianOf(drawn.toSorted((a, b) => a - b));
      medians.set(median, (medians.get(median) ?? 0) + 1);
      return;
    }
    for (const value of values) draw(left - 1, [...drawn, value]);
  };
  draw(5, []);
  const all = values.length ** 5;
  let falls = 0;
  for (const [first, often] of medians) {
    for (const [second, oftenToo] of medians) {
      if (first > 0 && second <= 0.75 * first) falls += (often / all) * (oftenToo / all);
    }
  }
  return falls;
}

test.each([[[1, 2, 3, 4, 5]], [[10, 10, 10, 80, 600]], [[0, 0, 4, 3, 100]], [[60, 70, 75, 80, 80]]])(
  'of %j it is what going through every draw gives',
  (values) => {
    expect(chanceOfFall(values)?.chance).toBeCloseTo(byEnumeration(values), 12);
  },
);

test('equal durations never fall, and too few are not asked', () => {
  expect(chanceOfFall([20, 20, 20, 20, 20])).toEqual({ size: 5, fall: 0.25, chance: 0 });
  expect(chanceOfFall([0, 0, 0, 0, 0])).toBeUndefined();
  expect(chanceOfFall([1, 2, 3, 4])).toBeUndefined();
});

test('it is a probability below one half, whatever the values and their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 5, maxLength: 60 }), (values) => {
      const found = chanceOfFall(values);
      expect(chanceOfFall([...values].reverse())).toEqual(found);
      expect(found?.chance ?? 0).toBeGreaterThanOrEqual(0);
      expect(found?.chance ?? 0).toBeLessThan(0.5);
    }),
  );
});
