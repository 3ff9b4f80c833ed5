import { type Actions, actionsOf } from '../analysis/actions.ts';
import { type ArchiveFigures, lastYearFigures } from '../analysis/archive-figures.ts';
import type { Measure } from '../analysis/durations.ts';
import { type FactorRow, factorMatrixOf, factorPairsOf } from '../analysis/factor-pairs.ts';
import type { Grouping } from '../analysis/groups.ts';
import { byCause, byFactor, byService } from '../analysis/patterns.ts';
import type { Standpoint } from '../analysis/population.ts';
import { type Recurrences, recurrencesOf } from '../analysis/recurrences.ts';
import { relationsOf } from '../analysis/relations.ts';
import { type ResponseTimes, responseTimesOf } from '../analysis/response-times.ts';
import { type Records, records } from './records.ts';

/** What is computed once for all pages of a build. */
export interface Figures {
  standpoint: Standpoint;
  actions: Actions;
  causes: Grouping;
  factors: Grouping;
  services: Grouping;
  factorMatrix: FactorRow[];
  recurrences: Recurrences;
  /** Ids that a postmortem names as related, or that name it. */
  related: Map<string, string[]>;
  lastYear: ArchiveFigures;
  responseTimes(measure: Measure): ResponseTimes;
}

function compute({ postmortems, restricted, site, asOf, cause, factor, service }: Records): Figures {
  const standpoint: Standpoint = { asOf, zone: site.timezone };
  const actions = actionsOf(postmortems, site, asOf);
  const factors = byFactor(postmortems, standpoint, { restricted, known: [...factor.keys()] });
  return {
    standpoint,
    actions,
    causes: byCause(postmortems, standpoint, { restricted, known: [...cause.keys()] }),
    factors,
    services: byService(postmortems, standpoint, { restricted, known: [...service.keys()] }),
    factorMatrix: factorMatrixOf(factors, factorPairsOf(postmortems, standpoint)),
    recurrences: recurrencesOf(postmortems, site, asOf),
    related: relationsOf(postmortems),
    lastYear: lastYearFigures(postmortems, restricted, actions, site),
    responseTimes: (measure) => responseTimesOf(postmortems, measure, standpoint, restricted),
  };
}

let computing: Promise<Figures> | undefined;

/** The figures of the build. Computed once for all pages; in `dev` anew for each request, so that an edit shows. */
export function figures(): Promise<Figures> {
  if (import.meta.env.DEV) return records().then(compute);
  computing ??= records().then(compute);
  return computing;
}
