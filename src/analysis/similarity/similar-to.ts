import { backgroundShares } from './background.ts';
import type { SimilarityIndex } from './open-index.ts';
import { questionOfDocument } from './question.ts';
import { type Ranked, rankedAround, type Similar } from './rank.ts';
import { rarityOf } from './rarity.ts';
import type { Reason } from './reasons.ts';

/** From the strongest to the weakest thing that two documents can have in common. */
const STRENGTH: readonly Reason['kind'][] = ['signal', 'cause', 'factor', 'service', 'trigger', 'words'];

/** What is this near to the score of the last that is shown, as a share of it, is no less alike. */
const NEARLY = 0.02;

/** So many more than are shown may be that near. */
const MOST_NEAR = 15;

/**
 * The documents most like one of the archive, those that began before it apart from those that began after it. Each list is in
 * the order of the strongest thing they have in common, then the newest first: an order by scores would change with each
 * document that is added, since it changes what is rare.
 */
export function similarTo(
  index: SimilarityIndex,
  id: string,
  { asOf, count = 5 }: { asOf?: string; count?: number } = {},
): { earlier: Similar[]; later: Similar[] } {
  const dateOf = (other: number): string => index.dates[other] ?? '';
  const began = dateOf(index.placeOf.get(id) ?? -1);
  const known = (other: number): boolean => asOf === undefined || dateOf(other).slice(0, asOf.length) <= asOf;
  const ranked = rankedAround(index, id, { count: count + MOST_NEAR, only: known });
  const found = steadyFirst(index, id, ranked, count)
    .map(({ similar, place }) => ({ one: similar(), date: dateOf(place) }))
    .map(({ one, date }) => ({ one, date, strength: strengthOf(one) }))
    .sort(
      (a, b) => a.strength - b.strength || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.one.id < b.one.id ? -1 : 1),
    );
  const isLater = ({ date }: { date: string }): boolean => date > began;
  return {
    earlier: found.filter((one) => !isLater(one)).map(({ one }) => one),
    later: found.filter(isLater).map(({ one }) => one),
  };
}

function strengthOf({ reasons }: Similar): number {
  return Math.min(...reasons.map(({ kind }) => STRENGTH.indexOf(kind)), STRENGTH.length);
}

/**
 * The first `count`. Which of those go last that are nearly equally alike would change with each document added; they are
 * chosen by how alike they are in the language of incidents elsewhere, which no document of the archive changes.
 */
function steadyFirst(index: SimilarityIndex, id: string, ranked: readonly Ranked[], count: number): Ranked[] {
  const last = ranked[count - 1]?.score;
  if (index.prior === 0 || last === undefined) return ranked.slice(0, count);
  const sure = ranked.filter(({ score }) => score > last * (1 + NEARLY));
  const near = ranked.filter(({ score }) => Math.abs(score - last) <= last * NEARLY);
  if (sure.length + near.length === count) return ranked.slice(0, count);
  const scoreOf = scoreElsewhere(index, id);
  const scored = near.map((one) => ({ one, score: scoreOf(one.place) + one.lift }));
  scored.sort((a, b) => b.score - a.score || a.one.place - b.one.place);
  return [...sure, ...scored.slice(0, count - sure.length).map(({ one }) => one)];
}

const raritiesOf = new WeakMap<SimilarityIndex, Float64Array>();

/** How rare each feature is among incidents elsewhere alone. */
function raritiesElsewhere(index: SimilarityIndex): Float64Array {
  const known = raritiesOf.get(index);
  if (known) return known;
  const { keys, vocabulary, prior, ofStem, ofGroup } = index;
  const shares = backgroundShares(keys, { count: index.features.length, ofStem, ofGroup }, vocabulary);
  const rarities = shares.map((share) => rarityOf(Math.round(share * prior), 0, prior));
  raritiesOf.set(index, rarities);
  return rarities;
}

/** The cosine of a document with others where words are weighed by their rarity elsewhere. */
function scoreElsewhere(index: SimilarityIndex, id: string): (place: number) => number {
  const rarities = raritiesElsewhere(index);
  const { features: asked } = questionOfDocument(index, index.placeOf.get(id) ?? -1);
  let length = 0;
  for (const [feature, { weight }] of asked) length += (weight * (rarities[feature] ?? 0)) ** 2;
  return (place) => {
    const { features, weights } = index.featuresOf(place);
    let [sum, own] = [0, 0];
    for (let i = 0; i < features.length; i += 1) {
      const feature = features[i] ?? 0;
      const weight = (weights[i] ?? 0) * (rarities[feature] ?? 0);
      own += weight ** 2;
      sum += (asked.get(feature)?.weight ?? 0) * (rarities[feature] ?? 0) * weight;
    }
    return sum / (Math.sqrt(length * own) || 1);
  };
}
