/** What an incident names from the catalogue, by kind. What two incidents both name lifts them, and is given as the reason. */
export const FACET_KINDS = ['cause', 'factor', 'service', 'trigger'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Something from the catalogue that a document names. */
export interface Facet {
  kind: FacetKind;
  id: string;
  /** What people call it. Its words count as words of the document. */
  name: string;
  /** What else it is called: a text that says so names it, but no document is said to hold these words. */
  otherNames: readonly string[];
}

/** A stretch of text, and how much it proves: the weight of one occurrence of a word in it. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** An incident as the ranking sees it. */
export interface SimilarDocument {
  id: string;
  /** When it began: a day or an instant in UTC, which sort as text. Empty if it is not known. */
  date: string;
  /** True if it says what fixed it. */
  fixed: boolean;
  texts: WeightedText[];
  /** Error messages, alert names and log lines exactly as seen. */
  signals: string[];
  facets: Facet[];
}

/** What a word proves by the place it stands in, as the number of occurrences in plain prose that it counts for. */
export const FIELD_WEIGHTS = {
  signal: 4,
  alias: 4,
  cause: 3,
  title: 3,
  summary: 2,
  mitigation: 2,
  factor: 2,
  service: 2,
  tags: 2,
  timeline: 1,
  prose: 1,
  links: 0.5,
} as const;

/** How much of the beginning of a text without a summary counts as one. In characters. */
export const LEAD_LENGTH = 800;

/** A text whose beginning counts as its summary. */
export function leadAndRest(text: string): WeightedText[] {
  return [
    { text: text.slice(0, LEAD_LENGTH), weight: FIELD_WEIGHTS.summary },
    { text: text.slice(LEAD_LENGTH), weight: FIELD_WEIGHTS.prose },
  ];
}
