import type { Day, Postmortem, RestrictedCount } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import type { Actions } from './actions.ts';
import { yearBack } from './days.ts';
import { MEASURES } from './durations.ts';
import { type MeasuredSet, measure } from './measured.ts';
import { type Population, populationOf } from './population.ts';
import { type Promises, promisesOf } from './promises.ts';

/** Incidents of one severity. */
export interface SeverityCount {
  /** An id of the scale in site.yaml; absent for incidents whose severity nobody recorded. */
  severity?: string;
  /** All of them, restricted ones included. */
  count: number;
  restricted: number;
  /** Newest first, without restricted ones. */
  ids: string[];
}

/** The figures of a stretch of time. */
export interface ArchiveFigures {
  /** The first and last day on which an incident of these figures may have started. */
  from: Day;
  to: Day;
  /** Restricted incidents included. */
  incidents: number;
  restricted: number;
  /** Newest first, without restricted ones. */
  ids: string[];
  /** In the order of the scale, severities without incidents included; those without a severity at the end. */
  bySeverity: SeverityCount[];
  /** Ids of those that repeat an earlier incident, newest first, and how many could be asked: restricted ones say nothing. */
  repeats: { ids: string[]; of: number };
  /** Detect, acknowledge, mitigate, resolve. */
  response: MeasuredSet[];
  /** Of the actions that fell due in these days. */
  promises: Promises;
}

/** The figures of the four quarters up to `actions.asOf`: the twelve months that end with that day. */
export function lastYearFigures(
  postmortems: readonly Postmortem[],
  restricted: readonly RestrictedCount[],
  actions: Actions,
  site: SiteSettings,
): ArchiveFigures {
  const { asOf } = actions;
  return figuresBetween(
    yearBack(asOf),
    populationOf(postmortems, { asOf, zone: site.timezone }, restricted),
    actions,
    site,
  );
}

function figuresBetween(from: Day, whole: Population, actions: Actions, site: SiteSettings): ArchiveFigures {
  const population: Population = {
    incidents: whole.incidents.filter(({ day }) => day >= from),
    others: [],
    later: [],
    restricted: whole.restricted.filter(({ day }) => day >= from),
  };
  const { incidents, restricted } = population;
  const idsOf = (of: typeof incidents): string[] => of.map(({ postmortem }) => postmortem.id);
  return {
    from,
    to: actions.asOf,
    incidents: incidents.length + restricted.length,
    restricted: restricted.length,
    ids: idsOf(incidents),
    bySeverity: severityCountsOf(population, site),
    repeats: { ids: idsOf(incidents.filter(({ postmortem }) => postmortem.recurrenceOf)), of: incidents.length },
    response: MEASURES.map((by) => measure(population, by)),
    promises: promisesOf(actions, from),
  };
}

/** Incidents by severity, in the order of the scale. */
export function severityCountsOf({ incidents, restricted }: Population, site: SiteSettings): SeverityCount[] {
  const ids = Map.groupBy(incidents, ({ postmortem }) => postmortem.severity);
  const closed = Map.groupBy(restricted, ({ severity }) => severity);
  const count = (severity: string | undefined): SeverityCount => {
    const found = (ids.get(severity) ?? []).map(({ postmortem }) => postmortem.id);
    const hidden = closed.get(severity)?.length ?? 0;
    return {
      ...(severity === undefined ? {} : { severity }),
      count: found.length + hidden,
      restricted: hidden,
      ids: found,
    };
  };
  const unrecorded = count(undefined);
  return [...site.severities.map(({ id }) => count(id)), ...(unrecorded.count > 0 ? [unrecorded] : [])];
}
