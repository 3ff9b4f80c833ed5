import type { Day, Postmortem, RestrictedCount } from '../model/record.ts';
import { type Chance, chanceOfFall } from './chance.ts';
import type { Measure } from './durations.ts';
import { type MeasuredIncident, type MeasuredSet, measure, measuredSet } from './measured.ts';
import { type Period, type PeriodUnit, periodKey, periodsThrough, periodUnitFor, positionIn } from './periods.ts';
import { type Dated, populationOf, type Standpoint } from './population.ts';
import { overlap } from './statistics.ts';
import { type Trend, trendOf } from './trend.ts';

/** A measured incident as a dot of its period. */
export interface Dot extends MeasuredIncident {
  /** Where its day lies in the period: above 0, below 1. */
  position: number;
}

/** One period of a response time: a gap (`summary.n` 0, no dots) where nothing was measured. */
export interface ResponsePeriod extends MeasuredSet {
  period: Period;
  /** Newest first. */
  incidents: Dot[];
  /** Whether its interval overlaps that of the period before; absent unless both have a summary. */
  overlapsPrevious?: boolean;
}

/** One response time over the whole archive, by period. */
export interface ResponseTimes extends MeasuredSet {
  unit: PeriodUnit;
  /** Oldest first, from the first incident to the day the figures are as of, without a hole. */
  periods: ResponsePeriod[];
  /** What the periods can and cannot say about change. */
  trend: Trend;
  /** How often chance alone would make a median fall; absent below five incidents. */
  chance?: Chance;
  /** Ids of near misses and exercises, newest first: they have no response times. */
  others: string[];
}

/**
 * One response time, by period. Hand in the postmortems it is to be about (all of them, those of a service, of a severity) and
 * the restricted counts that belong to them. Without `unit` the periods are the finest that hold enough (`periodUnitFor`); hand in
 * the same unit to set measures side by side. An ongoing incident is left out and counted; "now" is never an end.
 */
export function responseTimesOf(
  postmortems: readonly Postmortem[],
  by: Measure,
  standpoint: Standpoint,
  restricted: readonly RestrictedCount[] = [],
  unit?: PeriodUnit,
): ResponseTimes {
  const { asOf } = standpoint;
  const population = populationOf(postmortems, standpoint, restricted);
  const days = population.incidents.map(({ day }) => day);
  const chosen = unit ?? periodUnitFor(days, asOf);
  const periods = periodsOf(population.incidents, population.restricted, by, asOf, chosen);
  const whole = measure(population, by);
  const chance = chanceOfFall(whole.incidents.map(({ minutes }) => minutes));
  return {
    ...whole,
    ...(chance ? { chance } : {}),
    unit: chosen,
    periods,
    trend: trendOf(
      periods.map(({ period, summary, leftOut }) => ({
        key: period.key,
        summary,
        unfinished: leftOut.some(({ reason }) => reason === 'ongoing'),
      })),
      periods.flatMap(({ period, incidents }) =>
        incidents.map(({ day, minutes }) => ({ key: period.key, day, minutes })),
      ),
    ),
    others: population.others.map(({ postmortem }) => postmortem.id),
  };
}

function periodsOf(
  incidents: readonly Dated[],
  restricted: readonly RestrictedCount[],
  by: Measure,
  asOf: Day,
  unit: PeriodUnit,
): ResponsePeriod[] {
  const first = incidents.at(-1)?.day;
  if (first === undefined) return [];
  const incidentsIn = Map.groupBy(incidents, ({ day }) => periodKey(day, unit));
  const restrictedIn = Map.groupBy(restricted, ({ day }) => periodKey(day, unit));
  const periods: ResponsePeriod[] = [];
  for (const period of periodsThrough(first, asOf, unit)) {
    const set = measuredSet(by, incidentsIn.get(period.key) ?? [], [], restrictedIn.get(period.key)?.length ?? 0);
    const previous = periods.at(-1)?.summary;
    periods.push({
      ...set,
      period,
      incidents: set.incidents.map((incident) => ({ ...incident, position: positionIn(period, incident.day) })),
      ...(set.summary.enough && previous?.enough
        ? { overlapsPrevious: overlap(set.summary.interval, previous.interval) }
        : {}),
    });
  }
  return periods;
}
