import { posix } from 'node:path';
import { dayInPath } from './file-words.ts';
import type { RecordContext } from './map-record.ts';
import type { IsoDay } from './moments.ts';
import { dayOf, namesDay, type Placed } from './place-times.ts';
import { proseDay } from './prose-days.ts';
import type { TimeRow } from './time-rows.ts';

/** A day and what says it. */
export interface AnchorDay {
  day: IsoDay;
  from: string;
  /** True if it is not stated as the day of the incident. */
  isDerived?: boolean;
  /** True for the first row of a timeline, where nothing surer came before it. */
  isFirst?: boolean;
}

/** The day that clock times start from, the surest source first. */
export function anchorDay(context: RecordContext, rows: readonly TimeRow[]): AnchorDay | undefined {
  const { archive, stated, file } = context;
  const own = Object.hasOwn(archive.days, file) ? archive.days[file] : undefined;
  if (own !== undefined) return { day: own, from: 'the map file' };
  const inName = dayInPath(file);
  const published = stated.times.published && dayOf(stated.times.published.stamp, archive.dayOrder, undefined);
  for (const time of [stated.times.started, stated.times.day, stated.times.detected, stated.times.resolved]) {
    const day = time && dayOf(time.stamp, archive.dayOrder, inName ?? published);
    if (day !== undefined) return { day, from: time?.from ?? '' };
  }
  const inProse = proseDay(context, inName);
  if (inProse) return { ...inProse, isDerived: true };
  if (inName !== undefined) return { day: inName, from: `the file's name ${posix.basename(file)}`, isDerived: true };
  const dated = rows.find(({ stamp }) => namesDay(stamp) && !stamp.impossible);
  const day = dated && dayOf(dated.stamp, archive.dayOrder, published);
  return day === undefined ? undefined : { day, from: `the timeline: ${dated?.written}` };
}

/** The first day that a timeline gives its rows. */
export function firstPlacedDay(placed: readonly Placed[], rows: readonly TimeRow[]): AnchorDay | undefined {
  const index = placed.findIndex(({ day }) => day !== undefined);
  const day = placed[index]?.day;
  return day === undefined ? undefined : { day, from: `the timeline: ${rows[index]?.written ?? ''}` };
}

/** The day of the first row, where it has no clock time and lies before the first that has one: then nothing sure began later. */
export function earlierDay(
  placed: readonly Placed[],
  rows: readonly TimeRow[],
  known: AnchorDay | undefined,
): AnchorDay | undefined {
  const [first] = placed;
  const [row] = rows;
  if (!first || !row || 'moment' in first || first.day === undefined || !namesDay(row.stamp)) return undefined;
  const next = placed.find((place) => 'moment' in place);
  if (next?.day !== undefined && next.day <= first.day) return undefined;
  if (next === undefined && known !== undefined && !known.isDerived) return undefined;
  return { day: first.day, from: `the timeline: ${row.written}`, isFirst: true };
}
