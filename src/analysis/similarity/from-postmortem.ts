import type { Postmortem } from '../../model/record.ts';
import { type Facet, FIELD_WEIGHTS, leadAndRest, type SimilarDocument, type WeightedText } from './document.ts';

/** What a record is called: its name and its other names. */
interface Named {
  id: string;
  name: string;
  aliases?: readonly string[] | undefined;
}

/** What the records that a postmortem names are called, by kind and id: a service may have the id of a cause. */
export type Names = ReadonlyMap<string, Named>;

/** The names of the records of an archive. */
export function namesOf(archive: {
  services: readonly Named[];
  causes: readonly Named[];
  factors: readonly Named[];
}): Names {
  const keyed = (kind: 'cause' | 'service', entries: readonly Named[]) =>
    entries.map((entry) => [`${kind} ${entry.id}`, entry] as const);
  return new Map([
    ...keyed('service', archive.services),
    ...keyed('cause', archive.factors),
    ...keyed('cause', archive.causes),
  ]);
}

/** A postmortem as the ranking sees it. `names` are those of its archive. */
export function documentOfPostmortem(postmortem: Postmortem, names: Names): SimilarDocument {
  const facets: Facet[] = [
    ...postmortem.causes.map(({ id }) => facet('cause', id, names)),
    ...postmortem.factors.map(({ id }) => facet('factor', id, names)),
    ...postmortem.services.map((id) => facet('service', id, names)),
  ];
  const { trigger } = postmortem;
  if (trigger && trigger !== 'none' && trigger !== 'unknown')
    facets.push({ kind: 'trigger', id: trigger, name: trigger, otherNames: [] });

  const signals = [...postmortem.signals, postmortem.detection?.alert].filter((text) => text !== undefined);
  const texts: WeightedText[] = [];
  const add = (weight: number, ...added: (string | undefined)[]): void => {
    for (const text of added) if (text) texts.push({ text, weight });
  };
  add(FIELD_WEIGHTS.title, postmortem.title);
  add(FIELD_WEIGHTS.summary, postmortem.summary, postmortem.impact?.summary);
  add(FIELD_WEIGHTS.mitigation, postmortem.mitigation);
  add(FIELD_WEIGHTS.alias, ...postmortem.aliases);
  add(FIELD_WEIGHTS.tags, ...postmortem.tags);
  add(FIELD_WEIGHTS.cause, ...postmortem.causes.map(({ how }) => how));
  add(FIELD_WEIGHTS.factor, ...postmortem.factors.map(({ how }) => how));
  for (const { step, consequence } of postmortem.causeChain) add(FIELD_WEIGHTS.cause, step, consequence);
  add(FIELD_WEIGHTS.timeline, ...postmortem.timeline.map(({ what }) => what));
  add(FIELD_WEIGHTS.prose, postmortem.rollback?.why, postmortem.detection?.gap);
  add(
    FIELD_WEIGHTS.prose,
    ...postmortem.surprises,
    ...postmortem.lessons,
    ...postmortem.wentBadly,
    ...postmortem.measures,
  );
  add(FIELD_WEIGHTS.prose, ...postmortem.actions.map(({ what }) => what));
  add(FIELD_WEIGHTS.links, ...postmortem.links.map(({ label }) => label));
  if (postmortem.summary) add(FIELD_WEIGHTS.prose, postmortem.body.text);
  else texts.push(...leadAndRest(postmortem.body.text));
  return {
    id: postmortem.id,
    date: postmortem.started,
    fixed: postmortem.mitigation !== undefined,
    texts,
    signals,
    facets,
  };
}

function facet(kind: Facet['kind'], id: string, names: Names): Facet {
  // Ids are unique across causes and factors, and a postmortem may name a cause among its factors.
  const known = names.get(`${kind === 'service' ? kind : 'cause'} ${id}`);
  return { kind, id, name: known?.name ?? id, otherNames: known?.aliases ?? [] };
}
