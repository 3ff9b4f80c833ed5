import { posix } from 'node:path';
import { fitDurations, lastRecovery, type PlacedEntry, saidBeginning } from './derive-times.ts';
import type { StatedTime } from './fields.ts';
import { dayInPath } from './file-words.ts';
import { findTimeline } from './find-timeline.ts';
import type { RecordContext } from './map-record.ts';
import { type IsoDay, later, type Moment, momentOf, seasonGap } from './moments.ts';
import { dayOf, namesDay, placeTimes } from './place-times.ts';
import { leadTimes, leadZone, proseDay } from './prose-days.ts';
import type { TimeRow } from './time-rows.ts';
import { zoneOf } from './zone-of.ts';
import type { Zone } from './zone-words.ts';

const UTC: Zone = { offset: 0, words: 'UTC' };
const MOMENTS = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;

/** Places every time of a file: the timeline, the stated moments, and what can be derived from both. */
export function mapTimes(context: RecordContext): void {
  const { draft, stated, archive } = context;
  const found = findTimeline(context);
  const rows = found.rows;
  const { zone, paragraph } = chooseZone(context, rows);
  const day = anchorDay(context, rows);
  const placed = placeTimes(
    rows.map(({ stamp }) => stamp),
    { zone, ...(archive.dayOrder && { dayOrder: archive.dayOrder }), ...(day && { day: day.day }) },
  );
  const entries: (PlacedEntry & { row: TimeRow; order: number })[] = [];
  for (const [order, place] of placed.entries()) {
    const row = rows[order] as TimeRow;
    if ('moment' in place && row.what !== '')
      entries.push({
        row,
        order,
        moment: place.moment,
        what: row.what,
        ...(row.told !== undefined && { told: row.told }),
      });
    else if (!('moment' in place))
      draft.trouble(`the time ${row.written || 'of an entry'} stays text: ${place.why}`, undefined, row.start);
  }
  takeEntries(entries, rows, found.sections, context);
  const isAllGone =
    entries.length === rows.length &&
    rows.every(
      ({ section }) => !section || section.blocks.every((block) => draft.edits.removes(block.start, block.end)),
    );
  if (paragraph && entries.length > 0 && isAllGone) draft.take(paragraph.start, paragraph.end);

  for (const time of Object.values(stated.times))
    draft.findings.push({ how: 'mapped', field: 'times', from: time.from });
  const firstDay = earlierDay(placed, rows, day) ?? day ?? firstPlacedDay(placed, rows);
  const moments = placeStated(context, zone, firstDay?.day);
  if (!firstDay || !('isFirst' in firstDay)) derive(context, moments, entries, zone, firstDay?.day);
  settle(context, moments, firstDay, zone);
}

function chooseZone(
  context: RecordContext,
  rows: readonly TimeRow[],
): { zone: Zone; paragraph?: { start: number; end: number } } {
  const { draft, stated, archive, document, lexicon } = context;
  const { stated: inText, unclear } = zoneOf(document, lexicon.words);
  const found = stated.zone ?? inText;
  if (found) {
    const meant = archive.zones[found.zone.words];
    draft.findings.push({ how: 'mapped', field: 'zone', from: found.from });
    return { zone: meant ?? found.zone, ...(inText?.paragraph && { paragraph: inText.paragraph }) };
  }
  if (unclear !== undefined)
    draft.trouble(`no zone is known by these words: ${unclear}`, 'name it as `zone` in the map file');
  const named = [...Object.values(stated.times), ...rows].flatMap(({ stamp }) =>
    stamp.zone ? [[stamp.zone.words, stamp.zone] as const] : [],
  );
  const [own, ...others] = new Map(named).values();
  if (own && others.length === 0) {
    draft.findings.push({ how: 'derived', field: 'zone', from: `the one zone that its times name: ${own.words}` });
    return { zone: archive.zones[own.words] ?? own };
  }
  const spoken = archive.zone ? undefined : leadZone(context);
  if (spoken) {
    draft.findings.push({
      how: 'derived',
      field: 'zone',
      from: `the one zone that the opening paragraph names: ${spoken.words}`,
    });
    return { zone: archive.zones[spoken.words] ?? spoken };
  }
  if (archive.zone) {
    draft.findings.push({ how: 'derived', field: 'zone', from: 'the map file' });
    return { zone: archive.zone };
  }
  return { zone: { ...UTC, words: '' } };
}

/** The day that clock times start from, the surest source first. */
function anchorDay(
  context: RecordContext,
  rows: readonly TimeRow[],
): { day: IsoDay; from: string; isDerived?: boolean } | undefined {
  const { archive, stated, file } = context;
  const own = archive.days[file];
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

function firstPlacedDay(placed: ReturnType<typeof placeTimes>, rows: readonly TimeRow[]): ReturnType<typeof anchorDay> {
  const index = placed.findIndex(({ day }) => day !== undefined);
  const day = placed[index]?.day;
  return day === undefined ? undefined : { day, from: `the timeline: ${rows[index]?.written ?? ''}` };
}

/** The day of the first row, where it has no clock time and lies before the first that has one: then nothing sure began later. */
function earlierDay(
  placed: ReturnType<typeof placeTimes>,
  rows: readonly TimeRow[],
  known: ReturnType<typeof anchorDay>,
): (NonNullable<ReturnType<typeof anchorDay>> & { isFirst: true }) | undefined {
  const [first] = placed;
  const [row] = rows;
  if (!first || !row || 'moment' in first || first.day === undefined || !namesDay(row.stamp)) return undefined;
  const next = placed.find((place) => 'moment' in place);
  if (next?.day !== undefined && next.day <= first.day) return undefined;
  if (next === undefined && known !== undefined && !known.isDerived) return undefined;
  return { day: first.day, from: `the timeline: ${row.written}`, isFirst: true };
}

/** Moves the rows whose moment is known out of the body and into the timeline, in the order of time. */
function takeEntries(
  entries: (PlacedEntry & { row: TimeRow; order: number })[],
  rows: readonly TimeRow[],
  sections: readonly string[],
  { draft, document }: RecordContext,
): void {
  if (entries.length === 0) return;
  const sorted = entries.toSorted((a, b) => a.moment.epoch - b.moment.epoch || a.order - b.order);
  const moved = sorted.filter((entry, index) => entry !== entries[index]);
  if (moved.length > 0)
    draft.trouble(`the timeline stood out of order: it was sorted by time (${moved[0]?.row.written})`);
  const words = entries.map(({ row }) => row.written).join(' | ');
  draft.set(
    'timeline',
    sorted.map(({ moment, what }) => ({ at: moment.written, what })),
    'mapped',
    `${sections.join(', ')}${sections.length > 0 ? ': ' : ''}${entries.length} of ${rows.length} entries: ${words}`,
  );
  const tables = new Set(rows.map(({ table }) => table).filter((table) => table !== undefined));
  for (const { row } of entries) {
    draft.edits.remove(row.start, row.table ? endOfLine(document.text, row.end) : row.end);
    for (const markup of row.dropped)
      draft.left.push({ line: draft.lineAt(row.start), text: markup, why: 'markup that a timeline entry cannot hold' });
    const { section } = row;
    const isBare =
      section &&
      section.children.length === 0 &&
      section.blocks.every((block) => draft.edits.removes(block.start, block.end));
    if (isBare && section.heading) draft.edits.remove(section.heading.start, section.heading.end);
  }
  for (const table of tables) {
    if (table === undefined) continue;
    const [header, ...others] = table.children;
    const rest = others.filter((row) => !draft.edits.removes(row.start, row.end));
    const isMarkup = rest.every((row) => /^\{:[^}]*\}$/.test(document.text.slice(row.start, row.end).trim()));
    if (!header || !isMarkup) continue;
    for (const row of rest) draft.leave(row.start, row.end, 'markup of a table that went into the timeline');
    draft.take(table.start, table.end);
    draft.leave(header.start, header.end, 'the head of a table that went into the timeline');
  }
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

type Moments = Partial<Record<(typeof MOMENTS)[number], { moment: Moment; from: string; how: 'mapped' | 'derived' }>>;

function placeStated(context: RecordContext, zone: Zone, anchor: IsoDay | undefined): Moments {
  const { stated, draft, archive } = context;
  const moments: Moments = {};
  let day = anchor;
  const place = (time: StatedTime, field: (typeof MOMENTS)[number]): void => {
    const own = dayOf(time.stamp, archive.dayOrder, day) ?? (namesDay(time.stamp) ? undefined : day);
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
  const dated = stated.times.day;
  const started = stated.times.started ?? (dated?.stamp.clock ? dated : undefined);
  if (started) place(started, 'started');
  for (const field of MOMENTS.slice(1)) {
    const time = stated.times[field];
    if (!time) continue;
    place(time, field);
    const [moment, start] = [moments[field]?.moment, moments.started?.moment];
    // `Start 23:50, end 00:20`: a clock time before the start is of the day after.
    if (moment && start && !namesDay(time.stamp) && moment.epoch < start.epoch) {
      moments[field] = { moment: later(moment, 24 * 60), from: time.from, how: 'mapped' };
    }
  }
  return moments;
}

function derive(
  context: RecordContext,
  moments: Moments,
  entries: readonly PlacedEntry[],
  zone: Zone,
  day: IsoDay | undefined,
): void {
  const { stated, lexicon, draft } = context;
  const sorted = [...entries].sort((a, b) => a.moment.epoch - b.moment.epoch);
  const derived = (field: (typeof MOMENTS)[number], found: { moment: Moment; from: string } | undefined): void => {
    if (found && !moments[field]) moments[field] = { ...found, how: 'derived' };
  };
  const { timeToDetect, timeToMitigate, timeToResolve } = stated.durations;
  const isStated = moments.started !== undefined;
  if (!isStated) {
    const fit = fitDurations(sorted, timeToDetect, timeToResolve);
    derived('started', fit.started);
    derived('detected', fit.detected);
    derived('resolved', fit.resolved);
  }
  const spoken = leadTimes(context, zone, day);
  derived('started', saidBeginning(sorted, lexicon.words));
  const [first] = sorted;
  if (!moments.started && first)
    derived('started', { moment: first.moment, from: `the first entry of the timeline: ${first.what.slice(0, 80)}` });
  if (!moments.started) derived('started', spoken.started);
  if (!moments.started) return;
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
}

/** Writes the moments that may stand beside each other; the others keep their words under `imported`. */
function settle(
  context: RecordContext,
  moments: Moments,
  day: { day: IsoDay; from: string; isDerived?: boolean } | undefined,
  zone: Zone,
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
      `${day.from}: the day; its time is not known`,
    );
    draft.imported.startedPrecision = 'day';
    for (const field of MOMENTS.slice(1)) if (moments[field]) draft.imported[field] = moments[field].moment.written;
    draft.trouble(
      'only the day of the start is known: 00:00 stands for it, and no length of time is computed',
      'write the time as `started`',
    );
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
  const hasZone = draft.findings.some(({ field }) => field === 'zone');
  if (!hasZone && zone.words === '' && usesZone(context, moments)) {
    draft.imported.assumedZone = 'UTC';
    draft.trouble(
      'no zone is named: its times are read as UTC',
      'name the zone of the archive as `zone` in the map file',
    );
  }
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

/** True if a time of the file was read without an offset of its own. */
function usesZone({ stated, draft }: RecordContext, moments: Moments): boolean {
  const own = [stated.times.started, stated.times.resolved, stated.times.day].filter((time) => time?.stamp.clock);
  return (
    draft.has('timeline') || own.some((time) => time?.stamp.zone === undefined) || Object.keys(moments).length === 0
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

function minutesText(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 120 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
