import type { Day, Postmortem } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import { type ActionFacts, actionFactsOf, isOpen } from './action-facts.ts';
import { dayIn, daysBetween } from './days.ts';
import { newestFirst, precedes } from './population.ts';

/** An action of an earlier incident that was open on the day a later one of its chain started. */
export interface OpenThen {
  action: ActionFacts;
  /** Days past its due day on that day, 1 or more; absent if it was not late then, or had no due day. */
  daysLateThen?: number;
  /** Whether it is open still. */
  openNow: boolean;
}

/** One incident of a chain. */
export interface ChainLink {
  id: string;
  day: Day;
  /** 1 for the first, 2 for the second time … */
  ordinal: number;
  /** What its author linked as the same failure, and how many days before it started; absent for the first of the chain. */
  repeats?: { id: string; days: number };
  /** Ids of those that repeat it directly, oldest first. */
  repeatedBy: string[];
  /** Actions of all earlier incidents of the chain that were open on the day this one started, oldest incident first. */
  openThen: OpenThen[];
}

/** Incidents of which each repeats an earlier one of them, oldest first: two or more. */
export interface Chain {
  /** Id of its first incident. */
  root: string;
  links: ChainLink[];
}

/** Every chain of the archive. */
export interface Recurrences {
  /** The chain that recurred last first. */
  chains: Chain[];
  /** The place of an incident in its chain, by its id; incidents outside of any chain are not in it. */
  placeOf: Map<string, { chain: Chain; link: ChainLink }>;
  /** Actions that are open now and were open when their failure came back: the one with the most repeats first. */
  openThrough: { action: ActionFacts; repeats: string[] }[];
}

/**
 * Chains of recurrences, from recorded facts only: `recurrenceOf`, and the days on which actions were opened and closed. A link
 * to a postmortem that is not among `postmortems`, or that is not earlier, is passed over. Days are those of the site's zone.
 */
export function recurrencesOf(postmortems: readonly Postmortem[], site: SiteSettings, asOf: Day): Recurrences {
  const oldestFirst = newestFirst(postmortems).reverse();
  const byId = new Map(oldestFirst.map((postmortem) => [postmortem.id, postmortem]));
  const rootOf = new Map<string, string>();
  for (const postmortem of oldestFirst) {
    const earlier = earlierOf(postmortem, byId);
    rootOf.set(postmortem.id, (earlier && rootOf.get(earlier.id)) ?? postmortem.id);
  }
  const chains = [...Map.groupBy(oldestFirst, ({ id }) => rootOf.get(id) ?? id)]
    .filter(([, members]) => members.length > 1)
    .map(([root, members]) => ({ root, links: linksOf(members, byId, site, asOf) }))
    .sort((a, b) => compare(b.links.at(-1)?.day ?? '', a.links.at(-1)?.day ?? '') || compare(a.root, b.root));
  return {
    chains,
    placeOf: new Map(chains.flatMap((chain) => chain.links.map((link) => [link.id, { chain, link }] as const))),
    openThrough: openThroughOf(chains),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function earlierOf(postmortem: Postmortem, byId: ReadonlyMap<string, Postmortem>): Postmortem | undefined {
  const target = postmortem.recurrenceOf === undefined ? undefined : byId.get(postmortem.recurrenceOf);
  return target && precedes(target, postmortem) ? target : undefined;
}

function linksOf(
  oldestFirst: readonly Postmortem[],
  byId: ReadonlyMap<string, Postmortem>,
  site: SiteSettings,
  asOf: Day,
): ChainLink[] {
  const links = new Map<string, ChainLink>();
  // Actions of the incidents so far that may still be open: what is closed drops out for good, so a chain is walked once.
  let pending: ActionFacts[] = [];
  for (const [index, postmortem] of oldestFirst.entries()) {
    const day = dayIn(site.timezone, postmortem.started);
    const earlier = earlierOf(postmortem, byId);
    const before = earlier && links.get(earlier.id);
    before?.repeatedBy.push(postmortem.id);
    pending = pending.filter((action) => mayBeOpenAfter(action, day));
    links.set(postmortem.id, {
      id: postmortem.id,
      day,
      ordinal: index + 1,
      ...(before ? { repeats: { id: before.id, days: daysBetween(before.day, day) } } : {}),
      repeatedBy: [],
      openThen: pending.filter(({ opened }) => opened && opened.day <= day).map((action) => openThen(action, day)),
    });
    pending.push(...actionFactsOf(postmortem, site, asOf));
  }
  return [...links.values()];
}

/** False where the record says that it was closed by `day`, or does not say when it was; proposed actions were never open,
 * and of those without a status nobody knows. */
function mayBeOpenAfter({ action, closed }: ActionFacts, day: Day): boolean {
  if (action.status === undefined || action.status === 'proposed') return false;
  if (action.status === 'open' || action.status === 'doing') return true;
  return closed !== undefined && closed.day > day;
}

function openThen(action: ActionFacts, day: Day): OpenThen {
  const daysLate = action.due ? daysBetween(action.due.day, day) : 0;
  return {
    action,
    ...(daysLate > 0 ? { daysLateThen: daysLate } : {}),
    openNow: isOpen(action),
  };
}

function openThroughOf(chains: readonly Chain[]): Recurrences['openThrough'] {
  const found = new Map<string, { action: ActionFacts; repeats: string[] }>();
  for (const { links } of chains) {
    for (const { id, openThen: open } of links) {
      for (const { action, openNow } of open) {
        if (!openNow) continue;
        const entry = found.get(action.name) ?? { action, repeats: [] };
        entry.repeats.push(id);
        found.set(action.name, entry);
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => b.repeats.length - a.repeats.length || compare(a.action.name, b.action.name),
  );
}
