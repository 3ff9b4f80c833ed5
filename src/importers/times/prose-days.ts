import { type Node, plainWords } from '../document.ts';
import { isMark } from '../dress/marks-apart.ts';
import { isLabelLine } from '../labels.ts';
import type { RecordContext } from '../record-context.ts';
import { isWord } from './derive-times.ts';
import { type IsoDay, isoDay, type Moment, momentOf, withYear } from './moments.ts';
import type { Zone } from './zone-words.ts';

/** How many days before the file's own day the incident of a report may lie. */
const NEAR = 7;

/**
 * The day that the opening paragraphs name. With a day in the file's name, one shortly before it (reports are written the
 * day after); without, the only full date there.
 */
export function proseDay(
  context: RecordContext,
  inName: IsoDay | undefined,
): { day: IsoDay; from: string } | undefined {
  const near = [timelineLead(context), openingBlocks(context)]
    .map((blocks) => blocks.flatMap((block) => daysIn(withoutLabels(block, context), context, inName)))
    .find((days) => days.length > 0);
  const found = near ?? [];
  const days = [...new Set(found.map(({ day }) => day))];
  const [only] = days;
  if (only === undefined || days.length > 1) return undefined;
  const written = found[0]?.written ?? '';
  if (inName !== undefined) {
    const before = (Date.parse(inName) - Date.parse(only)) / 86_400_000;
    if (before < 0 || before > NEAR) return undefined;
  }
  return { day: only, from: `the text: ${written}` };
}

/** The text of a paragraph without lines such as `Meeting scheduled for: 9 May 2022`, whose label says that it is of another day. */
function withoutLabels(block: Node, { document, lexicon }: RecordContext): string {
  const { dayLabels = [], otherDays = [] } = lexicon.words;
  const isOther = (line: string): boolean => {
    const label = line.slice(0, line.search(/[:：]/)).toLowerCase();
    const says = (list: readonly string[]): boolean => list.some((word) => isWord(label, word));
    return isLabelLine(line) && (!says(dayLabels) || says(otherDays));
  };
  const lines = sourceOf(block, { document }).split('\n');
  const prose = lines.filter((line) => !isOther(line));
  return prose.length === lines.length ? plainWords(block) : prose.join(' ').replace(/[*_`]/g, '');
}

const sourceOf = ({ start, end }: Node, { document }: Pick<RecordContext, 'document'>): string =>
  document.text.slice(start, end);

/** What stands between the heading of the timeline and its first entry: `All times are in UTC, May 4th, 2022.` */
function timelineLead({ document, lexicon }: RecordContext): Node[] {
  const section = document.sections.find(({ title }) => lexicon.heading(title) === 'timeline');
  const [first, second] = section?.blocks ?? [];
  return first?.type === 'paragraph' && (second?.type === 'list' || second?.type === 'table') ? [first] : [];
}

/** The paragraphs before the first list or table, up to the timeline, and the summary. */
export function opening(context: RecordContext): string[] {
  return openingBlocks(context).map(plainWords);
}

function openingBlocks({ document, lexicon }: RecordContext): Node[] {
  const blocks: Node[] = [];
  for (const section of document.sections) {
    const field = lexicon.heading(section.title);
    if (field && field !== 'summary') break;
    blocks.push(
      ...section.blocks.filter(
        ({ type, start, end }) => type === 'paragraph' && !isMark(document.text.slice(start, end)),
      ),
    );
    if (blocks.length > 0) break;
  }
  return blocks.slice(0, 3);
}

/** Full dates; beside a day in the file's name, those without a year take the year that brings them nearest to it. */
function daysIn(
  text: string,
  { stamps, archive, lexicon }: RecordContext,
  near?: IsoDay,
): { day: IsoDay; written: string }[] {
  const found: { day: IsoDay; written: string }[] = [];
  const isOther = (lead: string): boolean => {
    const words = lead
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '')
      .slice(-2);
    return words.some((word) => lexicon.words.otherDays?.includes(word));
  };
  // `a repeat of the outage of 4 May 2021`: a sentence about another incident.
  const isEarlier = (lead: string): boolean => {
    const sentence = (lead.split(/(?<=[.!?])\s/).at(-1) ?? '').toLowerCase();
    return lexicon.words.otherIncidents?.some((word) => isWord(sentence, word)) ?? false;
  };
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && /[\p{L}\p{N}/.-]/u.test(text[at - 1] ?? '')) continue;
    if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue;
    const stamp = stamps.read(text.slice(at, at + 60));
    if (!stamp) continue;
    const words =
      stamp.day ??
      (archive.dayOrder === 'day-first'
        ? stamp.dayFirst
        : archive.dayOrder === 'month-first'
          ? stamp.monthFirst
          : undefined);
    // `from 3 to 5 May 2022`: the first of the days.
    const early =
      words &&
      /(?:^|\s)(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:to|until|till|through|and|-|–|—)\s*$/i.exec(text.slice(0, at));
    const isRange = early && Number(early[1]) > 0 && Number(early[1]) < words.day;
    if (words && isRange) words.day = Number(early[1]);
    const day =
      words && !stamp.impossible
        ? (isoDay(words) ?? (near === undefined ? undefined : withYear(words, near)))
        : undefined;
    if (day !== undefined && !isOther(text.slice(0, at)) && !isEarlier(text.slice(0, at)))
      found.push({ day, written: text.slice(at, at + stamp.length) });
    at += Math.max(0, stamp.length - 1);
  }
  return found;
}

/** The zone of the times in the opening paragraphs, where they name one and no other. */
export function leadZone(context: RecordContext): Zone | undefined {
  const zones = new Map<string, Zone>();
  for (const text of opening(context)) {
    for (const { index: at } of text.matchAll(/(?<![\p{L}\p{N}/.:-])\d/gu)) {
      const zone = context.stamps.read(text.slice(at, at + 80))?.zone;
      if (zone) zones.set(zone.words, zone);
    }
  }
  const [only, ...others] = zones.values();
  return others.length === 0 ? only : undefined;
}

/** The one clock time with a zone, or the one stretch between two, that the first paragraph names for the incident. */
export function leadTimes(
  context: RecordContext,
  zone: Zone,
  day: IsoDay | undefined,
): { started?: { moment: Moment; from: string }; resolved?: { moment: Moment; from: string } } {
  // Labels over the text are none of it, unless they hold a time: `Time: 2:15 PM – 4 PM ET`.
  const text =
    openingBlocks(context)
      .map((block) => ({ words: withoutLabels(block, context), source: sourceOf(block, context) }))
      .find(({ words, source }) => !isLabelLine(source) || /\d[:.]\d\d|\d\s?[ap]m\b/i.test(words))?.words ?? '';
  if (day === undefined) return {};
  const { stamps } = context;
  const times: {
    clock: { hour: number; minute: number; second: number };
    zone?: Zone;
    at: number;
    end: number;
    own: IsoDay;
  }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!/\d/.test(text[at] ?? '') || /[\p{L}\p{N}/.:-]/u.test(text[at - 1] ?? '')) continue;
    const stamp = stamps.read(text.slice(at, at + 80));
    if (!stamp) continue;
    const own = (stamp.day && isoDay({ ...stamp.day, year: stamp.day.year ?? Number(day.slice(0, 4)) })) ?? day;
    if (stamp.clock && !stamp.impossible)
      times.push({ clock: stamp.clock, ...(stamp.zone && { zone: stamp.zone }), at, end: at + stamp.length, own });
    at += Math.max(0, stamp.length - 1);
  }
  const [first, second] = times;
  if (!first || times.length > 2) return {};
  const from = `the opening paragraph: ${text.slice(Math.max(0, first.at - 20), (second ?? first).end)}`;
  const moment = (time: typeof first, fallback?: Zone): Moment | undefined =>
    momentOf(time.own, time.clock, time.zone ?? fallback ?? zone);
  if (!second) {
    const started = first.zone && moment(first);
    return started ? { started: { moment: started, from } } : {};
  }
  const between = text.slice(first.end, second.at);
  const isStretch = /^\s*(?:to|and|until|till|-|–|—)\s*(?:around |about |approximately )?$/i.test(between);
  const ends = isStretch && (second.zone ?? first.zone);
  if (!ends) return {};
  const started = moment(first, ends);
  const resolved = moment(second, ends);
  if (!started || !resolved || resolved.epoch < started.epoch) return {};
  return { started: { moment: started, from }, resolved: { moment: resolved, from } };
}
