import type { Cause, Factor, Guide, Postmortem } from '../model/record.ts';

/** What the search knows of a page beside its text. Everything is plain text: Markdown and markup would be shown as such. */
export interface SearchRecord {
  /** Values that results can be narrowed by: ids, not names. */
  filters: {
    kind: SearchKind;
    severity?: string | undefined;
    service?: string[];
    cause?: string[];
    factor?: string[];
    team?: string | undefined;
    year?: string | undefined;
  };
  /** What a result shows; all of it is searched too. */
  meta: {
    /** What kind of page it is, where it is no incident. */
    kind?: string;
    /** What fixed it. */
    fixed?: string | undefined;
    /** How long it took: `1 h 8 min to resolve`, `ongoing`, `time to resolve not recorded`. */
    took?: string | undefined;
    /** The time to mitigate: `44 min`. */
    eased?: string | undefined;
    day?: string | undefined;
    severity?: string | undefined;
    services?: string | undefined;
    /** What keeps it from being final: `in review`. */
    state?: string | undefined;
    summary?: string | undefined;
    /** What else it is called: searched, never shown. */
    also?: string | undefined;
  };
  /** Where it stands by date: an instant or a day. What has no date stands after everything that has. */
  date: string;
}

export const SEARCH_KINDS = {
  incident: 'Incident',
  cause: 'Root cause',
  factor: 'Contributing factor',
  guide: 'Guide',
};

export type SearchKind = keyof typeof SEARCH_KINDS;

/** Sorts after every date when the newest come first. Pagefind leaves out of a sorted list what has no value. */
const NO_DATE = '0000';

/** The words of an incident that depend on the site: formatted times, names in place of ids, inline Markdown as text. */
export interface IncidentWords {
  fixed?: string | undefined;
  took?: string | undefined;
  eased?: string | undefined;
  day: string;
  /** The year it started in, in the site's zone. */
  year: string;
  services: readonly string[];
  state?: string | undefined;
  summary?: string | undefined;
  /** Words of the team that mean the same as words of this page. */
  synonyms?: readonly string[];
}

/** What the search knows of an incident. */
export function incidentRecord(postmortem: Postmortem, words: IncidentWords): SearchRecord {
  const { fixed, took, eased, day, year, state, summary, services, synonyms = [] } = words;
  const chain = postmortem.causeChain.flatMap((step) => step.cause ?? []);
  const { severity, owner } = postmortem;
  return {
    filters: {
      kind: 'incident',
      severity,
      service: postmortem.services,
      cause: [...new Set([...postmortem.causes.map(({ id }) => id), ...chain])],
      factor: postmortem.factors.map(({ id }) => id),
      team: owner,
      year,
    },
    meta: {
      fixed,
      took,
      eased,
      day,
      severity,
      services: services.join(', '),
      state,
      summary,
      also: [postmortem.id, ...postmortem.aliases, ...postmortem.tags, ...synonyms].join(', '),
    },
    date: postmortem.started,
  };
}

/** What the search knows of a root cause or a contributing factor. It is found by its incidents' facet too. */
export function catalogueRecord(
  kind: 'cause' | 'factor',
  { id, aliases, summary, category }: Cause | Factor,
  synonyms: readonly string[] = [],
): SearchRecord {
  return {
    filters: { kind, [kind]: [id] },
    meta: {
      kind: SEARCH_KINDS[kind],
      summary,
      also: [id, ...aliases, ...(category ? [category] : []), ...synonyms].join(', '),
    },
    date: NO_DATE,
  };
}

/** What the search knows of a guide. */
export function guideRecord({ summary }: Pick<Guide, 'summary'>): SearchRecord {
  return { filters: { kind: 'guide' }, meta: { kind: SEARCH_KINDS.guide, summary }, date: NO_DATE };
}
