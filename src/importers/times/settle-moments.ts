import type { RecordContext } from '../record-context.ts';
import type { TimeRow } from '../timeline/time-rows.ts';
import type { AnchorDay } from './anchor-day.ts';
import { UNKNOWN_ZONE } from './choose-zone.ts';
import { minutesText, momentOf, seasonGap } from './moments.ts';
import { MOMENTS, type Moments } from './place-moments.ts';
import { dayOf } from './place-times.ts';
import type { Zone } from './zone-words.ts';

/** Writes the moments that may stand beside each other; the others keep their words under `imported`. */
export function settleMoments(
  context: RecordContext,
  moments: Moments,
  day: AnchorDay | undefined,
  zone: Zone,
  rows: readonly TimeRow[],
): void {
  const { draft, stated } = context;
  const published = stated.times.published;
  const publishedDay = published && dayOf(published.stamp, context.archive.dayOrder, undefined);
  if (publishedDay !== undefined && published) draft.set('published', publishedDay, 'mapped', published.from);
  else if (published) draft.imported.published = published.written;

  if (!moments.started) {
    if (!day) return;
    // Only the day is known: midnight stands for it, nothing is measured from it, and the report says so.
    const midnight = momentOf(day.day, { hour: 0, minute: 0, second: 0 }, zone);
    draft.set(
      'started',
      midnight?.written ?? `${day.day}T00:00Z`,
      'derived',
      day.isMonth ? `${day.from}: the month` : `${day.from}: the day; its time is not known`,
    );
    draft.imported.startedPrecision = day.isMonth ? 'month' : 'day';
    for (const field of MOMENTS.slice(1)) if (moments[field]) draft.imported[field] = moments[field].moment.written;
    draft.trouble(
      day.isMonth
        ? 'only the month of the start is known: its first day stands for it, and no length of time is computed'
        : 'only the day of the start is known: 00:00 stands for it, and no length of time is computed',
      'write the time as `started`',
    );
    noteZone(context, zone, rows);
    return;
  }
  if (moments.resolved && moments.resolved.moment.epoch < moments.started.moment.epoch) {
    drop('resolved', 'it ends before it begins');
  }
  if (moments.mitigated && moments.mitigated.moment.epoch < moments.started.moment.epoch)
    drop('mitigated', 'it lies before the start');
  if (moments.mitigated && moments.resolved && moments.resolved.moment.epoch < moments.mitigated.moment.epoch) {
    drop('mitigated', 'it lies behind the end');
  }
  if (moments.detected && moments.acknowledged && moments.acknowledged.moment.epoch < moments.detected.moment.epoch) {
    drop('acknowledged', 'it lies before the detection');
  }
  for (const field of MOMENTS) {
    const found = moments[field];
    if (found) draft.set(field, found.moment.written, found.how, found.from);
  }
  noteZone(context, zone, rows);
  const start = draft.values.started;
  const gap = typeof start === 'string' ? seasonGap(zone, start.slice(0, 10)) : 0;
  if (gap !== 0) {
    draft.trouble(
      `${zone.words} was read as it is written, but its clocks showed another time on ${String(start).slice(0, 10)}`,
      `if local time was meant, say so in the map file: zones: { ${zone.words}: Area/City }`,
    );
  }
  compare(context, moments);

  function drop(field: (typeof MOMENTS)[number], why: string): void {
    draft.imported[field] = moments[field]?.moment.written;
    draft.trouble(`${field} ${moments[field]?.moment.written} (${moments[field]?.from}) has no field: ${why}`);
    delete moments[field];
  }
}

/** Says that UTC stands for a zone that nobody named, where a time that was read has no offset of its own. */
function noteZone({ stated, draft }: RecordContext, zone: Zone, rows: readonly TimeRow[]): void {
  if (draft.findings.some(({ field }) => field === 'zone') || zone.words !== '') return;
  const { published, ...moments } = stated.times;
  const isInTimeline = draft.has('timeline') && rows.some(({ stamp }) => stamp.clock && !stamp.zone);
  if (!isInTimeline && !Object.values(moments).some(({ stamp }) => stamp.clock && !stamp.zone)) return;
  draft.imported.assumedZone = 'UTC';
  const isUnclear = draft.troubles.some(({ message }) => message.startsWith(UNKNOWN_ZONE));
  draft.trouble(
    `${isUnclear ? 'no zone is known' : 'no zone is named'}: its times are read as UTC`,
    'name the zone of the archive as `zone` in the map file',
  );
}

/** Lengths that are stated and those that the times give are both kept; where they disagree, the report says it. */
function compare({ stated, draft }: RecordContext, moments: Moments): void {
  const start = moments.started?.moment.epoch;
  if (start === undefined) return;
  const pairs = [
    [stated.durations.timeToDetect, moments.detected],
    [stated.durations.timeToMitigate, moments.mitigated],
    [stated.durations.timeToResolve, moments.resolved],
  ] as const;
  for (const [length, end] of pairs) {
    if (!length || !end) continue;
    const computed = (end.moment.epoch - start) / 60_000;
    if (Math.abs(computed - length.minutes) <= Math.max(2, length.rough ? length.minutes / 5 : length.minutes / 50))
      continue;
    draft.trouble(`${length.from}, but its times give ${minutesText(computed)}: both stay as they are`);
  }
}
