import type { Day, Postmortem, RestrictedCount } from '../model/record.ts';
import { dayIn } from './days.ts';
import { type LeftOut, leftOutBy } from './left-out.ts';

/** From where figures are seen: the day they are as of, and the zone whose calendar counts (that of site.yaml). */
export interface Standpoint {
  asOf: Day;
  zone: string;
}

/** A postmortem and the day it started. */
export interface Dated {
  postmortem: Postmortem;
  day: Day;
}

/** The postmortems that figures rest on, each list newest first. */
export interface Population {
  incidents: Dated[];
  /** Near misses and exercises: they are listed, but they are no incidents and have no response times. */
  others: Dated[];
  /** What started after the day the figures are as of: in no figure. */
  later: Dated[];
  /** Restricted incidents: they enter counts by date and severity, nothing else. */
  restricted: RestrictedCount[];
}

/** Sorts postmortems and restricted counts into what figures rest on. */
export function populationOf(
  postmortems: readonly Postmortem[],
  { asOf, zone }: Standpoint,
  restricted: readonly RestrictedCount[] = [],
): Population {
  const population: Population = {
    incidents: [],
    others: [],
    later: [],
    restricted: restricted.filter(({ day }) => day <= asOf),
  };
  for (const postmortem of newestFirst(postmortems)) {
    const dated = { postmortem, day: dayIn(zone, postmortem.started) };
    if (dated.day > asOf) population.later.push(dated);
    else if (postmortem.type === 'incident') population.incidents.push(dated);
    else population.others.push(dated);
  }
  return population;
}

/** What every figure about incidents leaves out: restricted ones, and those that started after the day the figures are as of. */
export function leftOutOfAll({ later, restricted }: Population): LeftOut[] {
  const ids = later.filter(({ postmortem }) => postmortem.type === 'incident').map(({ postmortem }) => postmortem.id);
  return leftOutBy(
    ids.map((id) => ({ reason: 'after-as-of', id })),
    restricted.length,
  );
}

/** Postmortems newest first by `started`, then by id: the order of every list of incidents. */
export function newestFirst(postmortems: readonly Postmortem[]): Postmortem[] {
  return [...postmortems].sort((a, b) => (precedes(a, b) ? 1 : -1));
}

/** True where `a` comes before `b` in time; among those that started in the same second the later id is the earlier incident. */
export function precedes(a: Postmortem, b: Postmortem): boolean {
  return a.started === b.started ? a.id > b.id : a.started < b.started;
}
