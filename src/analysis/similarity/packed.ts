import type { FacetKind } from './document.ts';

/**
 * An index as it is sent to a browser: JSON whose strings hold numbers, which pack well. Documents, words and features refer
 * to each other by their place. Features are words, then their stems, then groups of synonyms (features.ts).
 */
export interface PackedIndex {
  version: number;
  /** How many documents it is taken to have where the rarity of a word is measured. */
  size: number;
  /** How many incidents from elsewhere are counted with it there. */
  prior: number;
  ids: string[];
  dates: string[];
  /** A digit for each document: 1 if it says what fixed it. */
  fixed: string;
  /** Words as they are spelled, in the order of their keys, each without the beginning it shares with the one before. */
  words: string;
  /** For each feature, how many documents have it, with those of the prior. */
  holders: string;
  /** For each word, how many documents follow, and how far each is from the one before. */
  postings: string;
  /** For each of these documents, the level of the word in it. */
  levels: string;
  /** How long each document is as a vector, in hundredths. */
  lengths: string;
  /** What documents name from the catalogue; for each, how far each document that names it is from the one before. */
  facets: { kind: FacetKind; id: string; name: string; otherNames: string[]; documents: string }[];
  /** For each document, its signals. */
  signals: string[][];
  /** The team's groups of synonyms. */
  synonyms: string[][];
}

export const LENGTH_SCALE = 100;

/** Changes whenever an older reader would misread the index: a stale index is told apart from a broken one. */
export const PACKED_VERSION = 3;

/** Characters that stand as they are in JSON and in HTML: 84 of them, in two halves. */
const DIGITS = '!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const BASE = DIGITS.length >> 1;
const VALUE = new Int16Array(128).fill(-1);
for (let i = 0; i < DIGITS.length; i += 1) VALUE[DIGITS.charCodeAt(i)] = i;

/** Whole numbers from 0 as text: the lower half of the characters ends a number, the upper half continues it. */
export function packNumbers(numbers: Iterable<number>): string {
  let packed = '';
  for (const number of numbers) {
    let rest = number;
    while (rest >= BASE) {
      packed += DIGITS[BASE + (rest % BASE)];
      rest = Math.floor(rest / BASE);
    }
    packed += DIGITS[rest];
  }
  return packed;
}

/** Reads numbers one after the other. Past the end, or where the text is no number, it gives 0. */
export function numberReader(packed: string): () => number {
  let at = 0;
  return () => {
    let number = 0;
    for (let scale = 1; at < packed.length; scale *= BASE) {
      const value = VALUE[packed.charCodeAt(at)] ?? 0;
      at += 1;
      if (value < BASE) return number + Math.max(0, value) * scale;
      number += (value - BASE) * scale;
    }
    return number;
  };
}

/** Numbers below 42, a character each. */
export function packLevels(levels: readonly number[]): string {
  return levels.map((level) => DIGITS[level]).join('');
}

/** The number that a character of `packLevels` stands for. */
export function levelAt(packed: string, place: number): number {
  return Math.max(0, VALUE[packed.charCodeAt(place)] ?? 0);
}

/** Rising numbers as the steps between them, less one. */
export function gapsOf(rising: readonly number[]): number[] {
  return rising.map((number, i) => number - (rising[i - 1] ?? -1) - 1);
}

/** All numbers of a text that holds only gaps, as the rising numbers they were. */
export function unpackRising(packed: string): number[] {
  const rising: number[] = [];
  let ends = 0;
  for (let i = 0; i < packed.length; i += 1) if ((VALUE[packed.charCodeAt(i)] ?? 0) < BASE) ends += 1;
  const read = numberReader(packed);
  for (let i = 0; i < ends; i += 1) rising.push((rising.at(-1) ?? -1) + read() + 1);
  return rising;
}

/** Texts, each as the length of the beginning it shares with the one before and the rest, ended by a line break. */
export function packTexts(texts: readonly string[]): string {
  let before = '';
  let packed = '';
  for (const text of texts) {
    let shared = 0;
    while (shared < BASE - 1 && shared < before.length && before[shared] === text[shared]) shared += 1;
    packed += `${DIGITS[shared]}${text.slice(shared)}\n`;
    before = text;
  }
  return packed;
}

export function unpackTexts(packed: string): string[] {
  const texts: string[] = [];
  let before = '';
  for (const line of packed.split('\n').slice(0, -1)) {
    before = before.slice(0, Math.max(0, VALUE[line.charCodeAt(0)] ?? 0)) + line.slice(1);
    texts.push(before);
  }
  return texts;
}
