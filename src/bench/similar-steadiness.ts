import { buildIndex, openIndex, type SimilarDocument, similarTo, siteOptions } from '../analysis/similarity/index.ts';
import { mean, seeded } from './similar-measures.ts';

/** The ids of the five most similar of each document, as a page shows them: earlier ones, then later ones. */
function fivesOf(documents: readonly SimilarDocument[], asked: readonly SimilarDocument[]): Map<string, string> {
  const index = openIndex(buildIndex(documents, siteOptions(documents.length)));
  const idsOf = (id: string): string[][] =>
    Object.values(similarTo(index, id)).map((list) => list.map((one) => one.id));
  return new Map(asked.map(({ id }) => [id, JSON.stringify(idsOf(id))]));
}

/**
 * How many of the other pages keep their five most similar, in order, when one incident is added that has nothing to do with
 * them: one share, from 0 to 1, for each of `draws` additions. Each is drawn from `unrelated` and dated like one of the
 * archive, or after all of them. Pages that show the added one are left out, and so is an addition that all pages show. `sample` is how many pages are looked at.
 */
export function steadiness(
  documents: readonly SimilarDocument[],
  unrelated: readonly SimilarDocument[],
  { draws, seed, sample = Infinity }: { draws: number; seed: number; sample?: number },
): number[] {
  const draw = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(draw() * items.length)];
  const every = Math.max(1, Math.ceil(documents.length / sample));
  const asked = documents.filter((_, place) => place % every === 0);
  const dates = documents.map(({ date }) => date);
  const before = fivesOf(documents, asked);
  return Array.from({ length: draws }, (_, i) => i).flatMap((i) => {
    const added = pick(unrelated);
    if (!added) return [];
    const date = i % 5 === 4 ? '2999-01-01' : (pick(dates) ?? '');
    const after = fivesOf([...documents, { ...added, id: 'the-added-one', date, facets: [] }], asked);
    const others = asked.filter(({ id }) => !after.get(id)?.includes('"the-added-one"'));
    return others.length > 0 ? [mean(others.map(({ id }) => Number(before.get(id) === after.get(id))))] : [];
  });
}
