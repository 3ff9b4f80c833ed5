import type { Day } from '../model/record.ts';
import { addDays, dayNumber } from './days.ts';

/** Periods from the finest to the coarsest. */
export const PERIOD_UNITS = ['quarter', 'half', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A period holds enough for its own figures from this number of incidents on. */
const INCIDENTS_A_PERIOD = 6;

/** A stretch of the calendar. */
export interface Period {
  /** `2026-Q4`, `2026-H2` or `2026`. Sorts as text within one unit. */
  key: string;
  unit: PeriodUnit;
  year: number;
  /** Which quarter (1–4) or half (1–2) of the year; 1 for a year. */
  part: number;
  from: Day;
  /** Its last day. */
  to: Day;
  /** Its last day that has come: `to`, or the day the figures are as of. */
  until: Day;
  /** True where `to` is past, so that nothing can be added but what is written late. */
  complete: boolean;
}

const MONTHS: Record<PeriodUnit, number> = { quarter: 3, half: 6, year: 12 };
const LETTER: Record<PeriodUnit, string> = { quarter: 'Q', half: 'H', year: '' };

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** The key of the period of `unit` that holds `day`: `2026-Q4`, `2026-H2`, `2026`. */
export function periodKey(day: Day, unit: PeriodUnit): string {
  if (unit === 'year') return day.slice(0, 4);
  const part = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS[unit]) + 1;
  return `${day.slice(0, 4)}-${LETTER[unit]}${part}`;
}

/** The period of `unit` that holds `day`, seen on `asOf`. */
export function periodOf(day: Day, unit: PeriodUnit, asOf: Day): Period {
  const year = Number(day.slice(0, 4));
  const months = MONTHS[unit];
  const part = Math.floor((Number(day.slice(5, 7)) - 1) / months) + 1;
  const last = part * months;
  const to = addDays(last === 12 ? `${four(year + 1)}-01-01` : `${four(year)}-${two(last + 1)}-01`, -1);
  return {
    key: periodKey(day, unit),
    unit,
    year,
    part,
    from: `${four(year)}-${two(last - months + 1)}-01`,
    to,
    until: to < asOf ? to : asOf,
    complete: to < asOf,
  };
}

/** Every period of `unit` from the one that holds `first` to the one that holds `asOf`, empty ones included; none if `first` is later. */
export function periodsThrough(first: Day, asOf: Day, unit: PeriodUnit): Period[] {
  const periods: Period[] = [];
  for (let day = first; day <= asOf; ) {
    const period = periodOf(day, unit, asOf);
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

/**
 * The finest unit in which most of the periods from the first of `days` to `asOf` hold six incidents or more, empty periods
 * counted among them; `year` if there is none. `days` are the days on which incidents started, in any order, none after `asOf`.
 */
export function periodUnitFor(days: readonly Day[], asOf: Day): PeriodUnit {
  let first = asOf;
  for (const day of days) if (day < first) first = day;
  for (const unit of PERIOD_UNITS) {
    const counts = new Map<string, number>();
    for (const day of days) {
      const key = periodKey(day, unit);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const full = [...counts.values()].filter((count) => count >= INCIDENTS_A_PERIOD).length;
    if (full * 2 > periodsThrough(first, asOf, unit).length) return unit;
  }
  return 'year';
}

/** Where in `period` the middle of `day` lies: above 0 and below 1. */
export function positionIn(period: Period, day: Day): number {
  const from = dayNumber(period.from);
  return (dayNumber(day) - from + 0.5) / (dayNumber(period.to) - from + 1);
}
