import { FIELD_WEIGHTS, type SimilarDocument, type WeightedText } from './document.ts';
import type { SynonymFinder } from './synonyms.ts';
import { fold, type Token, tokensOf } from './tokens.ts';

/** What a term of a text weighs there, and how it is spelled. */
export interface TermCount {
  /** Occurrences, each weighted by the place it stands in. */
  count: number;
  /** The spellings seen, the first one first. */
  spelled: string;
}

/** A part of an identifier says less than the whole word it may be elsewhere. */
const PART = 0.5;

/** Joins the words of a term of several words: `no space left on device`. */
const JOINT = ' ';

/**
 * The terms of a text: its words, parts of identifiers, and rows of words that the synonyms know. The key of a term is its
 * folded spelling.
 */
export function termsOf(texts: readonly WeightedText[], finder: SynonymFinder): Map<string, TermCount> {
  const terms = new Map<string, TermCount>();
  const add = (key: string, count: number, spelled: string): void => {
    const term = terms.get(key);
    if (term) term.count += count;
    else terms.set(key, { count, spelled });
  };
  for (const { text, weight } of texts) {
    const tokens = tokensOf(text);
    for (const { words, start, end } of tokens) {
      words.forEach((word, i) => {
        if (i === 0) add(word, weight, text.slice(start, end));
        else add(word, weight * PART, word);
      });
    }
    // Two groups may hold the same row of words: it stands there once.
    const rows = new Map(finder.find(tokens).map((row) => [row.first * tokens.length + row.last, row]));
    for (const { first, last } of rows.values()) {
      if (first === last) continue;
      const row = tokens.slice(first, last + 1);
      const spelled = text.slice(row[0]?.start, row.at(-1)?.end).replace(/\s+/g, ' ');
      add(row.map(({ words }) => words[0]).join(JOINT), weight, spelled);
    }
  }
  return terms;
}

/** The terms of a document, those of its signals and of what it names from the catalogue among them. */
export function termsOfDocument(document: SimilarDocument, finder: SynonymFinder): Map<string, TermCount> {
  const named = document.facets.flatMap(({ kind, name }) =>
    kind === 'trigger' ? [] : [{ text: name, weight: FIELD_WEIGHTS[kind] }],
  );
  const signals = document.signals.map((text) => ({ text, weight: FIELD_WEIGHTS.signal }));
  return termsOf([...signals, ...named, ...document.texts], finder);
}

/** The key under which a spelling is kept: `HikariCP` → `hikaricp`, `No space left` → `no space left`. */
export function keyOfSpelling(spelled: string): string {
  return keyOfTokens(tokensOf(spelled)) || fold(spelled);
}

/** The key of tokens in a row; empty if there are none. */
export function keyOfTokens(tokens: readonly Token[]): string {
  return tokens.map(({ words }) => words[0]).join(JOINT);
}
