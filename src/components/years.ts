import type { Period } from '../analysis/periods.ts';

/** Where a year begins on a row of periods, in percent of its width, and what it is called there. */
export interface YearMark {
  from: number;
  /** The first one in full, later ones short; absent where there is no room for it. */
  name?: string;
}

/** What the name of a year needs, in percent of the narrowest figure. */
const LEAST_ROOM = 13;

/** The beginnings of years among `periods`, the first period included. */
export function yearMarks(periods: readonly Pick<Period, 'year' | 'part'>[]): YearMark[] {
  const column = 100 / Math.max(1, periods.length);
  const starts = periods.flatMap((period, index) => (index === 0 || period.part === 1 ? [{ ...period, index }] : []));
  let free = 0;
  let isFirst = true;
  return starts.map(({ year, part, index }, place) => {
    const from = Number((index * column).toFixed(2));
    const room = ((starts[place + 1]?.index ?? periods.length) - index) * column;
    // A year that is cut off to the left leaves its place to the next.
    if (from < free || (part > 1 && room < LEAST_ROOM && starts.length > 1)) return { from };
    const name = isFirst ? String(year) : `’${String(year).slice(2)}`;
    isFirst = false;
    free = from + LEAST_ROOM;
    return { from, name };
  });
}
