/** From this number of values on, a summary is claimed; below it the values themselves are shown. */
export const ENOUGH = 5;

/** The coverage that an interval for a median has at least. */
const COVERAGE = 0.9;

/** Two values of the sample between which the true median lies, with the probability `coverage` or more. */
export interface Interval {
  low: number;
  high: number;
  /** What the ranks of the two values guarantee: between 0.9 and 1. */
  coverage: number;
}

/** What can be said of a set of values, in their own unit (minutes wherever Cairn uses it). */
export type Summary =
  | {
      enough: true;
      n: number;
      /** The figure that leads. */
      median: number;
      interval: Interval;
      /** Nine of ten values are no higher. Always one of the values. */
      p90: number;
      worst: number;
      /** Shown as such, never as a headline and never compared: one long incident moves it at will. */
      mean: number;
    }
  | {
      enough: false;
      n: number;
      /** All of them, ascending: too few for anything but to be shown. */
      values: number[];
    };

/** The middle value of `sorted` (ascending, not empty), or the midpoint of the two in the middle. */
export function medianOf(sorted: readonly number[]): number {
  const n = sorted.length;
  return (at(sorted, Math.ceil(n / 2)) + at(sorted, Math.floor(n / 2) + 1)) / 2;
}

/**
 * The smallest value of `sorted` (ascending, not empty) such that `percent` per cent of the values are no higher: type 1 of
 * Hyndman and Fan (1996), "Sample quantiles in statistical packages". It is the only type for which the sentence "nine of ten
 * took no longer than this" is true as it stands and the figure is an incident that can be opened; types that interpolate
 * would name a duration that nobody lived through.
 */
export function percentileOf(sorted: readonly number[], percent: number): number {
  return at(sorted, Math.max(1, Math.ceil((percent * sorted.length) / 100)));
}

/**
 * An interval for the median from the order of the values alone, whatever their distribution: the d-th lowest and the d-th
 * highest value, with the largest d whose coverage, 1 − 2·P(B < d) for B binomial with n trials of 1/2, is `COVERAGE` or more
 * (David and Nagaraja, "Order Statistics", 3rd edition, section 7.1; Conover, "Practical Nonparametric Statistics", section
 * 3.2). With ties the coverage is at least that. Absent below 5 values: even the whole range of 4 covers 0.875 only.
 */
export function medianInterval(sorted: readonly number[]): Interval | undefined {
  const n = sorted.length;
  // Logarithms, since 2^-n is below what a number can hold from n = 1,075 on.
  let logTerm = -n * Math.LN2;
  let below = 0;
  let d = 0;
  let coverage = 1;
  while (d < n / 2) {
    below += Math.exp(logTerm);
    if (1 - 2 * below < COVERAGE) break;
    coverage = 1 - 2 * below;
    d += 1;
    logTerm += Math.log(n - d + 1) - Math.log(d);
  }
  if (d === 0) return undefined;
  return { low: at(sorted, d), high: at(sorted, n + 1 - d), coverage };
}

/** A summary of `values`, in any order: figures from five values on, the bare values below. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const interval = medianInterval(sorted);
  if (n < ENOUGH || !interval) return { enough: false, n, values: sorted };
  return {
    enough: true,
    n,
    median: medianOf(sorted),
    interval,
    p90: percentileOf(sorted, 90),
    worst: at(sorted, n),
    mean: sorted.reduce((sum, value) => sum + value, 0) / n,
  };
}

/** True where the two intervals share a value. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** The value of rank `rank`, counted from 1. */
function at(sorted: readonly number[], rank: number): number {
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError(`There is no value of rank ${rank} among ${sorted.length}`);
  return value;
}
