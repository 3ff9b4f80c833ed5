import type { RecordContext } from '../record-context.ts';
import type { StatedTime } from '../stated.ts';
import type { AnchorDay } from './anchor-day.ts';
import { deriveStart } from './derive-start.ts';
import { fitDurations, lastRecovery, type PlacedEntry } from './derive-times.ts';
import { addDays, type IsoDay, later, type Moment, minutesText, momentOf } from './moments.ts';
import { dayOf, namesDay } from './place-times.ts';
import { leadTimes } from './prose-days.ts';
import type { Zone } from './zone-words.ts';

export const MOMENTS = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;

/** The moments of an incident that are known, and how. */
export type Moments = Partial<
  Record<(typeof MOMENTS)[number], { moment: Moment; from: string; how: 'mapped' | 'derived' }>
>;

/** The moments that a file states. */
export function placeStated(context: RecordContext, zone: Zone, anchor: IsoDay | undefined): Moments {
  const { stated, draft, archive } = context;
  const moments: Moments = {};
  let day = anchor;
  const place = (time: StatedTime, field: (typeof MOMENTS)[number]): void => {
    const own = dayOf(time.stamp, archive.dayOrder, day) ?? (namesDay(time.stamp) ? undefined : dayOn(time));
    if (own === undefined) {
      draft.imported[field] = time.written;
      draft.trouble(
        `${time.from}: the day cannot be told`,
        'set dayOrder in the map file, or the day of this file in `days`',
      );
      return;
    }
    day = own;
    const { clock } = time.stamp;
    const moment = clock && momentOf(own, clock, time.stamp.zone ?? zone);
    if (moment) moments[field] = { moment, from: time.from, how: 'mapped' };
    else if (field !== 'started') draft.imported[field] = time.written;
  };
  // `next day` counts from the start, whatever was placed since.
  const dayOn = ({ stamp: { daysOn } }: StatedTime): IsoDay | undefined => {
    if (daysOn === undefined) return day;
    const start = moments.started?.moment.written.slice(0, 10);
    return start && addDays(start, daysOn);
  };
  const dated = stated.times.day;
  // The `date` of a page is mostly when it was published: its clock time is a start only beside an end.
  const isOfPage = dated?.from.startsWith('key') ?? false;
  // In a text, one to the second is the date of a mail.
  const isOfMail = !isOfPage && dated?.stamp.clock !== undefined && dated.stamp.clock.second !== 0;
  const isStart = dated?.stamp.clock && !isOfMail && (stated.times.resolved !== undefined || !isOfPage);
  const started = stated.times.started ?? (isStart ? dated : undefined);
  if (started) place(started, 'started');
  for (const field of MOMENTS.slice(1)) {
    const time = stated.times[field];
    if (!time) continue;
    place(time, field);
    const [moment, start] = [moments[field]?.moment, moments.started?.moment];
    // `Start 23:50, end 00:20`: a clock time before the start is of the day after.
    const isOpen = !namesDay(time.stamp) && time.stamp.daysOn === undefined;
    if (moment && start && isOpen && moment.epoch < start.epoch) {
      moments[field] = { moment: later(moment, 24 * 60), from: time.from, how: 'mapped' };
    }
  }
  return moments;
}

/**
 * Adds the moments that follow from what is stated: from lengths of time, the timeline, the opening paragraph. Returns the day
 * of the incident where that is all that the stated lengths leave of its start.
 */
export function deriveMoments(
  context: RecordContext,
  moments: Moments,
  entries: readonly PlacedEntry[],
  zone: Zone,
  day: AnchorDay | undefined,
): AnchorDay | undefined {
  const { stated, lexicon, draft } = context;
  const sorted = [...entries].sort((a, b) => a.moment.epoch - b.moment.epoch);
  const derived = (field: (typeof MOMENTS)[number], found: { moment: Moment; from: string } | undefined): void => {
    if (found && !moments[field]) moments[field] = { ...found, how: 'derived' };
  };
  const { timeToDetect, timeToMitigate, timeToResolve } = stated.durations;
  const isStated = moments.started !== undefined;
  const spoken = leadTimes(context, zone, day?.day);
  if (!isStated) {
    const fit = fitDurations(sorted, timeToDetect, timeToResolve);
    const found = deriveStart(context, sorted, day, {
      fit,
      spoken: spoken.started,
      isStretch: spoken.resolved !== undefined,
    });
    derived('started', found.started);
    derived('detected', fit.detected);
    derived('resolved', fit.resolved);
    if (found.isLatest && found.started) noteLatest(found.started.from, context);
    if (found.why) draft.trouble(`when it began is not known: ${found.why}`, 'write the time as `started`');
    if (found.day) return found.day;
  }
  if (!moments.started) return undefined;
  const start = moments.started.moment;
  const sum = (length: typeof timeToResolve): { moment: Moment; from: string } | undefined =>
    length && !length.rough
      ? { moment: later(start, length.minutes), from: `${start.written} and ${length.from}` }
      : undefined;
  if (isStated) {
    derived('detected', sum(timeToDetect));
    derived('mitigated', sum(timeToMitigate));
    derived('resolved', sum(timeToResolve));
  }
  if (!moments.resolved) {
    const recovery = lastRecovery(sorted, lexicon.words);
    const length = recovery && (recovery.moment.epoch - start.epoch) / 60_000;
    const isAtOdds =
      timeToResolve !== undefined &&
      length !== undefined &&
      Math.abs(length - timeToResolve.minutes) > Math.max(5, timeToResolve.minutes / 10);
    if (isAtOdds && recovery) {
      draft.trouble(
        `${timeToResolve?.from}, but the timeline ends ${minutesText(length ?? 0)} after its start (${recovery.from}): both stay, and no end was chosen`,
      );
    } else if (recovery && recovery.moment.epoch >= start.epoch) derived('resolved', recovery);
    else derived('resolved', spoken.resolved);
  }
  return undefined;
}

/** The first that a file tells may be that it was noticed: the start is known to be no later, and a person decides. */
function noteLatest(from: string, { draft }: RecordContext): void {
  draft.imported.startedPrecision = 'latest';
  draft.trouble(
    `it began at the latest when it was noticed: ${from}`,
    'write the time as `started`, if it is known to be earlier',
  );
}
