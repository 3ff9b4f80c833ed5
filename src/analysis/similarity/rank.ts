import { type AgreementFinder, agreementWithDocument, agreementWithDraft, agreementWithText } from './agreement.ts';
import type { SimilarDocument } from './document.ts';
import type { SimilarityIndex } from './open-index.ts';
import { mostTelling, type Question, questionOfDocument, questionOfDraft, questionOfText } from './question.ts';
import { type Reason, wordsInCommon } from './reasons.ts';

/** A document of the archive that is like what was asked. */
export interface Similar {
  id: string;
  /** From 0 for nothing in common. It orders; between archives it says little. */
  score: number;
  /** What they have in common, the strongest first. Never empty. */
  reasons: Reason[];
}

export interface RankOptions {
  /** How many at most. */
  count?: number;
  /** Which documents may be found, by their place; all if it is left out. */
  only?: (place: number) => boolean;
}

/** The answer to a text that was asked for. */
export interface Answer {
  results: Similar[];
  /** Words that no document holds. */
  unknown: string[];
  /** Words that no document holds, and the word each was read as. */
  readAs: { from: string; to: string }[];
}

/** Scores this near count as a tie for a text; then what has a known fix comes first, then what is newer. */
const TIE = 0.001;

/**
 * Between whole documents only equal scores tie, but for errors of rounding: where scores are rounded, a word that moves two
 * neighbours by the same also moves them across a step, one before the other.
 */
const EQUAL = 1e-9;

/** A question of so few words is answered by a passage; one of so many is a document itself. In features. */
const PASSAGE = 20;
const DOCUMENT = 120;

/** From so many documents on, what more than a tenth of them has is left out of the first comparison. */
const LARGE = 500;
const COMMON = 10;

/** What agreement is worth for a text, in multiples of what the best words are worth. */
const LIFT_OF_TEXT = 2;

/** What is left of words in common when nothing else agrees. Below, nothing is said. */
const LEAST_SCORE = 1e-6;

const COUNT = 10;

/** The documents most like a text: an alert, a log line, a stack trace, a sentence. */
export function searchSimilar(index: SimilarityIndex, text: string, options: RankOptions = {}): Answer {
  const question = questionOfText(index, text);
  const results = ranked(index, mostTelling(index, question), agreementWithText(index, question), options);
  return { results, unknown: question.unknown, readAs: question.readAs };
}

/** The documents most like one that need not be in the archive: a draft, a file. If it is there, it is left out. */
export function similarToDraft(index: SimilarityIndex, draft: SimilarDocument, options: RankOptions = {}): Similar[] {
  const own = index.placeOf.get(draft.id);
  const question = questionOfDraft(index, draft);
  const others = (place: number): boolean => place !== own && (options.only?.(place) ?? true);
  return ranked(index, question, agreementWithDraft(index, draft), { ...options, only: others });
}

/** The documents most like one of the archive, which is not among them. Empty if the archive has no such document. */
export function similarDocuments(index: SimilarityIndex, id: string, options: RankOptions = {}): Similar[] {
  return rankedAround(index, id, options).map(({ similar }) => similar());
}

/** A document of the archive that is like another, with what its rank rests on. */
export interface Ranked {
  place: number;
  /** As it was computed, not rounded. */
  score: number;
  /** What of it comes from what both name. */
  lift: number;
  /** Computes its reasons, too. */
  similar(): Similar;
}

/** As `similarDocuments`, with what each rank rests on. */
export function rankedAround(index: SimilarityIndex, id: string, { count = COUNT, only }: RankOptions): Ranked[] {
  const place = index.placeOf.get(id);
  if (place === undefined) return [];
  const question = questionOfDocument(index, place);
  const others = (other: number): boolean => other !== place && (only?.(other) ?? true);
  return rankedWith(index, question, agreementWithDocument(index, place), { count, only: others });
}

function ranked(...asked: Parameters<typeof rankedWith>): Similar[] {
  return rankedWith(...asked).map(({ similar }) => similar());
}

function rankedWith(
  index: SimilarityIndex,
  question: Question,
  agreement: AgreementFinder,
  { count = COUNT, only = () => true }: RankOptions,
): Ranked[] {
  const scores = textScores(index, question);
  const agreements = agreement(firstOf(scores, only, Math.max(50, 3 * count)));
  // How far a text and a document can agree in words depends on how much the text says.
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  const scale = question.whole || best === 0 ? 1 : LIFT_OF_TEXT * best;
  for (const [place, { lift }] of agreements) scores[place] = (scores[place] ?? 0) + scale * lift;
  const shortlist = firstOf(scores, only, 2 * count + 40);
  if (question.whole && isLarge(index, question)) {
    for (const place of shortlist) {
      scores[place] = exactScore(index, question, place) + (agreements.get(place)?.lift ?? 0);
    }
  }
  const tie = question.whole ? EQUAL : TIE;
  const total = (place: number): number => scores[place] ?? 0;
  return shortlist
    .sort((a, b) => compare(index, a, b, (place) => Math.round(total(place) / tie)))
    .slice(0, count)
    .map((place) => ({
      place,
      score: total(place),
      lift: agreements.get(place)?.lift ?? 0,
      similar: () => ({
        id: index.ids[place] ?? '',
        score: Math.round(total(place) / TIE) * TIE,
        reasons: [...(agreements.get(place)?.reasons ?? []), ...wordsInCommon(index, question, place)],
      }),
    }));
}

/** A large question to a large archive is first compared by what is not common; a whole document then with those that come near. */
function isLarge(index: SimilarityIndex, question: Question): boolean {
  return index.size >= LARGE && question.features.size >= DOCUMENT;
}

/**
 * How much of `question` each document has: a cosine of logarithms of occurrences weighed by rarity. For a short question
 * occurrences count less and lengths are drawn to their mean: a passage answers it, and the rest of a document does not
 * speak against it (Singhal, Buckley and Mitra, "Pivoted document length normalization", 1996).
 */
function textScores(index: SimilarityIndex, question: Question): Float64Array {
  const scores = new Float64Array(index.ids.length);
  const rough = isLarge(index, question);
  const size = question.whole ? DOCUMENT : question.features.size;
  const wide = Math.min(1, Math.max(0, (size - PASSAGE) / (DOCUMENT - PASSAGE)));
  for (const [number, { weight }] of question.features) {
    const feature = index.features[number];
    if (!feature || (rough && feature.holders * COMMON > index.size + index.prior)) continue;
    const { documents, weights, rarity } = feature;
    const factor = weight * rarity * rarity;
    for (let i = 0; i < documents.length; i += 1) {
      const document = documents[i] ?? 0;
      const here = weights[i] ?? 0;
      const once = (2 * here) / (here + 1);
      scores[document] = (scores[document] ?? 0) + factor * (wide * here + (1 - wide) * once);
    }
  }
  const slope = (1 + wide) / 2;
  const { lengths, meanLength } = index;
  return scores.map(
    (score, place) => score / (question.length * ((1 - slope) * meanLength + slope * (lengths[place] ?? 1))),
  );
}

/** The cosine of a document with a question as large as a document. */
function exactScore(index: SimilarityIndex, question: Question, place: number): number {
  const { features, weights } = index.featuresOf(place);
  let sum = 0;
  for (let i = 0; i < features.length; i += 1) {
    const number = features[i] ?? 0;
    const asked = question.features.get(number)?.weight ?? 0;
    if (asked > 0) sum += asked * (weights[i] ?? 0) * (index.features[number]?.rarity ?? 0) ** 2;
  }
  return sum / (question.length * (index.lengths[place] ?? 1));
}

/** The `count` places with the highest scores above nothing, the highest first, ties in the order of the places. */
function firstOf(scores: Float64Array, only: (place: number) => boolean, count: number): number[] {
  const first: number[] = [];
  const scoreAt = (at: number): number => scores[first[at] ?? -1] ?? 0;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    const least = first.length === count ? scoreAt(count - 1) : LEAST_SCORE;
    if (score <= least || !only(place)) continue;
    let at = first.length;
    while (at > 0 && scoreAt(at - 1) < score) at -= 1;
    first.splice(at, 0, place);
    if (first.length > count) first.pop();
  }
  return first;
}

function compare(index: SimilarityIndex, a: number, b: number, total: (place: number) => number): number {
  const dateOf = (place: number): string => index.dates[place] ?? '';
  return (
    total(b) - total(a) ||
    Number(index.fixed[b]) - Number(index.fixed[a]) ||
    (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0) ||
    ((index.ids[a] ?? '') < (index.ids[b] ?? '') ? -1 : 1)
  );
}
