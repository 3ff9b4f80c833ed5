import type { FacetKind } from './document.ts';
import { isFiller } from './filler-words.ts';
import type { SimilarityIndex } from './open-index.ts';
import type { Question } from './question.ts';

/** Why a document was found: a signal, something from the catalogue, or words. */
export type Reason =
  | { kind: 'signal'; text: string }
  | { kind: FacetKind; id: string; name: string }
  | { kind: 'words'; words: CommonWord[] };

/** A word of a document that carried its rank. */
export interface CommonWord {
  /** As the archive spells it. */
  text: string;
  /** The word of the question, where it is another one: `ENOSPC` for `no space left on device`. */
  from?: string;
}

const MOST_WORDS = 6;

const TELLING = 2;

/** A word that carries less than this share of the whole is no reason. */
const LEAST_SHARE = 0.005;

/**
 * The words that a document and a question have in common, those that carried its rank most first. Where nothing else does,
 * things of one kind and words that say little.
 */
export function wordsInCommon(index: SimilarityIndex, question: Question, place: number): Reason[] {
  const words = wordsThatCarry(index, question, place, true);
  return words.length > 0 ? words : wordsThatCarry(index, question, place, false);
}

function wordsThatCarry(index: SimilarityIndex, question: Question, place: number, telling: boolean): Reason[] {
  const carried = new Map<number, { worth: number; from: Set<string> }>();
  let whole = 0;
  for (const [number, { weight, words }] of question.features) {
    const feature = index.features[number];
    const here = feature ? weightIn(feature, place) : 0;
    if (!feature || here === 0 || (telling && index.isKind(number))) continue;
    const worth = weight * here * feature.rarity ** 2;
    whole += worth;
    const word = wordFor(index, question, feature.words, place);
    const sum = carried.get(word) ?? { worth: 0, from: new Set<string>() };
    sum.worth += worth;
    for (const asked of words) sum.from.add(asked);
    carried.set(word, sum);
  }
  const shown = [...carried]
    .filter(([, { worth }]) => worth > 0 && worth >= LEAST_SHARE * whole)
    .map(([word, { worth, from }]) => ({ word, from, worth: worth * tellingOf(index, word) }))
    .sort((a, b) => b.worth - a.worth || a.word - b.word);
  const told: { word: number; from: Set<string> }[] = [];
  for (const one of shown) {
    if (told.length === MOST_WORDS) break;
    const said =
      (telling && isFiller(index.keys[one.word] ?? '')) || told.some(({ word }) => saysSame(index, word, one.word));
    if (!said) told.push(one);
  }
  return told.length > 0 ? [{ kind: 'words', words: told.map(({ word, from }) => commonWord(index, word, from)) }] : [];
}

/** True if a word says what another has said: `memory` after `out of memory`, `queries` after `query`. */
function saysSame(index: SimilarityIndex, before: number, word: number): boolean {
  const [first, then] = [index.keys[before] ?? '', index.keys[word] ?? ''];
  if (` ${first} `.includes(` ${then} `) || `${first}s` === then || first === `${then}s`) return true;
  const groups = index.groupsOf(before);
  return index.groupsOf(word).some((group) => groups.includes(group));
}

/** How much more a word tells a reader than its rarity says: names and words of the trade go before others. */
function tellingOf(index: SimilarityIndex, word: number): number {
  return index.groupsOf(word).length > 0 || /.[\p{Lu}\p{N}_]/u.test(index.spelled[word] ?? '') ? TELLING : 1;
}

function commonWord(index: SimilarityIndex, word: number, asked: ReadonlySet<string>): CommonWord {
  const text = index.spelled[word] ?? '';
  const [from] = asked;
  const same = [...asked].some((other) => other.toLowerCase() === text.toLowerCase());
  return from === undefined || same ? { text } : { text, from };
}

/** The word by which a document has a feature: the one that was asked for, else the one it uses most. */
function wordFor(index: SimilarityIndex, question: Question, words: readonly number[], place: number): number {
  let best = words[0] ?? 0;
  let most = -1;
  for (const word of words) {
    const feature = index.features[word];
    const here = feature ? weightIn(feature, place) : 0;
    // More than any weight can be: a word that stands in both goes first.
    const worth = here === 0 ? 0 : here + (question.features.has(word) ? 100 : 0);
    if (worth > most) {
      best = word;
      most = worth;
    }
  }
  return best;
}

/** What a feature weighs in a document; 0 if the document does not have it. */
function weightIn({ documents, weights }: { documents: Uint32Array; weights: Float32Array }, place: number): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return documents[low] === place ? (weights[low] ?? 0) : 0;
}
