import { LEAD_LENGTH, leadAndRest, type SimilarDocument } from './document.ts';
import { isFiller } from './filler-words.ts';
import { weightOf } from './level.ts';
import { nearestWord } from './near-miss.ts';
import type { SimilarityIndex } from './open-index.ts';
import { stemOf } from './stem.ts';
import { type TermCount, termsOf, termsOfDocument } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What the archive is asked: features, what each weighs in the question, and the words it was asked with. */
export interface Question {
  features: ReadonlyMap<number, { weight: number; words: readonly string[] }>;
  /** The length of the question as a vector. */
  length: number;
  /** True for a whole document. */
  whole: boolean;
}

/** A text as a question, and what became of its words. */
export interface TextQuestion extends Question {
  /** The keys of all its words, known or not, as they were read. */
  said: ReadonlySet<string>;
  /** The groups of synonyms that something in it belongs to. */
  meant: ReadonlySet<number>;
  /** Words that no document holds, and that are like none either. */
  unknown: string[];
  /** Words that no document holds, and the word each was read as. */
  readAs: { from: string; to: string }[];
}

/** Beyond this many, unknown words are not compared with the known ones: a dump is not a sentence with slips. */
const MOST_GUESSES = 40;

/** So many features of a text are compared. With half as many real archives answer as well, with a quarter worse. */
export const MOST_FEATURES = 512;

/** What a word that says nothing of a failure weighs beside one that may. */
const FILLER = 0.3;

/** What `left` weighs beside `no space left`. */
const IN_ROW = 0.5;

/** What a guessed word weighs beside one that was found as it stands. */
const GUESS = 0.7;

/** A text as a question. Any text is accepted. */
export function questionOfText(index: SimilarityIndex, text: string): TextQuestion {
  const texts = text.length > LEAD_LENGTH ? leadAndRest(text) : [{ text, weight: 1 }];
  const terms = termsOf(texts, index.vocabulary.finder);
  weighDown(terms);
  const { guessed, unknown, readAs } = unknownWords(index, text);
  for (const [key, term] of guessed) terms.set(key, term);
  const { finder, isKind } = index.vocabulary;
  const groups = finder.find(tokensOf(text)).map(({ group }) => group);
  return {
    ...questionOf(index, terms, false),
    said: new Set(terms.keys()),
    meant: new Set(groups.filter((group) => !isKind(group))),
    unknown,
    readAs,
  };
}

/**
 * A question without what tells least, by weight and rarity, if it has very many features: a long log is no clearer for its
 * thousandth word, and each costs time with every result.
 */
export function mostTelling(index: SimilarityIndex, question: Question): Question {
  if (question.features.size <= MOST_FEATURES) return question;
  const told = [...question.features].map(([feature, asked]) => ({
    feature,
    asked,
    worth: asked.weight * (index.features[feature]?.rarity ?? 0),
  }));
  told.sort((a, b) => b.worth - a.worth || a.feature - b.feature);
  const features = new Map(told.slice(0, MOST_FEATURES).map(({ feature, asked }) => [feature, asked]));
  return { ...question, features, length: lengthOf(index, features) };
}

/** A word that says nothing of a failure counts less, and so does one that is said by a row of words it stands in. */
function weighDown(terms: Map<string, TermCount>): void {
  const inRows = new Set([...terms.keys()].filter((key) => key.includes(' ')).flatMap((key) => key.split(' ')));
  for (const [key, term] of terms) {
    if (isFiller(key)) term.count *= FILLER;
    if (inRows.has(key)) term.count *= IN_ROW;
  }
}

/** A document that need not be in the archive as a question. */
export function questionOfDraft(index: SimilarityIndex, draft: SimilarDocument): Question {
  return questionOf(index, termsOfDocument(draft, index.vocabulary.finder), true);
}

/** A document of the archive as a question. */
export function questionOfDocument(index: SimilarityIndex, place: number): Question {
  const row = index.featuresOf(place);
  const features = new Map(
    Array.from(row.features, (feature, i) => [feature, { weight: row.weights[i] ?? 0, words: [] }]),
  );
  return { features, length: lengthOf(index, features), whole: true };
}

function questionOf(index: SimilarityIndex, terms: ReadonlyMap<string, TermCount>, whole: boolean): Question {
  const counts = new Map<number, { count: number; words: Set<string> }>();
  for (const [key, { count, spelled }] of terms) {
    for (const feature of featuresOf(index, key, tokensOfTerm(key, spelled), whole)) {
      const sum = counts.get(feature) ?? { count: 0, words: new Set() };
      sum.count += count;
      sum.words.add(spelled);
      counts.set(feature, sum);
    }
  }
  const features = new Map(
    [...counts].map(([feature, { count, words }]) => [feature, { weight: weightOf(count), words: [...words] }]),
  );
  return { features, length: lengthOf(index, features), whole };
}

/** The features that a word stands for: itself, its stem, the groups it belongs to, and what it is a kind of. */
function featuresOf(index: SimilarityIndex, key: string, tokens: readonly Token[], kinds: boolean): number[] {
  const { finder, isKind } = index.vocabulary;
  const stem = stemOf(key);
  const groups = finder.meaning(tokens).filter((group) => kinds || !isKind(group));
  return [
    index.ofWord.get(key),
    stem === undefined ? undefined : index.ofStem.get(stem),
    ...groups.map((group) => index.ofGroup.get(group)),
  ].filter((feature) => feature !== undefined);
}

/** The tokens of a term. A word spelled as its key is one token: a long text has thousands. */
function tokensOfTerm(key: string, spelled: string): Token[] {
  const isWord = key === spelled && !key.includes(' ');
  return isWord ? [{ start: 0, end: spelled.length, words: [key] }] : tokensOf(spelled);
}

/** The words of a text that no document holds: those that are a slip of a known word, and those that say nothing here. */
function unknownWords(
  index: SimilarityIndex,
  text: string,
): { guessed: Map<string, TermCount>; unknown: string[]; readAs: { from: string; to: string }[] } {
  const guessed = new Map<string, TermCount>();
  const unknown = new Map<string, string>();
  const readAs = new Map<string, { from: string; to: string }>();
  for (const token of tokensOf(text)) {
    const { words, start, end } = token;
    const [whole = ''] = words;
    if (words.some((word) => index.ofWord.has(word)) || unknown.has(whole) || readAs.has(whole)) continue;
    const spelled = text.slice(start, end);
    const understood = featuresOf(index, whole, [token], false).length > 0;
    const tired = readAs.size + unknown.size >= MOST_GUESSES;
    const byGroup = (): boolean => featuresOf(index, '', [token], true).length > 0;
    const near =
      tired || byGroup() ? undefined : nearestWord(whole, index.keys, (key) => index.features[key]?.holders ?? 0);
    const key = index.keys[near ?? -1] ?? '';
    // Another ending is no slip: `connects` is understood by its stem. And `logger` is unknown rather than `longer`.
    if (near !== undefined && !isFiller(key) && !(understood && (whole.startsWith(key) || key.startsWith(whole)))) {
      const to = index.spelled[near] ?? '';
      readAs.set(whole, { from: spelled, to });
      guessed.set(key, { count: GUESS, spelled: to });
    } else if (!understood) unknown.set(whole, spelled);
  }
  return { guessed, unknown: [...unknown.values()], readAs: [...readAs.values()] };
}

function lengthOf(index: SimilarityIndex, features: Question['features']): number {
  let squares = 0;
  for (const [feature, { weight }] of features) squares += (weight * (index.features[feature]?.rarity ?? 0)) ** 2;
  return Math.sqrt(squares) || 1;
}
