import type { Day } from '../model/record.ts';
import { dayNumber } from './days.ts';
import { type Interval, overlap, type Summary } from './statistics.ts';
import { tendencyOf } from './tendency.ts';

/** A period with enough incidents to compare. */
export interface Compared {
  /** Key of the period. */
  key: string;
  n: number;
  median: number;
  interval: Interval;
}

/**
 * What the data can say about change over time. `too-few`: fewer than two periods can be compared. `cannot-tell`: chance alone
 * could have done it, because the intervals of the first and the last period overlap, or because the incidents one by one show
 * no tendency. `shorter`, `longer`: both speak for it.
 */
export type Trend =
  | { verdict: 'too-few'; compared: Compared[] }
  | {
      verdict: 'cannot-tell';
      because: 'intervals-overlap' | 'no-tendency';
      first: Compared;
      last: Compared;
      /** True where the intervals of every two compared periods overlap. */
      allOverlap: boolean;
    }
  | { verdict: 'shorter' | 'longer'; first: Compared; last: Compared; allOverlap: boolean };

/** What a trend is judged from: one period. */
export interface TrendPeriod {
  key: string;
  summary: Summary;
  /** True where an incident of the period is not over: its longest time is still missing, so the period is not compared. */
  unfinished: boolean;
}

/** One incident: its period, its day, how long. */
export interface TrendPoint {
  key: string;
  day: Day;
  minutes: number;
}

/** Two-sided 5 % of the standard normal distribution. */
const SIGNIFICANT = 1.96;

/**
 * Says whether incidents got shorter or longer over `periods` (oldest first), and errs towards saying nothing. It compares the
 * first and the last period that have a summary and nothing unfinished; it never picks the two that differ most. Their intervals
 * of 90 % must not overlap, which is stricter than a test at that level (Schenker and Gentleman, "On judging the significance of
 * differences by examining the overlap between confidence intervals", The American Statistician 55, 2001); and the incidents one
 * by one, from the first of those periods to the last, must show the same direction in the Mann–Kendall test at 5 %.
 */
export function trendOf(periods: readonly TrendPeriod[], series: readonly TrendPoint[]): Trend {
  const compared = periods.flatMap(({ key, summary, unfinished }) =>
    summary.enough && !unfinished ? [{ key, n: summary.n, median: summary.median, interval: summary.interval }] : [],
  );
  const first = compared[0];
  const last = compared.at(-1);
  if (!first || !last || first === last) return { verdict: 'too-few', compared };

  // Intervals on a line overlap two by two exactly if they all share a value (Helly).
  const allOverlap =
    Math.max(...compared.map(({ interval }) => interval.low)) <=
    Math.min(...compared.map(({ interval }) => interval.high));
  if (overlap(first.interval, last.interval))
    return { verdict: 'cannot-tell', because: 'intervals-overlap', first, last, allOverlap };

  const { z } = tendencyOf(
    series
      .filter(({ key }) => key >= first.key && key <= last.key)
      .map(({ day, minutes }) => [dayNumber(day), minutes] as const),
  );
  const direction = last.median < first.median ? -1 : 1;
  if (z * direction < SIGNIFICANT) return { verdict: 'cannot-tell', because: 'no-tendency', first, last, allOverlap };
  return { verdict: direction < 0 ? 'shorter' : 'longer', first, last, allOverlap };
}
