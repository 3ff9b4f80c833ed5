import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianInterval, medianOf, overlap, percentileOf, summarise } from './statistics.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 });
const ascending = (values: number[]): number[] => [...values].sort((a, b) => a - b);

describe('the median', () => {
  test.each([
    [[3], 3],
    [[1, 4], 2.5],
    [[1, 2, 100], 2],
    [[1, 2, 4, 100], 3],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  test('has as many values below as above', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const median = medianOf(ascending(values));
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('a percentile', () => {
  test.each([
    [5, 5],
    [9, 9],
    [10, 9],
    [11, 10],
    [20, 18],
    [70, 63],
  ])('p90 of 1 to %d is %d', (n, p90) => {
    expect(percentileOf(upTo(n), 90)).toBe(p90);
  });

  test('is the smallest value that enough of the values do not exceed', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentileOf(ascending(values), percent);
        const share = (limit: number) => values.filter((value) => value <= limit).length * 100;
        expect(share(found)).toBeGreaterThanOrEqual(percent * values.length);
        for (const lower of values.filter((value) => value < found)) {
          expect(share(lower)).toBeLessThan(percent * values.length);
        }
      }),
    );
  });
});

describe('the interval of a median', () => {
  // Ranks d and coverages of nonparametric intervals for a median of at least 90 %, from the binomial distribution.
  test.each([
    [5, 1, 0.9375],
    [6, 1, 0.96875],
    [7, 1, 0.984375],
    [8, 2, 0.9297],
    [10, 2, 0.9785],
    [15, 4, 0.9648],
    [20, 6, 0.9586],
    [22, 7, 0.9475],
  ])('from %d values lies between the %d. from either end', (n, d, coverage) => {
    const interval = medianInterval(upTo(n));
    expect(interval).toMatchObject({ low: d, high: n + 1 - d });
    expect(interval?.coverage).toBeCloseTo(coverage, 4);
  });

  test('does not exist for four values or fewer', () => {
    for (const n of [0, 1, 2, 3, 4]) expect(medianInterval(upTo(n))).toBeUndefined();
  });

  test('is the narrowest pair of ranks that covers 90 %, counted in whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), (n) => {
        const interval = medianInterval(upTo(n));
        const d = interval?.low ?? 0;
        // 1 - 2·P(B < d) ≥ 0.9 with all terms as whole numbers over 2^n.
        const covers = (rank: number): boolean => 20n * below(n, rank) <= 1n << BigInt(n);
        expect(covers(d)).toBe(true);
        expect(covers(d + 1) && d + 1 <= n / 2).toBe(false);
        expect(interval?.coverage).toBeCloseTo(1 - 2 * (Number((below(n, d) << 60n) >> BigInt(n)) / 2 ** 60), 9);
      }),
      { numRuns: 40 },
    );
  });

  test('holds for thousands of values, where 2^-n is below what a number can hold', () => {
    const interval = medianInterval(upTo(5000));
    expect(interval?.coverage).toBeGreaterThanOrEqual(0.9);
    expect(interval?.coverage).toBeLessThan(0.91);
    // The normal approximation: n/2 ± 1.645·√n/2.
    expect(interval?.low).toBeGreaterThan(2435);
    expect(interval?.low).toBeLessThan(2449);
  });

  test('covers the true median as often as it says', () => {
    const random = luck(7);
    let covered = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const values = Array.from({ length: 8 }, () => Math.exp(3 * random())).sort((a, b) => a - b);
      const interval = medianInterval(values);
      if (interval && interval.low <= Math.exp(1.5) && Math.exp(1.5) <= interval.high) covered += 1;
    }
    expect(covered / 4000).toBeCloseTo(0.9297, 1);
    expect(covered / 4000).toBeGreaterThan(0.91);
  });
});

describe('a summary', () => {
  test('of fewer than five values is the values and nothing else', () => {
    expect(summarise([])).toEqual({ enough: false, n: 0, values: [] });
    expect(summarise([1562, 11, 92])).toEqual({ enough: false, n: 3, values: [11, 92, 1562] });
  });

  test('leads with the median; one long incident moves the mean alone', () => {
    const calm = summarise([52, 163, 18, 312, 611]);
    const storm = summarise([52, 163, 18, 312, 853_920]);
    expect(calm).toMatchObject({ enough: true, n: 5, median: 163, p90: 611, worst: 611, mean: 231.2 });
    expect(calm).toMatchObject({ interval: { low: 18, high: 611, coverage: 0.9375 } });
    expect(storm).toMatchObject({ median: 163, worst: 853_920, mean: 170_893 });
    expect(Object.keys(calm)).toEqual(['enough', 'n', 'median', 'interval', 'p90', 'worst', 'mean']);
  });

  test('does not depend on the order, does not change its input, and never holds NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 40 }), (values) => {
        const before = [...values];
        const summary = summarise(values);
        expect(values).toEqual(before);
        expect(summarise([...values].reverse())).toEqual(summary);
        expect(summary.n).toBe(values.length);
        expect(JSON.stringify(summary)).not.toContain('null');
        if (!summary.enough) return;
        const { interval, median, p90, worst, mean } = summary;
        expect(interval.low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(interval.high);
        expect(median).toBeLessThanOrEqual(p90);
        expect(values).toContain(p90);
        expect(worst).toBe(Math.max(...values));
        expect(mean).toBeLessThanOrEqual(worst);
      }),
    );
  });
});

test('two intervals overlap where they share a value', () => {
  const from = (low: number, high: number) => ({ low, high, coverage: 0.9 });
  expect(overlap(from(1, 3), from(3, 5))).toBe(true);
  expect(overlap(from(1, 9), from(3, 5))).toBe(true);
  expect(overlap(from(1, 2), from(3, 5))).toBe(false);
  expect(overlap(from(3, 5), from(1, 3))).toBe(true);
  expect(overlap(from(3, 5), from(1, 2))).toBe(false);
});

/** Sum of the binomial coefficients of n below `rank`. */
function below(n: number, rank: number): bigint {
  let term = 1n;
  let sum = 0n;
  for (let k = 0; k < rank; k += 1) {
    sum += term;
    term = (term * BigInt(n - k)) / BigInt(k + 1);
  }
  return sum;
}

/** Numbers from 0 to 1 that are the same in every run. */
function luck(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
