import type { Day } from '../model/record.ts';
import { durationsOf, type Measure } from './durations.ts';
import { type LeftOut, type LeftOutReason, leftOutBy } from './left-out.ts';
import type { Dated, Population } from './population.ts';
import { type Summary, summarise } from './statistics.ts';

/** An incident whose time is known. */
export interface MeasuredIncident {
  id: string;
  day: Day;
  severity?: string;
  minutes: number;
  /** True where it was detected before it started, which counts as 0 minutes. */
  clamped?: true;
}

/** One response time over a set of incidents, and what it rests on. */
export interface MeasuredSet {
  measure: Measure;
  summary: Summary;
  /** What it rests on, newest first; `summary.n` of them. */
  incidents: MeasuredIncident[];
  /** The longest of them, the newest where several are; absent where there is none. */
  longest?: MeasuredIncident;
  /** How many there were to measure: those measured and those left out. */
  of: number;
  leftOut: LeftOut[];
  /** Ids of those detected before they started, counted as 0 minutes. */
  clamped: string[];
}

/** Measures the incidents of `population`; near misses and exercises stay out, restricted incidents are left out and counted. */
export function measure(population: Population, by: Measure): MeasuredSet {
  return measuredSet(by, population.incidents, population.later, population.restricted.length);
}

/** The same over lists that the caller has made: `incidents` to measure, `later` and `restricted` to name as left out. */
export function measuredSet(
  by: Measure,
  incidents: readonly Dated[],
  later: readonly Dated[] = [],
  restricted = 0,
): MeasuredSet {
  const measured: MeasuredIncident[] = [];
  const missing: { reason: LeftOutReason; id: string }[] = [];
  for (const { postmortem, day } of incidents) {
    const { id, severity } = postmortem;
    const duration = durationsOf(postmortem)[by];
    if ('absent' in duration) missing.push({ reason: duration.absent, id });
    else measured.push({ id, day, ...(severity === undefined ? {} : { severity }), ...duration });
  }
  for (const { postmortem } of later) {
    if (postmortem.type === 'incident') missing.push({ reason: 'after-as-of', id: postmortem.id });
  }
  const longest = measured.reduce<MeasuredIncident | undefined>(
    (worst, one) => (worst && worst.minutes >= one.minutes ? worst : one),
    undefined,
  );
  return {
    measure: by,
    summary: summarise(measured.map(({ minutes }) => minutes)),
    incidents: measured,
    ...(longest ? { longest } : {}),
    of: measured.length + missing.length + restricted,
    leftOut: leftOutBy(missing, restricted),
    clamped: measured.filter(({ clamped }) => clamped).map(({ id }) => id),
  };
}
