import { dayIn, dayNumber } from '../analysis/days.ts';
import type { Period } from '../analysis/periods.ts';
import type { Day, Instant } from '../model/record.ts';

// Everything here is the same on every machine: the locale is named, the zone is an argument, and names of months are
// listed, since their abbreviations differ from one version of the locale data to the next (Sep, Sept).

/** Narrow and unbroken: stands between a number and its unit. */
const THIN = '\u202f';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const monthName = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });

/** `1,047`; at most two decimals. */
export function formatNumber(value: number): string {
  return number.format(value);
}

/** `1 incident`, `1,047 incidents`; `plural` where an s is not enough. */
export function formatCount(count: number, one: string, plural = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : plural}`;
}

/** `20 %` of a share from 0 to 1. What is not nothing is never `0 %`, what is not all never `100 %`. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return `<1${THIN}%`;
  if (percent === 100 && share < 1) return `>99${THIN}%`;
  return `${percent}${THIN}%`;
}

/** `EUR 212,000`. */
export function formatMoney({ amount, currency }: { amount: number; currency: string }): string {
  return `${currency}\u00a0${formatNumber(amount)}`;
}

/** `a, b and c`. */
export function formatList(items: readonly string[]): string {
  return list.format(items);
}

/** `20 Nov 2026`. */
export function formatDay(day: Day): string {
  const [year = '', month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `April 2023`. */
export function formatMonth(day: Day): string {
  return `${monthName.format(Date.parse(`${day}T00:00:00Z`))} ${day.slice(0, 4)}`;
}

/** `Fri 20 Nov 2026`. */
export function formatWeekday(day: Day): string {
  return `${WEEKDAYS[((dayNumber(day) % 7) + 7) % 7]} ${formatDay(day)}`;
}

/** `Q4 2026`, `H2 2026`, `2026`. */
export function formatPeriod({ unit, part, year }: Pick<Period, 'unit' | 'part' | 'year'>): string {
  if (unit === 'year') return String(year);
  return `${unit === 'quarter' ? 'Q' : 'H'}${part} ${year}`;
}

/** The clock of `zone` at `instant`: `09:12`, with seconds only where they are recorded. */
export function formatClock(instant: Instant, zone: string): string {
  const seconds = new Date(instant).getUTCSeconds() > 0;
  const parts: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  };
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...parts }).format(Date.parse(instant));
}

/** What the clock of `zone` is called at `instant`: `CEST`, `EDT`, `UTC`, else its offset, `UTC+5:30`. */
export function formatZone(instant: Instant, zone: string): string {
  for (const locale of ['en-GB', 'en-US']) {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(Date.parse(instant))
      .find(({ type }) => type === 'timeZoneName')?.value;
    if (name && /^[A-Z]{3,5}$/.test(name)) return name;
  }
  return formatOffset(instant, zone);
}

/** How far the clock of `zone` is from UTC at `instant`: `UTC+2`, `UTC-3:30`, `UTC`. */
export function formatOffset(instant: Instant, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const name = parts.formatToParts(Date.parse(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC').replace(/[+-]0$/, '');
}

/** `Wed 14 Oct 2026, 09:12 CEST`. */
export function formatMoment(instant: Instant, zone: string): string {
  return `${formatWeekday(dayIn(zone, instant))}, ${formatClock(instant, zone)} ${formatZone(instant, zone)}`;
}

/** A stretch of time in words: by the clock of a zone, and in UTC where that is another. */
export interface SpanText {
  local: string;
  utc?: string;
}

/**
 * `Wed 14 Oct 2026, 09:12 to 11:04 CEST` and `07:12 to 09:04 UTC`. Days and zone names stand a second time where they differ;
 * without an end it reads `since …`.
 */
export function formatSpan(from: Instant, to: Instant | undefined, zone: string): SpanText {
  const local = spanIn(from, to, zone);
  if (formatOffset(from, zone) === 'UTC' && (!to || formatOffset(to, zone) === 'UTC')) return { local };
  const days = new Set([from, to ?? from].flatMap((at) => [dayIn(zone, at), dayIn('UTC', at)]));
  return { local, utc: spanIn(from, to, 'UTC', days.size === 1) };
}

function spanIn(from: Instant, to: Instant | undefined, zone: string, bare = false): string {
  const day = (at: Instant): string => formatWeekday(dayIn(zone, at));
  const zoneOf = (at: Instant): string => formatZone(at, zone);
  const first = `${bare ? '' : `${day(from)}, `}${formatClock(from, zone)}`;
  if (!to) return `since ${first} ${zoneOf(from)}`;
  const start = zoneOf(from) === zoneOf(to) ? first : `${first} ${zoneOf(from)}`;
  const last = bare || day(from) === day(to) ? '' : `${day(to)}, `;
  return `${start} to ${last}${formatClock(to, zone)} ${zoneOf(to)}`;
}

/**
 * A length of time: `40 s`, `19 min`, `1 h 52 min`; whole hours from a day on (`26 h`), days and hours from three days on
 * (`3 days 4 h`), whole days from a fortnight on.
 */
export function formatDuration(minutes: number): string {
  const part = (value: number, unit: string): string => `${formatNumber(value)}${THIN}${unit}`;
  const whole = Math.round(minutes);
  if (minutes > 0 && minutes * 60 < 59.5) return part(Math.max(1, Math.round(minutes * 60)), 's');
  if (whole < 60) return part(whole, 'min');
  if (whole < 24 * 60) return pair(Math.floor(whole / 60), 'h', whole % 60, 'min');
  const hours = Math.round(minutes / 60);
  if (hours < 72) return part(hours, 'h');
  if (hours < 14 * 24) return pair(Math.floor(hours / 24), 'days', hours % 24, 'h');
  return part(Math.round(hours / 24), 'days');
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const first = `${formatNumber(large)}${THIN}${largeUnit}`;
  return small === 0 ? first : `${first} ${small}${THIN}${smallUnit}`;
}

/** Two lengths of time as one: `71–104 min`, `49 min – 3 h 2 min`. Below two hours both stand in minutes. */
export function formatRange(low: number, high: number): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  if (low >= 1 && to < 120) return from === to ? `${to}${THIN}min` : `${from}–${to}${THIN}min`;
  const [first, last] = [formatDuration(low), formatDuration(high)];
  return first === last ? first : `${first} – ${last}`;
}

/** Minutes after the start of an incident, as a timeline counts them: `start`, `+112 min`, `+3 h 5 min`, `5 min before`. */
export function formatSinceStart(minutes: number): string {
  if (minutes === 0) return 'start';
  if (minutes < 0) return `${formatDuration(-minutes)} before`;
  return `+${minutes >= 60 && minutes < 180 ? `${Math.round(minutes)}${THIN}min` : formatDuration(minutes)}`;
}

/** `7 days late`. */
export function formatLate(days: number): string {
  return `${formatCount(days, 'day')} late`;
}

/** `in 4 days`, `due today`. */
export function formatUntil(days: number): string {
  return days === 0 ? 'due today' : `in ${formatCount(days, 'day')}`;
}
