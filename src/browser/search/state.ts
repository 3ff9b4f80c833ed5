/** What results can be narrowed by: the names of Pagefind's filters and of the parameters in the address. */
export const FACETS = ['kind', 'severity', 'service', 'cause', 'factor', 'team', 'year'] as const;

export type FacetName = (typeof FACETS)[number];

/** The values chosen of each facet; a facet without a choice is absent. */
export type Choices = Partial<Record<FacetName, string[]>>;

/** True for a page with these values of facets if it has one of those chosen of each. */
export function fits({ filters }: { filters: Record<string, string[]> }, choices: Choices): boolean {
  return Object.entries(choices).every(([facet, any]) => any.some((value) => filters[facet]?.includes(value)));
}

export interface SearchState {
  query: string;
  choices: Choices;
  /** `relevance` means newest first where there is no query. */
  sort: 'relevance' | 'date';
  /** How many results are shown, at most. */
  shown: number;
}

/** Results shown at first, and with each "more". */
export const STEP = 20;

const MOST = 500;

/** The longest query that goes into an address as it is, in characters: a longer one makes no link to pass on. */
export const LONGEST_QUERY = 800;

/** Reads the query of an address. Nothing in it is trusted: what does not fit is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const choices: Choices = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet).filter(Boolean))].sort();
    if (values.length > 0) choices[facet] = values;
  }
  const shown = Number(parameters.get('show'));
  return {
    query: (parameters.get('q') ?? '').trim(),
    choices,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    shown: Number.isInteger(shown) && shown > STEP ? Math.min(shown, MOST) : STEP,
  };
}

/** The query of the address that says `state`, with its `?`; empty for the empty state. What is usual is left out. */
export function writeState({ query, choices, sort, shown }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const facet of FACETS) for (const value of choices[facet] ?? []) parameters.append(facet, value);
  if (sort === 'date') parameters.set('sort', 'date');
  if (shown > STEP) parameters.set('show', String(shown));
  const text = parameters.toString();
  return text && `?${text}`;
}
