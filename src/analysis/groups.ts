import type { Postmortem, RestrictedCount } from '../model/record.ts';
import { type Group, groupOf } from './group.ts';
import type { LeftOut } from './left-out.ts';
import { type Period, type PeriodUnit, periodsThrough } from './periods.ts';
import { type Dated, leftOutOfAll, populationOf, type Standpoint } from './population.ts';

/** All groups of one kind, and what they rest on. */
export interface Grouping {
  /** The most frequent first, then the one seen last; those without an incident at the end, by id. */
  groups: Group[];
  unit: PeriodUnit;
  /** From the first incident of the archive to the day the figures are as of, without a hole. */
  periods: Period[];
  /** How many incidents there are: what shares are of. */
  of: number;
  /** Incidents in none of these figures, and why. */
  leftOut: LeftOut[];
  /** Incidents whose author wrote that it is not known: counted here, never ranked. Newest first. */
  unknown: string[];
  /** Incidents that name none. Newest first. */
  none: string[];
  /** Incidents in more than one group. Newest first. While there are any, counts add up to more than `of`. */
  several: string[];
  /** The fewest leading groups that hold at least half of the incidents (all groups, if they hold fewer), and how many that is. */
  leading: { groups: number; incidents: number };
}

/** What a grouping may be told. */
export interface GroupingOptions {
  /** Ids that shall have a group even where no incident has them: those of the files of causes/, say. */
  known?: readonly string[];
  /** Restricted incidents, to be named among those left out. */
  restricted?: readonly RestrictedCount[];
  /** The periods of its counts: by quarter unless said otherwise, since a count needs no minimum. */
  unit?: PeriodUnit;
}

/** Says to which groups a postmortem belongs; `unknown` where its author wrote that nobody knows. */
export type Belonging = (postmortem: Postmortem) => readonly string[] | 'unknown';

/** Groups postmortems by whatever `belonging` says. */
export function groupBy(
  postmortems: readonly Postmortem[],
  belonging: Belonging,
  standpoint: Standpoint,
  { known = [], restricted = [], unit = 'quarter' }: GroupingOptions = {},
): Grouping {
  const population = populationOf(postmortems, standpoint, restricted);
  const { incidents, others } = population;
  const first = incidents.at(-1)?.day;
  const periods = first === undefined ? [] : periodsThrough(first, standpoint.asOf, unit);
  const columns = new Map(periods.map(({ key }, column) => [key, column]));

  const members = new Map<string, { incidents: Dated[]; others: string[] }>();
  const membersOf = (id: string) => {
    const found = members.get(id) ?? { incidents: [], others: [] };
    members.set(id, found);
    return found;
  };
  for (const id of known) membersOf(id);
  const unknown: string[] = [];
  const none: string[] = [];
  const several: string[] = [];
  for (const dated of incidents) {
    const ids = belonging(dated.postmortem);
    if (ids === 'unknown') {
      unknown.push(dated.postmortem.id);
      continue;
    }
    const distinct = new Set(ids);
    if (distinct.size === 0) none.push(dated.postmortem.id);
    if (distinct.size > 1) several.push(dated.postmortem.id);
    for (const id of distinct) membersOf(id).incidents.push(dated);
  }
  for (const { postmortem } of others) {
    const ids = belonging(postmortem);
    for (const id of ids === 'unknown' ? [] : new Set(ids)) membersOf(id).others.push(postmortem.id);
  }

  const groups = [...members]
    .map(([id, found]) => groupOf(id, found.incidents, found.others, incidents.length, columns, unit))
    .sort(byRank);
  return {
    groups,
    unit,
    periods,
    of: incidents.length,
    leftOut: leftOutOfAll(population),
    unknown,
    none,
    several,
    leading: leadingOf(groups, incidents.length),
  };
}

function byRank(a: Group, b: Group): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.lastSeen !== b.lastSeen) return (a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function leadingOf(groups: readonly Group[], of: number): Grouping['leading'] {
  const reached = new Set<string>();
  let count = 0;
  for (const group of groups) {
    if (reached.size * 2 >= of || group.count === 0) break;
    for (const id of group.incidents) reached.add(id);
    count += 1;
  }
  return { groups: count, incidents: reached.size };
}
