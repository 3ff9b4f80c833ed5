import type { RecordContext } from '../record-context.ts';
import { type IsoDay, type Moment, momentOf } from './moments.ts';
import { dayOf } from './place-times.ts';
import type { Zone } from './zone-words.ts';

/** The moment that a file states for the start, and its words; undefined where it names no clock time or no day is known. */
export function statedStart(
  { stated, archive }: RecordContext,
  zone: Zone,
  day: IsoDay | undefined,
): { moment: Moment; from: string } | undefined {
  const time = stated.times.started;
  if (!time?.stamp.clock || time.stamp.impossible) return undefined;
  const own = dayOf(time.stamp, archive.dayOrder, day) ?? day;
  const moment = own === undefined ? undefined : momentOf(own, time.stamp.clock, time.stamp.zone ?? zone);
  return moment && { moment, from: time.from };
}
