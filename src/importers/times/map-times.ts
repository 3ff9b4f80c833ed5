import { plainWords } from '../document.ts';
import { lettersOf } from '../letters.ts';
import type { RecordContext } from '../record-context.ts';
import { findTimeline } from '../timeline/find-timeline.ts';
import { type TimelineRow, takeEntries } from '../timeline/take-entries.ts';
import type { TimeRow } from '../timeline/time-rows.ts';
import { anchorDay, firstPlacedDay, untimedStart } from './anchor-day.ts';
import { chooseZone } from './choose-zone.ts';
import { deriveMoments, placeStated } from './place-moments.ts';
import { placeTimes } from './place-times.ts';
import { settleMoments } from './settle-moments.ts';
import { statedStart } from './stated-start.ts';

/** Places every time of a file: the timeline, the stated moments, and what can be derived from both. */
export function mapTimes(context: RecordContext): void {
  const { draft, stated, archive } = context;
  const found = findTimeline(context);
  const rows = found.rows;
  const { zone, paragraph } = chooseZone(context, rows);
  const day = anchorDay(context, rows);
  const start = statedStart(context, zone, day?.day);
  const placed = placeTimes(
    rows.map(({ stamp }) => stamp),
    {
      zone,
      ...(archive.dayOrder && { dayOrder: archive.dayOrder }),
      ...(day && { day: day.day }),
      ...(start && { start: start.moment }),
    },
  );
  const entries: TimelineRow[] = [];
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
  const counted = entries.filter(({ row }) => row.stamp.fromStart !== undefined);
  if (start && counted.length > 0)
    draft.findings.push({
      how: 'derived',
      field: 'timeline',
      from: `${counted.length} times counted from the start ${start.moment.written} (${start.from})`,
    });
  takeEntries(entries, rows, found.sections, context);
  const { fromKeys } = context;
  const isPlaced = fromKeys.rows.every((row) => entries.some((entry) => entry.row === row));
  if (fromKeys.key !== undefined && isPlaced) delete draft.imported[fromKeys.key];
  const isAllGone =
    entries.length === rows.length &&
    rows.every(
      ({ section }) => !section || section.blocks.every((block) => draft.edits.removes(block.start, block.end)),
    );
  if (paragraph && entries.length > 0 && isAllGone) {
    const source = context.document.text.slice(paragraph.start, paragraph.end);
    const isPlain = lettersOf(source) === lettersOf(plainWords(paragraph));
    draft.take(paragraph.start, paragraph.end, isPlain ? undefined : 'markup that a value cannot hold');
  }

  for (const time of Object.values(stated.times))
    draft.findings.push({ how: 'mapped', field: 'times', from: time.from });
  const known = untimedStart(placed, rows, day, context.lexicon.words) ?? day ?? firstPlacedDay(placed, rows);
  // Where the first time of the timeline cannot be told, the next one is no beginning.
  const first = placed[rows.findIndex(({ stamp }) => stamp.clock !== undefined || stamp.impossible || stamp.isUnread)];
  const firstDay = known && first && !('moment' in first) ? { ...known, isFirst: true } : known;
  const moments = placeStated(context, zone, firstDay?.day);
  const leftDay = deriveMoments(context, moments, entries, zone, firstDay);
  settleMoments(context, moments, leftDay ?? firstDay, zone, rows);
}
