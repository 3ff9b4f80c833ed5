import type { Words } from '../words/words.ts';
import type { Stamp } from './stamps.ts';
import { atHead, oneOf } from './word-choice.ts';
import { readZone } from './zone-words.ts';

/** A clock time at the head of a text. */
export type ReadClock = Pick<Stamp, 'clock' | 'halfDay' | 'rough' | 'impossible' | 'length'>;

/**
 * A reader of the clock time that a text starts with, in the words of `language`. `strict` takes four digits alone (`1402`) only
 * where something says that they are a time.
 */
export function clockReader(language: Words): (text: string, strict: boolean) => ReadClock | undefined {
  // `a 10:30` is no morning: only words of other scripts stand before the time.
  const first = (words: readonly string[]): string => oneOf(words.filter((word) => !/[a-z]/i.test(word)));
  const halfBefore = `(?:(?:(${first(language.beforeNoon)})|(${first(language.afterNoon)}))\\s?)`;
  // `a. m.` is known as `a. m`: the dot at its end belongs to it.
  const dotted = (words: readonly string[]): string =>
    oneOf(words.flatMap((word) => (/\.[^.]+$/.test(word) ? [word, `${word}.`] : [word])));
  const half = `(?:\\s?(${dotted(language.beforeNoon)})|\\s?(${dotted(language.afterNoon)}))(?![\\p{L}\\d])`;
  const clockWord = `(?:\\s?(?:${oneOf(language.clockWords)})(?![\\p{L}\\d]))?`;
  const clock = atHead(
    `(\\d{1,2})(?:\\s?(?:[:.h時时点點시]|uhr)\\s?(\\d{2})|\\s?[時时点點시]\\s?(\\d)(?=[分분]))(?:[分분])?(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?:${half})?${clockWord}(?!\\d|:\\d)`,
  );
  const led = atHead(halfBefore);
  const fullHour = atHead(
    `(\\d{1,2})(?:\\s?(?:${oneOf(language.fullHours)})(?![\\p{L}\\d])|[時时点點시](?!\\s?\\d|間|间|간))`,
  );
  const hourOnly = atHead(`(\\d{1,2})${half}`);
  const fourDigits = atHead(`([01]\\d|2[0-3])([0-5]\\d)(?:\\s?(?:hrs|hours|h)(?![\\p{L}]))?(?![\\d:.,-])`);
  const open = /^(?:\d{1,2}|[A-Za-z]{2}|--|\?{1,2}|\d[A-Za-z?])[:.](?:\?{1,2}|[A-Za-z]{2}|--)(?![\p{L}\d])/u;
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
  return readClock;
}

function half2(before: string | undefined, after: string | undefined): { before?: string; after?: string } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
