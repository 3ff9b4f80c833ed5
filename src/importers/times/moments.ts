import { Temporal } from 'temporal-polyfill';
import type { DayWords, Stamp } from './stamps.ts';
import { placeOf, type Zone } from './zone-words.ts';

/** A day as text, `2024-03-01`. */
export type IsoDay = string;

/** A moment that was read: as it is written into the file, and as an instant to count with. */
export interface Moment {
  /** With an offset, or local where the file has a `timezone`. */
  written: string;
  /** Milliseconds since 1970. */
  epoch: number;
}

export function isoDay({ year, month, day }: DayWords): IsoDay | undefined {
  return year === undefined ? undefined : `${year}-${two(month)}-${two(day)}`;
}

/** The moment of a day and clock time; undefined where the clocks of the place skipped it or showed it twice. */
export function momentOf(day: IsoDay, clock: NonNullable<Stamp['clock']>, zone: Zone): Moment | undefined {
  const seconds = clock.second === 0 ? '' : `:${two(clock.second)}`;
  const local = `${day}T${two(clock.hour)}:${two(clock.minute)}${seconds}`;
  if ('offset' in zone) {
    const epoch =
      Date.parse(`${day}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}Z`) - zone.offset * 60_000;
    return { written: `${local}${offsetText(zone.offset)}`, epoch };
  }
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(zone.name, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone.name, { disambiguation: 'later' });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) return undefined;
  return { written: `${local}${earlier.offset}`, epoch: earlier.epochMilliseconds };
}

/** The moment `minutes` after another, written with the same offset. */
export function later(moment: Moment, minutes: number): Moment {
  const epoch = moment.epoch + minutes * 60_000;
  const offset = offsetOf(moment.written);
  const local = new Date(epoch + offset * 60_000).toISOString().slice(0, 19).replace(/:00$/, '');
  return { written: `${local}${offsetText(offset)}`, epoch };
}

/** The day `days` after another. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: IsoDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The day with its year: that which brings it nearest to `anchor`. */
export function withYear(words: DayWords, anchor: IsoDay): IsoDay | undefined {
  if (words.year !== undefined) return isoDay(words);
  const around = Number(anchor.slice(0, 4));
  const away = (day: IsoDay): number => Math.abs(Date.parse(`${day}T00:00:00Z`) - Date.parse(`${anchor}T00:00:00Z`));
  const days = [around, around - 1, around + 1].flatMap((year) => {
    const isReal = words.day <= new Date(Date.UTC(year, words.month, 0)).getUTCDate();
    return isReal ? [`${year}-${two(words.month)}-${two(words.day)}`] : [];
  });
  return days.sort((a, b) => away(a) - away(b))[0];
}

/** How many minutes the clocks of the place that an abbreviation belongs to were off from it on that day; 0 if they agree. */
export function seasonGap(zone: Zone, day: IsoDay): number {
  const place = placeOf(zone);
  if (!('offset' in zone) || place === undefined) return 0;
  const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: place, plainTime: '12:00' });
  return there.offsetNanoseconds / 60_000_000_000 - zone.offset;
}

function offsetOf(written: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(written) ?? [];
  return sign === undefined ? 0 : (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A length of time for people: `35 min`, `2 h 5 min`. */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 120 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
