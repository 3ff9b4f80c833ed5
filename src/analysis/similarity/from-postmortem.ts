import type { Postmortem } from '../../model/record.ts';
import { type Facet, FIELD_WEIGHTS, leadAndRest, type SimilarDocument, type WeightedText } from './document.ts';

/** What the records a postmortem names are called: by id, their name and their other names. */
export type Names = ReadonlyMap<string, { name: string; aliases?: readonly string[] | undefined }>;

/** A postmortem as the ranking sees it. `names` holds the causes, factors and services of the archive. */
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
  const known = names.get(id);
  return { kind, id, name: known?.name ?? id, otherNames: known?.aliases ?? [] };
}
