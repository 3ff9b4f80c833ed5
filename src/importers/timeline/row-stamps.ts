import type { Stamp, StampReader } from '../times/stamps.ts';
import type { Words } from '../words/words.ts';

/**
 * A reader of the times of timelines, where words mean a time that mean none in prose: counted from the start (`T+5`,
 * `+15 min`, `T-2h`), and weekdays without a date (`Tuesday 14:02`). What day or moment they mean is told later, or not at all.
 */
export function rowStamps(stamps: StampReader, words: Words): StampReader {
  const weekdays = words.weekdays.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index] as const));
  weekdays.sort(([a], [b]) => b.length - a.length);
  const units = unitsOf(words);
  return {
    read(text) {
      const plain = stamps.read(text);
      if (plain) return plain;
      return (
        relative(text.slice(0, 60).replace(/[\u2010\u2011\u2212]/g, '-'), units) ??
        onWeekday(text, weekdays, stamps) ??
        numberedDay(text) ??
        yearlessDay(text, stamps)
      );
    },
  };
}

/** Minutes per unit, by the names of units, the longest first. */
function unitsOf({ units }: Words): [name: string, minutes: number][] {
  const minutes = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10_080 };
  return Object.entries(units)
    .flatMap(([unit, names]) =>
      names.map((name): [string, number] => [name.toLowerCase(), minutes[unit as keyof typeof minutes]]),
    )
    .sort(([a], [b]) => b.length - a.length);
}

/** `T+5` counts minutes, as does `T+0:10` (hours and minutes). Without the T a unit or a colon must say what is counted. */
function relative(text: string, units: readonly [string, number][]): Stamp | undefined {
  const head = /^(?:(T)\s?([+-])\s?|(T)(?=\s?[0=]?(?:[\s:–—-]|$))|([+-])\s?(?=\d))/.exec(text);
  if (!head) return undefined;
  const [whole, anchored, sign, alone, bare] = head;
  const stamp = (length: number, minutes: number): Stamp => ({
    rough: false,
    impossible: false,
    fromStart: (sign ?? bare) === '-' ? -minutes || 0 : minutes,
    length,
  });
  if (alone !== undefined) {
    const zero = /^T\s?[0=]/.exec(text)?.[0];
    return zero === undefined ? undefined : stamp(zero.length, 0);
  }
  const rest = text.slice(whole.length);
  const clock = /^(\d{1,3}):(\d\d)(?::(\d\d))?(?![\d:])/.exec(rest);
  if (clock) {
    const [written, hours, minutes, seconds = 0] = clock;
    return stamp(whole.length + written.length, Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
  }
  let length = 0;
  let sum = 0;
  for (;;) {
    const number = /^\s?(?:and\s)?(\d{1,4}(?:[.,]\d{1,2})?)\s?/.exec(rest.slice(length));
    if (!number) break;
    const after = rest.slice(length + number[0].length).toLowerCase();
    const unit = units.find(([name]) => after.startsWith(name) && !/^\p{L}/u.test(after.slice(name.length)));
    if (!unit) break;
    sum += Number((number[1] ?? '').replace(',', '.')) * unit[1];
    length += number[0].length + unit[0].length;
  }
  if (length > 0) return stamp(whole.length + length, sum);
  const count = anchored === undefined ? undefined : /^\d{1,4}(?![\d:.,]\d|\p{L})/u.exec(rest)?.[0];
  return count === undefined ? undefined : stamp(whole.length + count.length, Number(count));
}

/** A weekday and a clock time, or a weekday alone on its line. */
function onWeekday(
  text: string,
  weekdays: readonly (readonly [string, number])[],
  stamps: StampReader,
): Stamp | undefined {
  const plain = text.slice(0, 40).toLowerCase();
  const found = weekdays.find(([name]) => plain.startsWith(name) && !/^\p{L}/u.test(plain.slice(name.length)));
  if (!found) return undefined;
  const [name, weekday] = found;
  const rest = text.slice(name.length);
  const alone = /^[.:]?[\s*_]*:?\s*$/.exec(rest);
  if (alone) return { rough: false, impossible: false, weekday, length: name.length };
  const gap = /^[.,]?\s+(?:at\s+|@\s*)?/.exec(rest)?.[0];
  const time = gap === undefined ? undefined : stamps.read(rest.slice(gap.length));
  if (gap === undefined || !time?.clock || time.day || time.dayFirst || time.monthFirst) return undefined;
  return { ...time, weekday, length: name.length + gap.length + time.length };
}

/** `Day 2`, alone on its line. */
function numberedDay(text: string): Stamp | undefined {
  const [whole, number] = /^day\s?(\d{1,2})(?=[\s*_:]*$)/i.exec(text) ?? [];
  if (whole === undefined || Number(number) === 0) return undefined;
  return { rough: false, impossible: false, dayNumber: Number(number), length: whole.length };
}

/** `4/11 11:58 PM`, or `4/11` alone on its line: a day without its year, before a clock time. */
function yearlessDay(text: string, stamps: StampReader): Stamp | undefined {
  const [whole, a, b, gap = ''] = /^(\d{1,2})\/(\d{1,2})(?![\d/])(,?\s+(?:at\s+|@\s*)?)?/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [first, second] = [Number(a), Number(b)];
  const days = {
    ...(second >= 1 && second <= 12 && first >= 1 && first <= 31 && { dayFirst: { month: second, day: first } }),
    ...(first >= 1 && first <= 12 && second >= 1 && second <= 31 && { monthFirst: { month: first, day: second } }),
  };
  if (Object.keys(days).length === 0) return undefined;
  const length = whole.length - gap.length;
  if (/^[\s*_:]*$/.test(text.slice(length))) return { rough: false, impossible: false, ...days, length };
  const time = gap === '' ? undefined : stamps.read(text.slice(whole.length));
  if (!time?.clock || time.day || time.dayFirst || time.monthFirst) return undefined;
  return { ...time, ...days, length: whole.length + time.length };
}
