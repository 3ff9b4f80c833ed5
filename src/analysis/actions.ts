import type { Day, Postmortem } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import { type ActionFacts, type ActionState, actionFactsOf, SOON_DAYS } from './action-facts.ts';
import { addDays } from './days.ts';
import { newestFirst } from './population.ts';

/** The open actions that share an owner, a service or a cause. */
export interface ActionGroup {
  id: string;
  /** Late ones first, then by due day, then those without one. */
  open: ActionFacts[];
  late: number;
}

/** Every action of every postmortem, where it stands, on one day. */
export interface Actions {
  asOf: Day;
  /** The last day that counts as soon. */
  soonUntil: Day;
  /** By priority, then the most days late first. */
  late: ActionFacts[];
  /** By due day, then by priority. */
  soon: ActionFacts[];
  later: ActionFacts[];
  /** Open, but no due day can be known. By priority. */
  undated: ActionFacts[];
  /** late, soon, later and undated, in that order. */
  open: ActionFacts[];
  /** Ids of the postmortems with open actions, newest first. */
  openFrom: string[];
  /** Not agreed yet: apart, and never late. By priority. */
  proposed: ActionFacts[];
  /** Nobody recorded whether they were agreed: apart, never late and in no figure. By priority. */
  unstated: ActionFacts[];
  /** The one closed last first; those whose day was not recorded at the end. */
  done: ActionFacts[];
  declined: ActionFacts[];
  /** Names of done and declined actions without `closed`: in no figure about time. */
  closedUndated: string[];
  /** Groups of open actions, the one with the most late first, then the most open, then by id. */
  byOwner: ActionGroup[];
  /** An action stands under every service of its incident: the groups add up to more than `open`. */
  byService: ActionGroup[];
  /** An action stands under what it addresses, else under every root cause of its incident. */
  byCause: ActionGroup[];
}

/** Every action of the archive as it stands on `asOf`. */
export function actionsOf(postmortems: readonly Postmortem[], site: SiteSettings, asOf: Day): Actions {
  const states = Map.groupBy(
    newestFirst(postmortems).flatMap((postmortem) => actionFactsOf(postmortem, site, asOf)),
    ({ state }) => state,
  );
  const inState = (state: ActionState, ...order: Order[]): ActionFacts[] => sorted(states.get(state) ?? [], ...order);
  const late = inState('late', byPriority, byDue, byName);
  const soon = inState('soon', byDue, byPriority, byName);
  const later = inState('later', byDue, byPriority, byName);
  const undated = inState('undated', byPriority, byName);
  const done = inState('done', byClosed, byName);
  const declined = inState('wont-do', byClosed, byName);
  const open = [...late, ...soon, ...later, ...undated];
  return {
    asOf,
    soonUntil: addDays(asOf, SOON_DAYS),
    late,
    soon,
    later,
    undated,
    open,
    openFrom: [...new Set(sorted(open, byIncident).map(({ incident }) => incident.id))],
    proposed: inState('proposed', byPriority, byName),
    unstated: inState('unstated', byPriority, byName),
    done,
    declined,
    closedUndated: [...done, ...declined].filter(({ closed }) => !closed).map(({ name }) => name),
    byOwner: groupsOf(open, ({ action }) => (action.owner === undefined ? [] : [action.owner])),
    byService: groupsOf(open, ({ incident }) => incident.services),
    byCause: groupsOf(open, ({ causes }) => causes),
  };
}

type Order = (a: ActionFacts, b: ActionFacts) => number;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPriority: Order = (a, b) => compare(a.action.priority ?? 'P9', b.action.priority ?? 'P9');
const byDue: Order = (a, b) => compare(a.due?.day ?? '9', b.due?.day ?? '9');
const byClosed: Order = (a, b) => compare(b.closed?.day ?? '', a.closed?.day ?? '');
const byIncident: Order = (a, b) => compare(b.incident.day, a.incident.day) || compare(a.incident.id, b.incident.id);
const byName: Order = (a, b) => compare(a.name, b.name);

function sorted(actions: readonly ActionFacts[], ...orders: Order[]): ActionFacts[] {
  return [...actions].sort((a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  });
}

function groupsOf(open: readonly ActionFacts[], idsOf: (action: ActionFacts) => readonly string[]): ActionGroup[] {
  const groups = new Map<string, ActionGroup>();
  for (const action of open) {
    for (const id of new Set(idsOf(action))) {
      const group = groups.get(id) ?? { id, open: [], late: 0 };
      group.open.push(action);
      if (action.state === 'late') group.late += 1;
      groups.set(id, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.late - a.late || b.open.length - a.open.length || compare(a.id, b.id));
}
