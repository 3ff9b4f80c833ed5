import type { Day, Instant } from '../model/record.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar day on which `instant` falls in `zone` (`Europe/Berlin`, `UTC`). Throws a RangeError for an unknown zone. */
export function dayIn(zone: string, instant: Instant): Day {
  if (zone === 'UTC') return instant.slice(0, 10);
  const parts: Record<string, string> = {};
  for (const { type, value } of formatIn(zone).formatToParts(Date.parse(instant))) parts[type] = value;
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/** Days since 1970-01-01, a whole number. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The day whose `dayNumber` is `number`. */
export function dayOfNumber(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day `days` days after `day`; before it if negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`: 0 on the same day, negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the twelve months that end with `day`: the day after the same date of the year before. */
export function yearBack(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const sameDate = day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
  return addDays(sameDate, 1);
}

/** Minutes from `from` to `to`, with a fraction where seconds are recorded; negative if `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
