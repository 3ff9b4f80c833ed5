import type { Words } from './words/words.ts';
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

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

/** Stands in a choice of words that is empty, and in no text. */
const NO_WORD = '\uffff';

/** How far into a text a time may reach. */
const REACH = 160;

/** A reader of times in the words of `language`; `zones` says what abbreviations mean in one archive. */
export function stampReader(language: Words, zones: Record<string, Zone> = {}): StampReader {
  const monthNames = new Map(
    language.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
  );
  const month = `(${oneOf([...monthNames.keys()])})\\.?`;
  const weekday = `(?:(?:${oneOf(language.weekdays.flat())})\\.?,?\\s+)?`;
  const ordinal = '(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?';
  const year = '(\\d{4})(?!\\d|:\\d)(?:\\s?г(?:ода|\\.)?(?!\\p{L}))?';
  const i = (source: string): RegExp => new RegExp(`^(?:${source})`, 'iu');
  const yearFirst = i(`${weekday}(\\d{4})([-/.])(\\d{1,2}|\\?{1,2}|[A-Z]{2})\\2(\\d{1,2}|\\?{1,2}|[A-Z]{2})(?![\\d])`);
  const numeric = i(`${weekday}(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d:])`);
  const monthFirst = i(`${weekday}${month}\\s+${ordinal}(?![\\d:])(?:,?\\s+${year})?`);
  const dayFirst = i(`${weekday}${ordinal}\\s*(?:of\\s+|de\\s+)?${month}(?![\\p{L}])(?:,?\\s*(?:de\\s+)?${year})?`);
  const named = i(`${weekday}${ordinal}-${month}-(\\d{4}|\\d{2})(?!\\d)`);
  const eastern =
    /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일](?:\s?[（(]\p{L}{1,3}[)）]|\s?(?:星期|周|週)\p{L})?/u;
  const badYear = i('(?:\\d{5,}|\\d{3})([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)');
  // `a 10:30` is no morning: only words of other scripts stand before the time.
  const first = (words: readonly string[]): string => oneOf([...words.filter((word) => !/[a-z]/i.test(word)), NO_WORD]);
  const halfBefore = `(?:(?:(${first(language.beforeNoon)})|(${first(language.afterNoon)}))\\s?)`;
  const half = `(?:\\s?(${oneOf(language.beforeNoon)})|\\s?(${oneOf(language.afterNoon)}))(?![\\p{L}\\d])`;
  const clockWord = `(?:\\s?(?:${oneOf(language.clockWords)})(?![\\p{L}\\d]))?`;
  const clock = i(
    `(\\d{1,2})(?:\\s?(?:[:.h時时点點시]|uhr)\\s?(\\d{2})|\\s?[時时点點시]\\s?(\\d)(?=[分분]))(?:[分분])?(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?:${half})?${clockWord}(?!\\d|:\\d)`,
  );
  const led = i(halfBefore);
  const fullHour = i(
    `(\\d{1,2})(?:\\s?(?:${oneOf([...language.fullHours, NO_WORD])})(?![\\p{L}\\d])|[時时点點시](?!\\s?\\d|間|间|간))`,
  );
  const hourOnly = i(`(\\d{1,2})${half}`);
  const fourDigits = i(`([01]\\d|2[0-3])([0-5]\\d)(?:\\s?(?:hrs|hours|h)(?![\\p{L}]))?(?![\\d:.,-])`);
  const open = /^(?:\d{1,2}|[A-Za-z]{2}|--|\?{1,2}|\d[A-Za-z?])[:.](?:\?{1,2}|[A-Za-z]{2}|--)(?![\p{L}\d])/u;
  const rough = i(`(?:~|≈|>|<|(?:${oneOf(language.roughly)})(?=[\\s\\d~]))\\s*`);
  const at = `(?:${oneOf(language.at)})(?:\\s+(?:${oneOf(language.at)}))?`;
  const between = i(`(?:\\s*[T,@]\\s*(?:(?:${at})\\s+)?|\\s+(?:${at})\\s+|\\s+|\\s*[-–—]\\s*|\\s*\\()`);
  const afterRough = /^\s?(?:~|\?|ish\b|\((?:approx\.?|approximately|ca\.|estimated)\))/i;

  const readDay = (
    text: string,
  ): Pick<Stamp, 'day' | 'dayFirst' | 'monthFirst' | 'month' | 'rough' | 'impossible' | 'length'> | undefined => {
    const result = (length: number, day: DayWords | undefined, more = {}): ReturnType<typeof readDay> =>
      day && exists(day)
        ? { day, rough: false, impossible: false, length, ...more }
        : { rough: false, impossible: true, length };
    const bad = badYear.exec(text);
    if (bad) return { rough: false, impossible: true, length: bad[0].length };
    let m = yearFirst.exec(text);
    if (m) {
      const [whole, y, , mm = '', dd = ''] = m;
      if (/\D/.test(mm + dd)) {
        const isMonth = exists({ year: Number(y), month: Number(mm), day: 1 });
        const known = isMonth && { month: { year: Number(y), month: Number(mm) } };
        return { rough: true, impossible: false, length: whole.length, ...known };
      }
      return result(whole.length, { year: Number(y), month: Number(mm), day: Number(dd) });
    }
    m = eastern.exec(text);
    if (m) return result(m[0].length, { ...(m[1] && { year: Number(m[1]) }), month: Number(m[2]), day: Number(m[3]) });
    m = numeric.exec(text);
    if (m) {
      const [whole, a, , b, y = ''] = m;
      const full = y.length === 2 ? 2000 + Number(y) : Number(y);
      const first = { year: full, month: Number(b), day: Number(a) };
      const second = { year: full, month: Number(a), day: Number(b) };
      if (!exists(first) && !exists(second)) return { rough: false, impossible: true, length: whole.length };
      return {
        rough: false,
        impossible: false,
        length: whole.length,
        ...(exists(first) && { dayFirst: first }),
        ...(exists(second) && { monthFirst: second }),
      };
    }
    const nameOf = (word = ''): number => monthNames.get(word.toLowerCase()) ?? 0;
    m = named.exec(text);
    if (m) {
      const y = (m[3] ?? '').length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
      return result(m[0].length, { year: y, month: nameOf(m[2]), day: Number(m[1]) });
    }
    m = monthFirst.exec(text);
    if (m) return result(m[0].length, { ...(m[3] && { year: Number(m[3]) }), month: nameOf(m[1]), day: Number(m[2]) });
    m = dayFirst.exec(text);
    // `1 may be enough` names no month.
    if (m && m[2] !== 'may') {
      return result(m[0].length, { ...(m[3] && { year: Number(m[3]) }), month: nameOf(m[2]), day: Number(m[1]) });
    }
    return undefined;
  };

  const readClock = (
    text: string,
    strict: boolean,
  ): Pick<Stamp, 'clock' | 'halfDay' | 'rough' | 'impossible' | 'length'> | undefined => {
    // Some languages name the half of the day first: `午後2時30分`.
    const lead = led.exec(text);
    if (lead) {
      const time = readClock(text.slice(lead[0].length), strict);
      if (!time?.clock || time.halfDay) return undefined;
      const { clock: read } = time;
      const hour = lead[2] !== undefined && read.hour < 12 ? read.hour + 12 : read.hour;
      return {
        ...time,
        clock: { ...read, hour: lead[1] !== undefined && hour === 12 ? 0 : hour },
        halfDay: true,
        length: time.length + lead[0].length,
      };
    }
    let m = clock.exec(text);
    let parts: { hour: number; minute: number; second: number; before?: string; after?: string } | undefined;
    if (m) {
      const [, hour, minute, digit, second, before, after] = m;
      parts = {
        hour: Number(hour),
        minute: Number(minute ?? digit),
        second: Number(second ?? 0),
        ...half2(before, after),
      };
    }
    if (!m) {
      m = hourOnly.exec(text);
      if (m) parts = { hour: Number(m[1]), minute: 0, second: 0, ...half2(m[2], m[3]) };
    }
    if (!m) {
      m = fullHour.exec(text);
      if (m) parts = { hour: Number(m[1]), minute: 0, second: 0 };
    }
    if (!m) {
      m = fourDigits.exec(text);
      if (m) {
        const after = text.slice(m[0].length).trimStart();
        const says = /h/i.test(m[0]) || m[0].startsWith('0') || readZone(after) !== undefined;
        if (strict && !says) return undefined;
        parts = { hour: Number(m[1]), minute: Number(m[2]), second: 0 };
      }
    }
    if (!m) {
      m = open.exec(text);
      return m ? { rough: true, impossible: false, length: m[0].length } : undefined;
    }
    if (!parts) return undefined;
    const { before, after, ...time } = parts;
    if (after !== undefined && time.hour < 12) time.hour += 12;
    if (before !== undefined && time.hour === 12) time.hour = 0;
    if (time.hour === 24 && time.minute === 0) return { rough: false, impossible: true, length: m[0].length };
    const impossible = time.hour > 23 || time.minute > 59 || time.second > 59;
    const isHalf = before !== undefined || after !== undefined;
    return {
      ...(!impossible && { clock: time }),
      ...(isHalf && { halfDay: true as const }),
      rough: false,
      impossible,
      length: m[0].length,
    };
  };

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

function half2(before: string | undefined, after: string | undefined): { before?: string; after?: string } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** True if such a day is on the calendar; without a year, 29 February is. */
function exists({ year, month, day }: DayWords): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== undefined && (year < 1950 || year > 2100)) return false;
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
