import { dayIn } from '../analysis/days.ts';
import { startPrecisionOf } from '../analysis/durations.ts';
import type { Postmortem } from '../model/record.ts';
import { formatDay, formatMonth } from './format.ts';

/**
 * The day or month of a start of which an import knew no more, in words; undefined where its time is known. Midnight in the
 * zone of the file stands for it: half a day later is the same day in nearly every zone.
 */
export function roughStart(
  { started, imported }: Pick<Postmortem, 'started' | 'imported'>,
  zone: string,
): { day: string; words: string } | undefined {
  const precision = startPrecisionOf({ imported });
  if (precision !== 'day' && precision !== 'month') return undefined;
  const day = dayIn(zone, new Date(Date.parse(started) + 43_200_000).toISOString());
  return { day, words: precision === 'day' ? formatDay(day) : formatMonth(day) };
}
