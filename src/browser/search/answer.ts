import type { Counts, Hit, HitData, OpenIndex } from './client.ts';
import { cleanQuery } from './paste.ts';
import { nearPages } from './relax.ts';
import { type Choices, FACETS, type FacetName, fits, type SearchState } from './state.ts';
import { type KnownWord, recognise } from './words.ts';

/** Something the reader must know about how a query was read. */
export type Note =
  | { kind: 'cleaned'; dropped: string[] }
  | { kind: 'unknown'; words: string[] }
  | { kind: 'read-as'; from: string; to: string[] }
  | { kind: 'not-all' }
  | { kind: 'no-phrase'; phrase: string }
  | { kind: 'no-words' }
  | { kind: 'hidden-by-filters'; count: number }
  | { kind: 'other-words'; count: number };

/** Everything there is to say to one state of the search. */
export interface Answer {
  hits: Hit[];
  /** For each value of each facet: how many results choosing it beside the other facets' choices would show. */
  counts: Counts;
  /** What was searched in the end. */
  words: string[];
  notes: Note[];
}

type Query = Pick<SearchState, 'query' | 'choices' | 'sort'>;

/** Searches, and relaxes the query before it gives up. Takes any text. */
export async function answer(index: OpenIndex, { query, choices, sort }: Query): Promise<Answer> {
  if (!query) return finish(index, null, choices, 'date', { words: [], notes: [] });
  const order = sort === 'date' ? 'date' : undefined;

  const phrase = /^"([^"]+)"$/.exec(query)?.[1];
  const { words, dropped } = cleanQuery(query);
  if (phrase && words.length > 1) {
    const text = `"${words.join(' ')}"`;
    // Its own count of matches without filters is of no use here: it takes no notice of the order.
    if ((await index.search(text, {})).hits.length > 0)
      return finish(index, text, choices, order, { words, notes: [] });
  }

  const notes: Note[] = [];
  if (phrase && words.length > 1) notes.push({ kind: 'no-phrase', phrase });
  if (dropped.length > 0) notes.push({ kind: 'cleaned', dropped });
  if (words.length === 0) return { hits: [], counts: {}, words, notes: [...notes, { kind: 'no-words' }] };

  const { known, unknown, readAs } = await recognise(words, index);
  for (const { from, to } of readAs) notes.push({ kind: 'read-as', from, to });
  if (unknown.length > 0) notes.push({ kind: 'unknown', words: unknown });
  if (known.length === 0) return { hits: [], counts: {}, words: [], notes };

  const searched = known.map(({ word }) => word);
  if ((await index.search(searched.join(' '), {})).hits.length > 0) {
    return finish(index, searched.join(' '), choices, order, { words: searched, notes });
  }
  const near = await nearAnswer(index, known, choices, order);
  return { ...near, words: searched, notes: [...notes, { kind: 'not-all' }, ...near.notes] };
}

/** What there is to say when no page holds all words: the pages with the most telling ones. */
async function nearAnswer(
  index: OpenIndex,
  known: readonly KnownWord[],
  choices: Choices,
  sort: 'date' | undefined,
): Promise<Omit<Answer, 'words'>> {
  const searches = new Map<string, Promise<Hit[]>>();
  const pages: { hit: Hit; data: HitData }[] = [];
  for (const { page, held, missing } of nearPages(known, index.pages)) {
    const text = held.join(' ');
    const search = searches.get(text) ?? index.search(text, {}).then(({ hits }) => hits);
    searches.set(text, search);
    const hit = (await search).find(({ id }) => id === page);
    if (hit) pages.push({ hit: { id: page, data: () => hit.data(), missing }, data: await hit.data() });
  }
  if (sort) {
    const order = (await index.search(null, {}, sort)).hits.map(({ id }) => id);
    pages.sort((a, b) => order.indexOf(a.hit.id) - order.indexOf(b.hit.id));
  }
  const fitting = pages.filter(({ data }) => fits(data, choices));
  const counts: Counts = {};
  for (const facet of FACETS) {
    const { [facet]: _, ...others } = choices;
    const values = pages.filter(({ data }) => fits(data, others)).flatMap(({ data }) => data.filters[facet] ?? []);
    counts[facet] = Object.fromEntries(
      [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]),
    );
  }
  const hidden = fitting.length === 0 ? pages.length : 0;
  return {
    hits: fitting.map(({ hit }) => hit),
    counts,
    notes: hidden > 0 ? [{ kind: 'hidden-by-filters', count: hidden }] : [],
  };
}

async function finish(
  index: OpenIndex,
  text: string | null,
  choices: Choices,
  sort: 'date' | undefined,
  { words, notes }: Pick<Answer, 'words' | 'notes'>,
): Promise<Answer> {
  const found = await index.search(text, choices, sort);
  const counts = { ...found.counts };
  for (const facet of Object.keys(choices) as FacetName[]) {
    const { [facet]: _, ...others } = choices;
    counts[facet] = (await index.search(text, others)).counts[facet] ?? {};
  }
  const hidden = found.hits.length === 0 ? (await index.search(text, {})).hits.length : 0;
  return {
    hits: found.hits,
    counts,
    words,
    notes: hidden > 0 ? [...notes, { kind: 'hidden-by-filters', count: hidden }] : notes,
  };
}
