import type { Words } from '../words/words.ts';
import { clockReader } from './read-clock.ts';
import { dayReader } from './read-day.ts';
import { atHead, oneOf } from './word-choice.ts';
import { ownZone, readZone, SHARED_ABBREVIATION, type Zone } from './zone-words.ts';

/** A calendar day as it was written: without a year where none was, `order` where the digits can be read in two ways. */
export interface DayWords {
  year?: number;
  month: number;
  day: number;
}

/** A time as it was written, at the head of a text. */
export interface Stamp {
  day?: DayWords;
  /** Two readings of the same digits, day first and month first. */
  dayFirst?: DayWords;
  monthFirst?: DayWords;
  /** What is known where the day is left open: `2022-05-??`. */
  month?: { year: number; month: number };
  clock?: { hour: number; minute: number; second: number };
  /** In timelines: minutes after the start of the incident, in place of a clock time. */
  fromStart?: number;
  /** How many days after the start, where words say so in place of a date: `same day`, `next day`. */
  daysOn?: 0 | 1;
  /** In timelines: 1 for the day of the incident, 2 for the one after it. */
  dayNumber?: number;
  /** In timelines: true for a row whose day cannot be read. */
  isUnread?: true;
  /** In timelines: 0 for Monday to 6 for Sunday, where no date stands beside it. */
  weekday?: number;
  zone?: Zone;
  /** An abbreviation that several zones share. */
  sharedZone?: string;
  /** True if it says which half of the day is meant. */
  halfDay?: true;
  /** True if it says that it is rough (`~`, `ca.`), a range, or has digits left open. */
  rough: boolean;
  /** True if its digits are a date or clock time that does not exist. */
  impossible: boolean;
  /** Characters of the text that it takes, what belongs to it included. */
  length: number;
}

export interface StampReader {
  /** The time that `text` starts with. */
  read(text: string): Stamp | undefined;
}

/** How far into a text a time may reach. */
const REACH = 160;

/** A reader of times in the words of `language`; `zones` says what abbreviations mean in one archive. */
export function stampReader(language: Words, zones: Record<string, Zone> = {}): StampReader {
  const readDay = dayReader(language);
  const readClock = clockReader(language);
  const rough = atHead(`(?:~|≈|>|<|(?:${oneOf(language.roughly)})(?=[\\s\\d~]))\\s*`);
  const at = `(?:${oneOf(language.at)})(?:\\s+(?:${oneOf(language.at)}))?`;
  const between = atHead(`(?:\\s*[T,@]\\s*(?:(?:${at})\\s+)?|\\s+(?:${at})\\s+|\\s+|\\s*[-–—]\\s*|\\s*\\()`);
  const afterRough = /^\s?(?:~|\?|ish\b|\((?:approx\.?|approximately|ca\.|estimated)\))/i;

  const zoneAfter = (text: string, isMachine: boolean): Pick<Stamp, 'zone' | 'sharedZone' | 'length'> | undefined => {
    const lead = /^(?:\s*\(|\s*)/.exec(text)?.[0] ?? '';
    const rest = text.slice(lead.length);
    // `13:30-13:45` is a range. A bare minus is an offset in a machine's time only; `+` cannot be a range.
    if (/^[-\u2212]/.test(rest) && !isMachine && !/^[-\u2212]\d{4}(?!\d)/.test(rest)) return undefined;
    if (/^\+/.test(rest) && lead.includes(' ') && !/^\+\d\d:?\d\d/.test(rest)) return undefined;
    const bracket = lead.includes('(');
    const own = ownZone(rest, zones);
    const shared = own ? undefined : SHARED_ABBREVIATION.exec(rest)?.[0];
    const read = own ?? (shared === undefined ? readZone(rest) : undefined);
    const length = shared?.length ?? read?.length;
    if (length === undefined) return undefined;
    const tail = bracket ? (/^[^)]{0,20}\)/.exec(rest.slice(length))?.[0] ?? '') : '';
    if (bracket && tail === '') return undefined;
    const more = bracket ? '' : (/^\s*\((?:UTC|GMT)[^)]{0,10}\)/.exec(rest.slice(length))?.[0] ?? '');
    return {
      ...(read && { zone: read.zone }),
      ...(shared !== undefined && { sharedZone: shared }),
      length: lead.length + length + tail.length + more.length,
    };
  };

  return {
    read(whole) {
      // Hyphens that do not break and minus signs are hyphens here, and spaces that do not break are spaces.
      const text = whole
        .slice(0, REACH)
        .replace(/[\u2010\u2011\u2212]/g, '-')
        .replace(/[\u00a0\u202f\u3000]/g, ' ')
        // Digits and signs of full width, as they are written beside Chinese and Japanese.
        .replace(/[０-９：，．]/g, (sign) => sign.normalize('NFKC'));
      const stamp: Stamp = { rough: false, impossible: false, length: 0 };
      const take = (part: Partial<Stamp> & { length: number }, skipped = 0): void => {
        const { length, rough: isRough, impossible, ...facts } = part;
        Object.assign(stamp, facts);
        stamp.rough ||= isRough ?? false;
        stamp.impossible ||= impossible ?? false;
        stamp.length += skipped + length;
      };
      const rest = (): string => text.slice(stamp.length);
      const lead = rough.exec(text);
      if (lead) take({ length: lead[0].length, rough: true });

      const day = readDay(rest());
      if (day) {
        take(day);
        const gap = between.exec(rest())?.[0] ?? '';
        const inner = rough.exec(rest().slice(gap.length))?.[0] ?? '';
        // `日` ends a day without a space.
        const isApart = gap !== '' || /[日号號일)）]$/u.test(text.slice(0, stamp.length));
        const time = !isApart ? undefined : readClock(rest().slice(gap.length + inner.length), false);
        if (time) take({ ...time, rough: time.rough || inner !== '' }, gap.length + inner.length);
        if (time && gap.includes('(') && rest().startsWith(')')) stamp.length += 1;
      } else {
        const time = readClock(rest(), true);
        if (!time) return undefined;
        take(time);
        const early = zoneAfter(rest(), false);
        if (early) take(early);
        const gap = between.exec(rest())?.[0] ?? '';
        const later = gap === '' ? undefined : readDay(rest().slice(gap.length));
        const isLinked = later?.day?.year !== undefined || later?.dayFirst || later?.monthFirst || /\p{L}/u.test(gap);
        if (later && isLinked) take(later, gap.length);
      }
      if (!stamp.zone) {
        const isMachine = /T\d\d:\d\d|:\d\d:\d\d/.test(text.slice(0, stamp.length)) && stamp.day !== undefined;
        const zone = stamp.clock ? zoneAfter(rest(), isMachine) : undefined;
        if (zone) take(zone);
      }
      const doubt = afterRough.exec(rest());
      if (doubt) take({ length: doubt[0].length, rough: true });
      return stamp;
    },
  };
}
