import type { Postmortem } from '../model/record.ts';
import { populationOf, type Standpoint } from './population.ts';

/** How many incidents state one fact. */
export interface FieldCoverage {
  /** The key of the front matter. */
  field: string;
  known: number;
  /** Incidents that could state it. */
  of: number;
  /** Ids of those that do not, newest first. */
  missing: string[];
  /** Ids of those that an ongoing incident cannot state yet, newest first: not in `of`. */
  notYet: string[];
}

type Question = (postmortem: Postmortem) => boolean;

const STATED: Record<string, Question> = {
  severity: ({ severity }) => severity !== undefined,
  summary: ({ summary }) => summary !== undefined,
  services: ({ services }) => services.length > 0,
  owner: ({ owner }) => owner !== undefined,
  detected: ({ detected }) => detected !== undefined,
  acknowledged: ({ acknowledged }) => acknowledged !== undefined,
  mitigated: ({ mitigated }) => mitigated !== undefined,
  resolved: ({ resolved }) => resolved !== undefined,
  detection: ({ detection }) => detection !== undefined,
  signals: ({ signals }) => signals.length > 0,
  trigger: ({ trigger }) => trigger !== undefined && trigger !== 'unknown',
  causes: ({ causes }) => causes.length > 0,
  factors: ({ factors }) => factors.length > 0,
  impact: ({ impact }) => impact !== undefined,
  mitigation: ({ mitigation }) => mitigation !== undefined,
  timeline: ({ timeline }) => timeline.length > 0,
  lessons: ({ lessons }) => lessons.length > 0,
  actions: ({ actions, noActions }) => actions.length > 0 || noActions !== undefined,
  published: ({ published }) => published !== undefined,
};

/** What an incident cannot state before it is over. */
const AT_THE_END = new Set(['mitigated', 'resolved', 'mitigation', 'published']);

/** How many incidents state each of the facts that figures and pages rest on, in the order of the front matter. */
export function coverageOf(postmortems: readonly Postmortem[], standpoint: Standpoint): FieldCoverage[] {
  const incidents = populationOf(postmortems, standpoint).incidents.map(({ postmortem }) => postmortem);
  return Object.entries(STATED).map(([field, states]) => {
    const silent = incidents.filter((postmortem) => !states(postmortem));
    const early = ({ ongoing }: Postmortem): boolean => ongoing && AT_THE_END.has(field);
    const notYet = silent.filter(early).map(({ id }) => id);
    const missing = silent.filter((postmortem) => !early(postmortem)).map(({ id }) => id);
    const of = incidents.length - notYet.length;
    return { field, known: of - missing.length, of, missing, notYet };
  });
}
