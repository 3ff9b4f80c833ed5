import type { Words } from '../words/words.ts';
import type { DayWords, Stamp } from './stamps.ts';
import { atHead, oneOf } from './word-choice.ts';

/** A day at the head of a text. */
export type ReadDay = Pick<Stamp, 'day' | 'dayFirst' | 'monthFirst' | 'month' | 'rough' | 'impossible' | 'length'>;

/** A reader of the day that a text starts with, in the words of `language`. */
export function dayReader(language: Words): (text: string) => ReadDay | undefined {
  const monthNames = new Map(
    language.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
  );
  const month = `(${oneOf([...monthNames.keys()])})\\.?`;
  const weekday = `(?:(?:${oneOf(language.weekdays.flat())})\\.?,?\\s+)?`;
  const ordinal = '(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?';
  // `12–13 September`: the first of the days.
  const ordinalOnly = ordinal.replace('(', '(?:');
  const year = '(\\d{4})(?!\\d|:\\d)(?:\\s?г(?:ода|\\.)?(?!\\p{L}))?';
  const yearFirst = atHead(
    `${weekday}(\\d{4})([-/.])(\\d{1,2}|\\?{1,2}|[A-Z]{2})\\2(\\d{1,2}|\\?{1,2}|[A-Z]{2})(?![\\d])`,
  );
  const numeric = atHead(`${weekday}(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d:])`);
  const monthFirst = atHead(
    `${weekday}${month}\\s+${ordinal}(?:\\s*[-–—]\\s*${ordinalOnly}(?=,?\\s+\\d{4}(?!\\d|:\\d)))?(?![\\d:])(?:,?\\s+${year})?`,
  );
  const dayFirst = atHead(
    `${weekday}${ordinal}(?:\\s*[-–—]\\s*${ordinalOnly}(?=\\s*${month.replace('(', '(?:')}))?\\s*(?:of\\s+|de\\s+)?${month}(?![\\p{L}])(?:,?\\s*(?:de\\s+)?${year})?`,
  );
  const named = atHead(`${weekday}${ordinal}-${month}-(\\d{4}|\\d{2})(?!\\d)`);
  const eastern =
    /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일](?:\s?[（(]\p{L}{1,3}[)）]|\s?(?:星期|周|週)\p{L})?/u;
  const badYear = atHead('(?:\\d{5,}|\\d{3})([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)');
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
  return readDay;
}

/** True if such a day is on the calendar; without a year, 29 February is. */
function exists({ year, month, day }: DayWords): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== undefined && (year < 1950 || year > 2100)) return false;
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
