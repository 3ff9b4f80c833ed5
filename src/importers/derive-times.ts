import type { Duration } from './durations.ts';
import { later, type Moment } from './moments.ts';
import type { Words } from './words/words.ts';

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

/**
 * Start, detection and end as a timeline and stated lengths of time fit together: the one entry from which both lengths lead
 * to other entries. Nothing where no entry or more than one does.
 */
export function fitDurations(
  entries: readonly PlacedEntry[],
  toDetect: (Duration & { from: string }) | undefined,
  toResolve: (Duration & { from: string }) | undefined,
): { started?: Derived; detected?: Derived; resolved?: Derived } {
  const lengths = [toDetect, toResolve].filter((length) => length !== undefined && !length.rough);
  if (lengths.length === 0 || entries.length < 2) return {};
  const at = (epoch: number, minutes: number): PlacedEntry | undefined =>
    entries.find(({ moment }) => Math.abs(moment.epoch - epoch) <= slack(minutes));
  const leads = (entry: PlacedEntry, length: Duration | undefined): boolean =>
    length === undefined ||
    length.rough ||
    at(entry.moment.epoch + length.minutes * MINUTE, length.minutes) !== undefined;
  const distinct = entries.filter(
    ({ moment }, index) => entries.findIndex((other) => other.moment.epoch === moment.epoch) === index,
  );
  const both = distinct.filter((entry) => leads(entry, toDetect) && leads(entry, toResolve));
  const one = (length: Duration | undefined): PlacedEntry[] =>
    distinct.filter((entry) => length && !length.rough && leads(entry, length));
  const fits = [both, one(toResolve), one(toDetect)].find((list) => list.length > 0) ?? [];
  const [start] = fits;
  if (!start || (fits.length > 1 && start !== entries[0])) return {};
  const said = lengths.map((length) => length?.from).join(', ');
  const result: ReturnType<typeof fitDurations> = {
    started: {
      moment: start.moment,
      from: `the timeline's ${start.moment.written}, from which the stated lengths lead to other entries (${said})`,
    },
  };
  const add = (length: (Duration & { from: string }) | undefined): Derived | undefined =>
    length && !length.rough && leads(start, length)
      ? { moment: later(start.moment, length.minutes), from: `${start.moment.written} and ${length.from}` }
      : undefined;
  const detected = add(toDetect);
  const resolved = add(toResolve);
  return { ...result, ...(detected && { detected }), ...(resolved && { resolved }) };
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
