import { type ActionFacts, actionFactsOf } from '../analysis/action-facts.ts';
import { type ClockTick, clockTicksOf } from '../analysis/clock-ticks.ts';
import { type DurationBar, durationBarOf } from '../analysis/duration-bar.ts';
import { type Durations, durationsOf } from '../analysis/durations.ts';
import { type Publication, publicationOf } from '../analysis/publication.ts';
import type { ChainLink } from '../analysis/recurrences.ts';
import { type TimedTimeline, timelineOf } from '../analysis/timeline.ts';
import type { Citation, Postmortem } from '../model/record.ts';
import type { Figures } from './figures.ts';
import { type Neighbours, neighboursOf, type Tie } from './neighbours.ts';
import type { Records } from './records.ts';
import type { Similarity } from './similarity.ts';

/** A cause or factor as a page names it. */
export interface NamedCitation extends Citation {
  name: string;
  /** Site path without the base. */
  path: string;
}

/** All that the page of one postmortem shows. */
export interface IncidentPage {
  postmortem: Postmortem;
  durations: Durations;
  bar: DurationBar;
  ticks: ClockTick[];
  timeline: TimedTimeline;
  actions: ActionFacts[];
  causes: NamedCitation[];
  factors: NamedCitation[];
  services: { id: string; name: string }[];
  owner?: { id: string; name: string };
  /** Its place among incidents that repeat each other; absent if there are none. */
  link?: ChainLink;
  neighbours: Neighbours;
  publication: Publication;
  /** Addresses of the file in the repository, where site.yaml names one. */
  repository?: { edit: string; history: string };
}

const made = new WeakMap<Postmortem, IncidentPage>();

/** What the page of `postmortem` shows. Made once for all that show it: in `dev` every request has records of its own. */
export function incidentPage(
  postmortem: Postmortem,
  records: Records,
  figures: Figures,
  similarity: Similarity,
): IncidentPage {
  const page = made.get(postmortem) ?? makePage(postmortem, records, figures, similarity);
  made.set(postmortem, page);
  return page;
}

function makePage(postmortem: Postmortem, records: Records, figures: Figures, { index }: Similarity): IncidentPage {
  const { site, asOf } = records;
  const bar = durationBarOf(postmortem);
  const link = figures.recurrences.placeOf.get(postmortem.id)?.link;
  const owner = postmortem.owner === undefined ? undefined : records.team.get(postmortem.owner);
  return {
    postmortem,
    durations: durationsOf(postmortem),
    bar,
    ticks: clockTicksOf(postmortem.started, bar.minutes, site.timezone),
    timeline: timelineOf(postmortem),
    actions: actionFactsOf(postmortem, site, asOf),
    causes: postmortem.causes.map((citation) => named(citation, records)),
    factors: postmortem.factors.map((citation) => named(citation, records)),
    services: postmortem.services.map((id) => ({ id, name: records.service.get(id)?.name ?? id })),
    ...(owner && { owner: { id: owner.id, name: owner.name } }),
    ...(link && { link }),
    neighbours: neighboursOf(postmortem, tiesOf(postmortem, figures, link), index, records.postmortem),
    publication: publicationOf(postmortem, site, asOf),
    ...repositoryLinks(postmortem, records),
  };
}

/** The name and place of a cited cause or factor; factors may also be causes. */
export function named(citation: Citation, { cause, factor }: Pick<Records, 'cause' | 'factor'>): NamedCitation {
  const { id } = citation;
  const kind = cause.has(id) ? 'causes' : 'factors';
  return { ...citation, name: (cause.get(id) ?? factor.get(id))?.name ?? id, path: `/${kind}/${id}/` };
}

function tiesOf({ id }: Postmortem, figures: Figures, link: ChainLink | undefined): Map<string, Tie> {
  const ties = new Map<string, Tie>();
  if (link?.repeats) ties.set(link.repeats.id, 'repeats');
  for (const other of link?.repeatedBy ?? []) ties.set(other, 'repeated-by');
  for (const other of figures.related.get(id) ?? []) if (!ties.has(other)) ties.set(other, 'related');
  return ties;
}

function repositoryLinks({ file }: Postmortem, { site }: Records): Pick<IncidentPage, 'repository'> {
  if (!site.repository) return {};
  const { url, branch, contentPath } = site.repository;
  const path = [...contentPath.split('/'), ...file.split('/')].map(encodeURI).join('/');
  const root = url.replace(/\/+$/, '');
  return { repository: { edit: `${root}/edit/${branch}/${path}`, history: `${root}/commits/${branch}/${path}` } };
}
