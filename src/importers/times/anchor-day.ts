import { posix } from 'node:path';
import { whatItTells } from '../beginning.ts';
import { dayInPath } from '../files/file-words.ts';
import type { RecordContext } from '../record-context.ts';
import type { TimeRow } from '../timeline/time-rows.ts';
import type { Words } from '../words/words.ts';
import { type IsoDay, isoDay } from './moments.ts';
import { dayOf, namesDay, type Placed } from './place-times.ts';
import { proseDay } from './prose-days.ts';

/** A day and what says it. */
export interface AnchorDay {
  day: IsoDay;
  from: string;
  /** True if it is not stated as the day of the incident. */
  isDerived?: boolean;
  /** True for the first row of a timeline, where nothing surer came before it. */
  isFirst?: boolean;
  /** True where the month alone is known: its first day stands for it. */
  isMonth?: boolean;
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
    // The `date` of a page is mostly the day it was published: a day shortly before it in the opening is that of the incident.
    const isOfPage = time !== undefined && time === stated.times.day && time.from.startsWith('key');
    const told = day !== undefined && isOfPage ? proseDay(context, day) : undefined;
    if (told) return { ...told, isDerived: true };
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

/**
 * The day, or the month alone, of a row without a clock time that comes before the first with one: no time that follows is sure
 * to be the start. Rows that tell of work on the system say nothing of it, unless there is nothing else.
 */
export function untimedStart(
  placed: readonly Placed[],
  rows: readonly TimeRow[],
  known: AnchorDay | undefined,
  words: Words,
): AnchorDay | undefined {
  const timed = placed.findIndex((place) => 'moment' in place);
  const before = rows.slice(0, timed < 0 ? rows.length : timed);
  const isDated = ({ stamp }: TimeRow): boolean => namesDay(stamp) || stamp.month !== undefined;
  const index = before.findIndex((row) => isDated(row) && whatItTells(row.what, words) !== 'change');
  const row = before[index < 0 && timed < 0 ? 0 : index];
  if (!row || (timed < 0 && known !== undefined && !known.isDerived)) return undefined;
  const day = placed[rows.indexOf(row)]?.day;
  const from = `the timeline: ${row.written}`;
  // What the heading or a label says is surer than an early row that may be about something else.
  if (known && !known.isDerived && day !== undefined && day < known.day) return { ...known, isFirst: true };
  if (namesDay(row.stamp)) return day === undefined ? undefined : { day, from, isFirst: true };
  const month = row.stamp.month && isoDay({ ...row.stamp.month, day: 1 });
  return month === undefined ? undefined : { day: month, from, isFirst: true, isMonth: true };
}
