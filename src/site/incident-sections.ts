import { LIST_COMPONENTS } from '../archive/body/components.ts';
import type { Heading } from '../model/record.ts';
import type { IncidentPage } from './incident.ts';

/** A section of an incident's page that shows facts of the front matter, in their natural order. */
export type FactSection =
  | 'timeline'
  | 'causes'
  | 'impact'
  | 'detection'
  | 'signals'
  | 'recovery'
  | 'measures'
  | 'lessons'
  | 'actions'
  | 'links';

const TITLES: Record<FactSection, string> = {
  timeline: 'Timeline',
  causes: 'Why it could happen',
  impact: 'Impact',
  detection: 'Detection and rollback',
  signals: 'Signals',
  recovery: 'How recovery was confirmed',
  measures: 'Corrective measures',
  lessons: 'What we learned',
  actions: 'Actions',
  links: 'Links',
};

/** The lists that stand together under "What we learned". */
const LEARNED = ['wentWell', 'wentBadly', 'gotLucky', 'surprises', 'lessons'] as const;

/** The sections that the page shows after the body: those with something in them that the body has not placed itself. */
export function factSections(page: IncidentPage): { id: FactSection; title: string }[] {
  const { postmortem, causes, factors, actions } = page;
  const placed = new Set(postmortem.body.components);
  const shows: Record<FactSection, boolean> = {
    timeline: postmortem.timeline.length > 0 && !placed.has('Timeline'),
    causes:
      causes.length + factors.length > 0 ||
      postmortem.causesUnknown ||
      (postmortem.causeChain.length > 0 && !placed.has('CauseChain')),
    impact: postmortem.impact !== undefined && !placed.has('Impact'),
    detection: postmortem.detection?.gap !== undefined || postmortem.rollback !== undefined,
    signals: postmortem.signals.length > 0 && !placed.has('Signals'),
    recovery: postmortem.validation.length > 0 && !placed.has(LIST_COMPONENTS.validation),
    measures: postmortem.measures.length > 0 && !placed.has(LIST_COMPONENTS.measures),
    lessons: learnedLists(page).length > 0,
    actions: (actions.length > 0 || postmortem.noActions !== undefined) && !placed.has('Actions'),
    links: postmortem.links.length > 0,
  };
  return (Object.keys(TITLES) as FactSection[]).filter((id) => shows[id]).map((id) => ({ id, title: TITLES[id] }));
}

/** The lists of what was learned that have entries and stand nowhere in the body. */
export function learnedLists({ postmortem }: IncidentPage): (typeof LEARNED)[number][] {
  const placed = new Set(postmortem.body.components);
  return LEARNED.filter((field) => postmortem[field].length > 0 && !placed.has(LIST_COMPONENTS[field]));
}

/** What the contents of the page list: the headings of the body's top level, then the sections of facts. */
export function contentsOf(page: IncidentPage): { id: string; title: string }[] {
  const top = (heading: Heading): boolean => heading.depth === 2;
  return [
    ...page.postmortem.body.headings.filter(top).map(({ id, text }) => ({ id, title: text })),
    ...factSections(page),
  ];
}
