import { addDays, type IsoDay, isoDay, later, type Moment, momentOf, weekdayOf, withYear } from './moments.ts';
import type { DayWords, Stamp } from './stamps.ts';
import type { Zone } from './zone-words.ts';

export type DayOrder = 'day-first' | 'month-first';

/** What times are read by. */
export interface TimeContext {
  zone: Zone;
  /** How digits such as 03/04/2021 are read; undefined where the archive does not show it. */
  dayOrder?: DayOrder;
  /** The day that a clock time without one belongs to. */
  day?: IsoDay;
  /** The start of the incident that is stated: times such as `T+5` count from it. */
  start?: Moment;
}

/** A moment, or why there is none. */
export type Placed = { moment: Moment; day: IsoDay } | { day?: IsoDay; why: string };

/** The day that a stamp names, `anchor` giving the year where it names none. */
export function dayOf(stamp: Stamp, dayOrder: DayOrder | undefined, anchor: IsoDay | undefined): IsoDay | undefined {
  const words = wordsOf(stamp, dayOrder) ?? (anchor === undefined ? undefined : nearOf(stamp, anchor));
  if (!words) return undefined;
  return isoDay(words) ?? (anchor === undefined ? undefined : withYear(words, anchor));
}

function wordsOf(stamp: Stamp, order: DayOrder | undefined): DayWords | undefined {
  if (stamp.day) return stamp.day;
  const { dayFirst, monthFirst } = stamp;
  if (dayFirst && monthFirst) {
    if (dayFirst.day === monthFirst.day && dayFirst.month === monthFirst.month) return dayFirst;
    return order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : undefined;
  }
  return dayFirst ?? monthFirst;
}

/** How many days from the day that is known one without a year may lie, to be told from its other reading. */
const NEAR = 14;

/** Of two readings without a year, the one that is near the day that is known, where the other is not. */
function nearOf({ dayFirst, monthFirst }: Stamp, anchor: IsoDay): DayWords | undefined {
  if (!dayFirst || !monthFirst || dayFirst.year !== undefined) return undefined;
  const isNear = (words: DayWords): boolean => {
    const day = withYear(words, anchor);
    return day !== undefined && Math.abs(Date.parse(day) - Date.parse(anchor)) <= NEAR * 86_400_000;
  };
  const near = [dayFirst, monthFirst].filter(isNear);
  return near.length === 1 ? near[0] : undefined;
}

/** True if a stamp names a day, whether or not it can be told which. */
export function namesDay(stamp: Stamp): boolean {
  return stamp.day !== undefined || stamp.dayFirst !== undefined || stamp.monthFirst !== undefined;
}

const HALF_DAY = 12 * 60;

/** So far back, a night may have passed or the rows may stand out of order: nobody can tell. */
const OVERNIGHT = 5 * 60;

/**
 * The moments of times in the order in which they stand. A clock time takes the day of the one before; where that would
 * take it back by more than half a day, midnight has passed.
 */
export function placeTimes(stamps: readonly Stamp[], context: TimeContext): Placed[] {
  let day = context.day;
  let before: number | undefined;
  const onTwelve = stamps.every(({ clock, halfDay }) => !clock || (clock.hour >= 1 && clock.hour <= 12 && !halfDay));
  const isFalling = fallsMostly(stamps);
  let isLost = false;
  let isOpen = false;
  let isPlaced = false;
  return stamps.map((stamp): Placed => {
    if (stamp.impossible) return { why: 'no such day or time' };
    if (stamp.sharedZone !== undefined) return { why: `several zones are called ${stamp.sharedZone}` };
    if (stamp.fromStart !== undefined) {
      if (!context.start) return { why: 'it counts from a start that is stated nowhere' };
      const moment = later(context.start, stamp.fromStart);
      return { moment, day: moment.written.slice(0, 10) };
    }
    if (stamp.isUnread) return { why: 'its day cannot be read' };
    const { clock } = stamp;
    if (stamp.dayNumber !== undefined) {
      if (context.day === undefined) return { why: 'it counts from a day that is stated nowhere' };
      day = addDays(context.day, stamp.dayNumber - 1);
      before = undefined;
      isLost = false;
      isPlaced = true;
    }
    if (stamp.weekday !== undefined) {
      // A weekday alone names no day: it must be the one that the day before it leads to, and no guess.
      const ahead = day === undefined ? undefined : (stamp.weekday - weekdayOf(day) + 7) % 7;
      if (day === undefined || ahead === undefined || (!isPlaced && ahead > 0))
        return { why: 'which of these weekdays is meant cannot be told' };
      if (ahead > 0) before = undefined;
      day = addDays(day, ahead);
      isPlaced = true;
    }
    if (namesDay(stamp)) {
      const own = dayOf(stamp, context.dayOrder, day);
      if (own === undefined) return { why: stamp.day ? 'it names no year' : 'day and month can be read in two ways' };
      day = own;
      before = undefined;
      isLost = false;
      isOpen = false;
      isPlaced = true;
    }
    if (!clock)
      return day === undefined || !(namesDay(stamp) || stamp.weekday !== undefined || stamp.dayNumber !== undefined)
        ? { why: 'no clock time' }
        : { day, why: 'no clock time' };
    if (day === undefined) return { why: 'no day' };
    const minutes = clock.hour * 60 + clock.minute;
    // 11:50, 12:10, 1:15: clocks of twelve hours that never say which half of the day they mean.
    isLost ||= onTwelve && before !== undefined && before >= 10 * 60 && before - minutes > 60;
    if (isLost) return { day, why: 'it does not say whether before or after noon' };
    if (before !== undefined && before - minutes >= HALF_DAY) day = addDays(day, 1);
    else if (before !== undefined && !isFalling && before - minutes >= OVERNIGHT) isOpen = true;
    if (isOpen) return { day, why: 'it may be of the same day or of the next' };
    before = minutes;
    isPlaced = true;
    const moment = momentOf(day, clock, stamp.zone ?? context.zone);
    return moment ? { moment, day } : { day, why: 'the clocks of its zone skipped it or showed it twice' };
  });
}

/** True for times that mostly go back: the latest stands first, as on a status page. */
function fallsMostly(stamps: readonly Stamp[]): boolean {
  const minutes = stamps.flatMap(({ clock }) => (clock ? [clock.hour * 60 + clock.minute] : []));
  const steps = minutes.slice(1).map((minute, index) => minute - (minutes[index] as number));
  return steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
}
