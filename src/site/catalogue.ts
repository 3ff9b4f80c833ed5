import type { ActionFacts } from '../analysis/action-facts.ts';
import type { Group } from '../analysis/group.ts';
import type { Cause, Factor, Postmortem } from '../model/record.ts';
import type { Figures } from './figures.ts';
import { type NamedCitation, named } from './incident.ts';
import type { Records } from './records.ts';

/** All that the page of a cause or factor shows beside its primer. */
export interface CataloguePage {
  kind: 'cause' | 'factor';
  entry: Cause | Factor;
  /** Its incidents and figures; a factor's are those in which it made things worse. */
  group?: Group;
  postmortems: Postmortem[];
  /** Near misses and exercises that name it. */
  others: Postmortem[];
  /** Incidents in which a cause was no root cause and made things worse. */
  asFactor: Postmortem[];
  /** Open actions that are to take it away. */
  actions: ActionFacts[];
  related: NamedCitation[];
}

/** What the page of `entry` shows. */
export function cataloguePage(
  kind: 'cause' | 'factor',
  entry: Cause | Factor,
  records: Records,
  { causes, factors, actions }: Figures,
): CataloguePage {
  const { id } = entry;
  const group = (kind === 'cause' ? causes : factors).groups.find((one) => one.id === id);
  const asFactor = kind === 'cause' ? factors.groups.find((one) => one.id === id) : undefined;
  const postmortemsOf = (ids: readonly string[] = []): Postmortem[] =>
    ids.flatMap((one) => records.postmortem.get(one) ?? []);
  return {
    kind,
    entry,
    ...(group && { group }),
    postmortems: postmortemsOf(group?.incidents),
    others: postmortemsOf(group?.others),
    asFactor: postmortemsOf(asFactor?.incidents),
    actions: actions.byCause.find((one) => one.id === id)?.open ?? [],
    related: entry.related.map((other) => named({ id: other }, records)),
  };
}
