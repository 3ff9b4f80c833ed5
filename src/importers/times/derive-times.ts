import type { Words } from '../words/words.ts';
import type { Duration } from './durations.ts';
import { later, type Moment } from './moments.ts';

/** An entry of a timeline whose moment is known. */
export interface PlacedEntry {
  moment: Moment;
  what: string;
  /** All that is told of it, where that is more than the entry holds. */
  told?: string;
}

/** A moment that was computed, and in words from what. */
export interface Derived {
  moment: Moment;
  from: string;
}

const MINUTE = 60_000;
/** How far two times may lie apart and still be called the same, as people round: a minute, and of long times one in 200. */
const slack = (minutes: number): number => Math.max(1.5, minutes / 200) * MINUTE;

type Length = Duration & { from: string };

/** What stated lengths of time say of a timeline: the moments, or where several starts fit, the moments of these. */
export interface Fit {
  started?: Derived;
  detected?: Derived;
  resolved?: Derived;
  candidates?: Moment[];
}

/**
 * Start, detection and end as a timeline and stated lengths of time fit together: the one entry from which both lengths lead
 * to other entries, the closest of several. Of equals the first of the timeline, else none.
 */
export function fitDurations(
  entries: readonly PlacedEntry[],
  toDetect: Length | undefined,
  toResolve: Length | undefined,
): Fit {
  const exact = (length: Length | undefined): Length[] => (length && !length.rough ? [length] : []);
  const lengths = [...exact(toDetect), ...exact(toResolve)];
  if (entries.length < 2) return {};
  // A length of nothing leads from every entry to itself.
  const telling = lengths.filter(({ minutes }) => minutes > 0);
  const distinct = entries.filter(
    ({ moment }, index) => entries.findIndex((other) => other.moment.epoch === moment.epoch) === index,
  );
  const both = telling.length > 1 ? bestStarts(distinct, telling) : [];
  const one = (length: Length | undefined): PlacedEntry[] =>
    bestStarts(
      distinct,
      telling.filter((other) => other === length),
    );
  const fits = [both, one(toResolve), one(toDetect)].find((list) => list.length > 0) ?? [];
  const start = fits.length > 1 ? fits.find((entry) => entry === entries[0]) : fits[0];
  if (!start) return fits.length > 1 ? { candidates: fits.map(({ moment }) => moment) } : {};
  const said = lengths.map(({ from }) => from).join(', ');
  const started = {
    moment: start.moment,
    from: `the timeline's ${start.moment.written}, from which the stated lengths lead to other entries (${said})`,
  };
  const add = (length: Length | undefined): Derived | undefined =>
    length && !length.rough && gap(start, length, distinct) <= slack(length.minutes)
      ? { moment: later(start.moment, length.minutes), from: `${start.moment.written} and ${length.from}` }
      : undefined;
  const detected = add(toDetect);
  const resolved = add(toResolve);
  return { started, ...(detected && { detected }), ...(resolved && { resolved }) };
}

/** The entries from which every length leads to another, those with the smallest error. */
function bestStarts(entries: readonly PlacedEntry[], lengths: readonly Length[]): PlacedEntry[] {
  if (lengths.length === 0) return [];
  const fits = entries.flatMap((entry) => {
    const gaps = lengths.map((length) => gap(entry, length, entries));
    return gaps.every((off, index) => off <= slack(lengths[index]?.minutes ?? 0))
      ? [{ entry, error: gaps.reduce((sum, off) => sum + off, 0) }]
      : [];
  });
  const least = Math.min(...fits.map(({ error }) => error));
  return fits.filter(({ error }) => error === least).map(({ entry }) => entry);
}

/** How far from the nearest entry a length ends that starts at `entry`, in milliseconds. */
function gap(entry: PlacedEntry, { minutes }: Duration, entries: readonly PlacedEntry[]): number {
  const end = entry.moment.epoch + minutes * MINUTE;
  return Math.min(...entries.map(({ moment }) => Math.abs(moment.epoch - end)));
}

/** True if every stated length leads from `start` to nowhere near an entry: then it was not measured from there. */
export function isRefuted(
  start: Moment,
  entries: readonly PlacedEntry[],
  lengths: readonly (Duration | undefined)[],
): boolean {
  const telling = lengths.flatMap((length) => (length && length.minutes > 0 ? [length] : []));
  const others = entries.filter(({ moment }) => moment.epoch !== start.epoch);
  if (telling.length === 0 || others.length === 0) return false;
  return telling.every((length) => {
    const near = Math.max(5, length.minutes * (length.rough ? 0.2 : 0.05)) * MINUTE;
    return gap({ moment: start, what: '' }, length, others) > near;
  });
}

/** The entry that says of itself that the trouble began there. */
export function saidBeginning(entries: readonly PlacedEntry[], words: Words): Derived | undefined {
  const entry = entries.find(({ what }) => words.began.some((word) => isWord(what.toLowerCase(), word)));
  return entry && { moment: entry.moment, from: `the timeline's ${entry.moment.written}: ${entry.what.slice(0, 120)}` };
}

/** The last entry that tells of recovery. */
export function lastRecovery(entries: readonly PlacedEntry[], words: Words): Derived | undefined {
  const entry = entries.findLast(({ what, told }) => tellsRecovery(told ?? what, words));
  return entry && { moment: entry.moment, from: `the timeline's ${entry.moment.written}: ${entry.what.slice(0, 120)}` };
}

/** True if a text says that it is over. `not yet resolved` does not. */
export function tellsRecovery(text: string, words: Words): boolean {
  const plain = text.toLowerCase().replace(/[*_`]/g, '').replace(/\s+/g, ' ');
  return plain.split(/(?<=[.!?;])\s/).some((sentence) => {
    const found = words.recovered.find((word) => isWord(sentence, word));
    return (
      found !== undefined &&
      !words.notRecovered.some((word) => (word.startsWith("n'") ? sentence.includes(word) : isWord(sentence, word)))
    );
  });
}

/** True if a word stands alone in a text, both in lower case. */
export function isWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '');
}
