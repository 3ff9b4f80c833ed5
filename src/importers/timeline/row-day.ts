import { namesDay } from '../times/place-times.ts';
import type { Stamp } from '../times/stamps.ts';
import type { TimeRow } from './time-rows.ts';

/** True for a row that is a day and nothing else: those after it happened on that day. */
export function isBareDay({ stamp }: Pick<TimeRow, 'stamp'>): boolean {
  return (
    stamp.clock === undefined &&
    (namesDay(stamp) || stamp.weekday !== undefined || stamp.dayNumber !== undefined) &&
    !stamp.impossible
  );
}

/** A row with the day of the one above it, where it names none of its own. */
export function withDay(row: TimeRow, day: { stamp: Stamp; written: string }): TimeRow {
  if (namesDay(row.stamp) || row.stamp.weekday !== undefined) return row;
  const { day: words, dayFirst, monthFirst, weekday, dayNumber } = day.stamp;
  const stamp = {
    ...row.stamp,
    ...(words && { day: words }),
    ...(dayFirst && { dayFirst }),
    ...(monthFirst && { monthFirst }),
    ...(weekday !== undefined && { weekday }),
    ...(dayNumber !== undefined && { dayNumber }),
  };
  return { ...row, stamp, written: `${day.written} ${row.written}` };
}
