import type { Day, Postmortem } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import { actionFactsOf, isOpen } from './action-facts.ts';
import { dayIn } from './days.ts';
import { newestFirst, precedes } from './population.ts';

/** What an incident may share with others. */
const JOIN_KINDS = ['cause', 'factor', 'service', 'trigger'] as const;
export type JoinKind = (typeof JOIN_KINDS)[number];

/** An earlier incident, and how many of its actions are open still. */
export interface Earlier {
  id: string;
  title: string;
  day: Day;
  openActions: number;
}

/** A pattern that an incident joins. */
export interface Join {
  kind: JoinKind;
  /** Of causes/, factors/ or services/, or a trigger. */
  id: string;
  /** How many incidents shared it before this one. */
  earlier: number;
  /** The last of them; absent where there is none. */
  last?: Earlier;
}

/** Everything that an incident joins. */
export interface Joins {
  /** What its author linked as the same failure. */
  repeats?: Earlier;
  /** In the order of `JOIN_KINDS`, within each as they are written. */
  patterns: Join[];
}

/**
 * The patterns that `postmortem` joins: for each cause, factor, service and trigger it names, the incidents before it that name
 * the same. Drafts, near misses and exercises among `postmortems` are not counted, nor is what started after `asOf`.
 */
export function joinsOf(
  postmortem: Postmortem,
  postmortems: readonly Postmortem[],
  site: SiteSettings,
  asOf: Day,
): Joins {
  const dayOf = ({ started }: Postmortem): Day => dayIn(site.timezone, started);
  const before = newestFirst(postmortems).filter(
    (other) =>
      other.type === 'incident' &&
      other.status !== 'draft' &&
      other.id !== postmortem.id &&
      precedes(other, postmortem) &&
      dayOf(other) <= asOf,
  );
  const toEarlier = (other: Postmortem): Earlier => ({
    id: other.id,
    title: other.title,
    day: dayOf(other),
    openActions: actionFactsOf(other, site, asOf).filter(isOpen).length,
  });
  const repeated = before.find(({ id }) => id === postmortem.recurrenceOf);
  return {
    ...(repeated && { repeats: toEarlier(repeated) }),
    patterns: JOIN_KINDS.flatMap((kind) =>
      [...new Set(namedBy(postmortem, kind))].map((id): Join => {
        const same = before.filter((other) => namedBy(other, kind).includes(id));
        const [last] = same;
        return { kind, id, earlier: same.length, ...(last && { last: toEarlier(last) }) };
      }),
    ),
  };
}

function namedBy({ causes, factors, services, trigger }: Postmortem, kind: JoinKind): string[] {
  switch (kind) {
    case 'cause':
      return causes.map(({ id }) => id);
    case 'factor':
      return factors.map(({ id }) => id);
    case 'service':
      return services;
    case 'trigger':
      return trigger === undefined || trigger === 'none' || trigger === 'unknown' ? [] : [trigger];
  }
}
