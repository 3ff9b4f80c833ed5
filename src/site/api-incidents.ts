import type { Durations } from '../analysis/durations.ts';
import { plainText } from '../archive/body/inline.ts';
import type { Day, Instant } from '../model/record.ts';
import { figures } from './figures.ts';
import { href } from './href.ts';
import { type IncidentPage, incidentPage } from './incident.ts';
import type { Neighbour, Tie } from './neighbours.ts';
import { records } from './records.ts';
import { similarity } from './similarity.ts';

/** An incident as scripts read it. Texts are without markup; what is not known is absent. */
export interface ApiIncident {
  id: string;
  /** Its page, with the base path. */
  url: string;
  title: string;
  type: string;
  status: string;
  severity?: string | undefined;
  summary?: string | undefined;
  /** What stopped the bleeding. */
  mitigation?: string | undefined;
  started: Instant;
  detected?: Instant | undefined;
  acknowledged?: Instant | undefined;
  mitigated?: Instant | undefined;
  resolved?: Instant | undefined;
  ongoing: boolean;
  published?: Day | undefined;
  /** The time to detect, acknowledge, mitigate and resolve, and the time with impact. */
  minutes: Partial<Record<keyof Durations, number>>;
  services: string[];
  owner?: string | undefined;
  trigger?: string | undefined;
  causes: string[];
  factors: string[];
  signals: string[];
  aliases: string[];
  tags: string[];
  recurrenceOf?: string | undefined;
  related: string[];
  /** The most similar incidents as its page has them: by the strongest thing in common, then the newest first. */
  similar: { earlier: ApiSimilar[]; later: ApiSimilar[] };
}

/** A similar incident, and why it is one. */
export interface ApiSimilar {
  id: string;
  /** What somebody recorded of the two: `repeats`, `repeated-by` or `related`. */
  tie?: Tie;
  reasons: { label: string; values: string[] }[];
}

/** Every incident of the build, the newest first. */
export async function apiIncidents(): Promise<ApiIncident[]> {
  const [archive, sums, alike] = await Promise.all([records(), figures(), similarity()]);
  return archive.postmortems.map((postmortem) => apiIncident(incidentPage(postmortem, archive, sums, alike)));
}

function apiIncident({ postmortem, durations, neighbours }: IncidentPage): ApiIncident {
  const { id, title, type, status, severity, summary, mitigation, started, ongoing } = postmortem;
  const { detected, acknowledged, mitigated, resolved, published } = postmortem;
  const { services, owner, trigger, causes, factors, signals, aliases, tags, recurrenceOf, related } = postmortem;
  return {
    id,
    url: href(`/incidents/${id}/`),
    title: plainText(title),
    type,
    status,
    severity,
    summary: summary && plainText(summary),
    mitigation: mitigation && plainText(mitigation),
    ...{ started, detected, acknowledged, mitigated, resolved, ongoing, published },
    minutes: minutesOf(durations),
    ...{ services, owner, trigger },
    causes: causes.map((citation) => citation.id),
    factors: factors.map((citation) => citation.id),
    ...{ signals, aliases, tags, recurrenceOf, related },
    similar: { earlier: neighbours.earlier.map(apiSimilar), later: neighbours.later.map(apiSimilar) },
  };
}

function apiSimilar({ postmortem, tie, reasons }: Neighbour): ApiSimilar {
  return { id: postmortem.id, ...(tie && { tie }), reasons: reasons.map(({ label, values }) => ({ label, values })) };
}

function minutesOf(durations: Durations): ApiIncident['minutes'] {
  const known = Object.entries(durations).flatMap(([name, duration]) =>
    'minutes' in duration ? [[name, duration.minutes]] : [],
  );
  return Object.fromEntries(known);
}
