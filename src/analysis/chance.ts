import { ENOUGH } from './statistics.ts';

/** How often chance alone makes the median of one handful of incidents lower than that of another. */
export interface Chance {
  /** How many incidents each of the two handfuls holds. */
  size: number;
  /** By what share the second median is lower, at least. */
  fall: number;
  /** The probability, 0 to 1. */
  chance: number;
}

const FALL = 0.25;

/**
 * The probability that of two periods of five incidents, both drawn at random from `values` (with replacement), the second has a
 * median that is lower by a quarter or more. Exact: the middle one of five draws is no higher than v in as many cases as three or
 * more of them are, which is a binomial sum. Absent below five values, and where all are 0.
 */
export function chanceOfFall(values: readonly number[]): Chance | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n < ENOUGH || sorted.at(-1) === 0) return undefined;
  // medianUpTo[k]: probability that the median of five draws is among the k lowest values.
  const medianUpTo = Array.from({ length: n + 1 }, (_, lowest) => atLeastThreeOfFive(lowest / n));
  let chance = 0;
  let lower = 0;
  for (const [index, median] of sorted.entries()) {
    while (median > 0 && (sorted[lower] as number) <= (1 - FALL) * median) lower += 1;
    chance += ((medianUpTo[index + 1] as number) - (medianUpTo[index] as number)) * (medianUpTo[lower] as number);
  }
  return { size: ENOUGH, fall: FALL, chance };
}

function atLeastThreeOfFive(p: number): number {
  return p ** 3 * (10 - 15 * p + 6 * p ** 2);
}
