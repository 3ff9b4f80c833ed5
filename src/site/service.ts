import type { ActionFacts } from '../analysis/action-facts.ts';
import type { Group } from '../analysis/group.ts';
import type { Postmortem, Service } from '../model/record.ts';
import type { Figures } from './figures.ts';
import { type NamedCitation, named } from './incident.ts';
import type { Records } from './records.ts';

/** All that the page of a service shows. */
export interface ServicePage {
  group?: Group;
  postmortems: Postmortem[];
  /** Near misses and exercises. */
  others: Postmortem[];
  /** Root causes of its incidents, the most frequent first, then by name. */
  causes: (NamedCitation & { count: number })[];
  actions: ActionFacts[];
}

/** What the page of `service` shows. */
export function servicePage(service: Service, records: Records, { services, actions }: Figures): ServicePage {
  const group = services.groups.find(({ id }) => id === service.id);
  const postmortemsOf = (ids: readonly string[] = []): Postmortem[] =>
    ids.flatMap((id) => records.postmortem.get(id) ?? []);
  const postmortems = postmortemsOf(group?.incidents);
  const counts = new Map<string, number>();
  for (const { causes } of postmortems) {
    for (const id of new Set(causes.map((cause) => cause.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    ...(group && { group }),
    postmortems,
    others: postmortemsOf(group?.others),
    causes: [...counts]
      .map(([id, count]) => ({ ...named({ id }, records), count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en')),
    actions: actions.byService.find(({ id }) => id === service.id)?.open ?? [],
  };
}
