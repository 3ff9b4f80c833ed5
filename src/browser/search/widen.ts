import type { Similar } from '../../analysis/similarity/index.ts';
import type { Answer } from './answer.ts';
import type { Counts, Hit, HitData, OpenIndex } from './client.ts';
import { type Choices, FACETS, fits } from './state.ts';

/** An incident that says in other words what was asked: `OOMKilled` for `out of memory`. */
export interface OtherWording {
  /** The id of the incident. */
  id: string;
  words: { from: string; text: string }[];
}

/** A query that found fewer incidents than this is asked once more in other words: a guide that quotes a slip is no answer. */
const LITTLE = 3;

/** How many incidents a query gains at most by other words. */
const MOST = 10;

/** True if an answer leaves so much to be desired that other words are worth a try. */
export function foundLittle({ words, counts, notes }: Answer, query: string): boolean {
  if (!query || /^".*"$/.test(query)) return false;
  const lacks = notes.some(({ kind }) => kind === 'unknown' || kind === 'read-as' || kind === 'not-all');
  return lacks || words.length === 0 || (counts.kind?.incident ?? 0) < LITTLE;
}

/**
 * The answer with the incidents that say it in other words and are not yet in it: after what holds the very words, before
 * what lacks some of them. Undefined if there is nothing to add.
 */
export async function widened(
  index: OpenIndex,
  found: Answer,
  choices: Choices,
  wordings: readonly OtherWording[],
): Promise<Answer | undefined> {
  const known = new Set(found.hits.map(({ id }) => id));
  if (found.words.length > 0) {
    for (const { id } of (await index.search(found.words.join(' '), {})).hits) known.add(id);
  }
  const added: { hit: Hit; data: HitData }[] = [];
  for (const wording of wordings.slice(0, MOST)) {
    const hit = await hitOf(index, wording);
    if (!hit || known.has(hit.id)) continue;
    known.add(hit.id);
    added.push({ hit, data: await hit.data() });
  }
  const hits = added.filter(({ data }) => fits(data, choices)).map(({ hit }) => hit);
  if (hits.length === 0) return undefined;
  const complete = found.hits.filter(({ missing }) => !missing);
  const lacking = found.hits.filter(({ missing }) => missing);
  return {
    ...found,
    hits: [...complete, ...hits, ...lacking],
    counts: withPages(found.counts, added, choices),
    notes: [
      ...found.notes.filter(({ kind }) => kind !== 'hidden-by-filters'),
      { kind: 'other-words', count: hits.length },
    ],
  };
}

/**
 * Similar incidents that were found by other words than those that were asked. `readAs` says which words were taken for a slip:
 * an incident that has the word that was meant says it in other words, too.
 */
export function wordingsOf(
  similar: readonly Pick<Similar, 'id' | 'reasons'>[],
  readAs: readonly { from: string; to: string }[],
): OtherWording[] {
  const slips = new Map(readAs.map(({ from, to }) => [to.toLowerCase(), from]));
  return similar.flatMap(({ id, reasons }) => {
    const words = reasons.flatMap((reason) =>
      reason.kind === 'words'
        ? reason.words.flatMap(({ text, from = text }) => {
            const asked = slips.get(from.toLowerCase()) ?? from;
            return asked.toLowerCase() === text.toLowerCase() ? [] : [{ from: asked, text }];
          })
        : [],
    );
    return words.length > 0 ? [{ id, words }] : [];
  });
}

/** The page of an incident as the index has it, with the passage that says it in other words. */
async function hitOf(index: OpenIndex, { id, words }: OtherWording): Promise<Hit | undefined> {
  for (const hit of (await index.search(`"${id}"`, {})).hits) {
    if (!(await hit.data()).url.endsWith(`/${id}/`)) continue;
    const said = words.map(({ text }) => text).join(' ');
    const passage = (await index.search(said, {})).hits.find((other) => other.id === hit.id);
    return { id: hit.id, data: () => (passage ?? hit).data(), instead: words };
  }
  return undefined;
}

/** Counts of facets with more pages among those that are counted. */
function withPages(counts: Counts, pages: readonly { data: HitData }[], choices: Choices): Counts {
  const sums: Counts = structuredClone(counts);
  for (const facet of FACETS) {
    const { [facet]: _, ...others } = choices;
    const values = sums[facet] ?? {};
    sums[facet] = values;
    for (const { data } of pages) {
      if (!fits(data, others)) continue;
      for (const value of data.filters[facet] ?? []) values[value] = (values[value] ?? 0) + 1;
    }
  }
  return sums;
}
