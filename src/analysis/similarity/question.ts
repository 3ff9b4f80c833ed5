import { weightOf } from './level.ts';
import { nearestWord } from './near-miss.ts';
import type { SimilarityIndex } from './open-index.ts';
import { stemOf } from './stem.ts';
import { termsOf } from './terms.ts';
import { tokensOf } from './tokens.ts';

/** What the archive is asked: features, what each weighs in the question, and the words it was asked with. */
export interface Question {
  features: ReadonlyMap<number, { weight: number; words: readonly string[] }>;
  /** The length of the question as a vector. */
  length: number;
  /** Words that no document holds, and that are like none either. */
  unknown: string[];
  /** Words that no document holds, and the word each was read as. */
  readAs: { from: string; to: string }[];
}

/** Beyond this many, unknown words are not compared with the known ones: a dump is not a sentence with slips. */
const MOST_GUESSES = 40;

/** What a guessed word weighs beside one that was found as it stands. */
const GUESS = 0.7;

/** A text as a question. Any text is accepted; words that no document holds are named. */
export function questionOfText(index: SimilarityIndex, text: string): Question {
  const counts = new Map<number, { count: number; words: Set<string> }>();
  const add = (features: readonly number[], count: number, word: string): void => {
    for (const feature of features) {
      const sum = counts.get(feature) ?? { count: 0, words: new Set() };
      sum.count += count;
      sum.words.add(word);
      counts.set(feature, sum);
    }
  };

  const found = new Set<string>();
  for (const [key, { count, spelled }] of termsOf([{ text, weight: 1 }], index.finder)) {
    const features = featuresOf(index, key, spelled);
    add(features, count, spelled);
    if (features.length > 0) found.add(key);
  }

  const unknown = new Map<string, string>();
  const readAs = new Map<string, { from: string; to: string }>();
  for (const { words, start, end } of tokensOf(text)) {
    const [whole = ''] = words;
    if (index.ofWord.has(whole) || words.slice(1).some((part) => found.has(part))) continue;
    const spelled = text.slice(start, end);
    const near =
      readAs.has(whole) || unknown.has(whole) || readAs.size + unknown.size >= MOST_GUESSES
        ? undefined
        : nearestWord(whole, index.keys, (key) => index.features[key]?.holders ?? 0);
    if (near !== undefined) {
      const to = index.spelled[near] ?? '';
      readAs.set(whole, { from: spelled, to });
      add(featuresOf(index, index.keys[near] ?? '', to), GUESS, spelled);
    } else if (!found.has(whole) && !readAs.has(whole)) unknown.set(whole, spelled);
  }

  const features = new Map(
    [...counts].map(([feature, { count, words }]) => [feature, { weight: weightOf(count), words: [...words] }]),
  );
  return { features, length: lengthOf(index, features), unknown: [...unknown.values()], readAs: [...readAs.values()] };
}

/** A document of the archive as a question. */
export function questionOfDocument(index: SimilarityIndex, place: number): Question {
  const features = new Map(index.featuresOf(place).map(({ feature, weight }) => [feature, { weight, words: [] }]));
  return { features, length: lengthOf(index, features), unknown: [], readAs: [] };
}

/** The features that a word stands for: itself, its stem, and the groups it belongs to. */
function featuresOf(index: SimilarityIndex, key: string, spelled: string): number[] {
  const stem = stemOf(key);
  return [
    index.ofWord.get(key),
    stem === undefined ? undefined : index.ofStem.get(stem),
    ...index.finder.meaning(tokensOf(spelled)).map((group) => index.ofGroup.get(group)),
  ].filter((feature) => feature !== undefined);
}

function lengthOf(index: SimilarityIndex, features: Question['features']): number {
  let squares = 0;
  for (const [feature, { weight }] of features) squares += (weight * (index.features[feature]?.rarity ?? 0)) ** 2;
  return Math.sqrt(squares) || 1;
}
