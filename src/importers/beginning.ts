import { type Derived, isWord, lastRecovery, type PlacedEntry } from './times/derive-times.ts';
import { readDuration } from './times/durations.ts';
import type { Words } from './words/words.ts';

/** What the first entries of a timeline say of the start: a moment, perhaps only its latest; or that it is not known. */
export type Beginning = (Derived & { isLatest?: true }) | { why: string };

/** What an entry tells: a deploy or other work that came before the trouble, the trouble itself, or neither. */
export type Tells = 'change' | 'harm' | 'neither';

/** A deploy that broke something is harm: those words count wherever they stand, words of work in the first sentence. */
export function whatItTells(text: string, words: Words): Tells {
  if (says(text, words.harm)) return 'harm';
  return says(firstSentence(text), words.changes) ? 'change' : 'neither';
}

/** The words of a text without the addresses of its links. */
const shown = (text: string): string => text.replace(/\]\([^)]*\)/g, ']');
const firstSentence = (text: string): string => shown(text).split(/(?<=[.!?])\s/, 1)[0] ?? '';

function says(text: string, list: readonly string[] = []): boolean {
  const plain = shown(text).toLowerCase();
  return list.some((word) => isWord(plain, word));
}

/**
 * The start as a timeline shows it that does not name it: its first entry, or, where it begins with work on the system, the
 * next if that tells of trouble. `entries` in the order of time.
 */
export function firstTrouble(entries: readonly PlacedEntry[], words: Words): Beginning | undefined {
  const at = entries.findIndex(({ what }) => whatItTells(what, words) !== 'change');
  const first = entries[at];
  const [work] = entries;
  if (!first || !work) return work && { why: `the timeline tells of work alone: ${short(work)}` };
  if (says(first.told ?? first.what, words.lasting))
    return { why: `it had lasted for some time when the timeline begins: ${short(first)}` };
  if (at > 0 && whatItTells(first.what, words) !== 'harm')
    return { why: `the timeline begins with work that came before it: ${short(work)}` };
  const from = `${at === 0 ? 'the first entry' : 'the first trouble'} of the timeline: ${short(first)}`;
  return {
    moment: first.moment,
    from,
    ...(says(firstSentence(first.what), words.noticed) && { isLatest: true as const }),
  };
}

/** How far a length in prose may be from the one between two entries: two minutes, and of long ones 3 in 100. */
const slack = (minutes: number): number => Math.max(2, minutes * 0.03);

/**
 * The entry from which a length that the prose gives (`down for 35 minutes`) leads to the recovery; the nearest of several. It
 * is the second that tells of trouble at the latest: a first sign may have come in a test, but nothing starts in the middle.
 */
export function spokenStart(
  entries: readonly PlacedEntry[],
  prose: readonly string[],
  words: Words,
): Derived | undefined {
  const end = lastRecovery(entries, words);
  if (!end) return undefined;
  const [first, second = first ?? entries.length - 1] = entries.flatMap(({ what }, index) =>
    whatItTells(what, words) === 'harm' ? [index] : [],
  );
  const early = entries.slice(0, second + 1);
  for (const { minutes, written } of prose.flatMap((text) => lengthsOfOutage(text, words))) {
    const off = ({ moment }: PlacedEntry): number => Math.abs((end.moment.epoch - moment.epoch) / 60_000 - minutes);
    const [best, next] = early.toSorted((a, b) => off(a) - off(b));
    if (!best || off(best) > slack(minutes)) continue;
    if (next && off(next) === off(best) && next.moment.epoch !== best.moment.epoch) continue;
    return {
      moment: best.moment,
      from: `the timeline's ${best.moment.written}, from which "${written}" leads to ${end.moment.written}`,
    };
  }
  return undefined;
}

/** Lengths of time in sentences that tell of an outage. */
function lengthsOfOutage(text: string, words: Words): { minutes: number; written: string }[] {
  return text.split(/(?<=[.!?])\s/).flatMap((sentence) => {
    if (!says(sentence, words.outage)) return [];
    return [...sentence.matchAll(/(?<![\p{L}\p{N}:.,-])\d/gu)].flatMap(({ index }) => {
      const parts = sentence.slice(index, index + 60).split(/(?<=\s)/);
      for (let count = Math.min(parts.length, 6); count > 0; count -= 1) {
        const written = parts
          .slice(0, count)
          .join('')
          .trim()
          .replace(/[.,;:)]+$/, '');
        const length = readDuration(written, words);
        if (length && length.minutes > 0) return [{ minutes: length.minutes, written }];
      }
      return [];
    });
  });
}

const short = ({ what }: PlacedEntry): string => what.slice(0, 80);
