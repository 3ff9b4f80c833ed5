import { createHash } from 'node:crypto';
import { ID_LENGTH } from '../../model/id.ts';
import type { Day } from '../../model/record.ts';

/** Latin letters that Unicode takes for whole, as their own languages write them where they have to do without. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};

/** The id of a postmortem that is about to be written: its day and the words of its title. */
export function incidentId(day: Day, title: string): string {
  return `${day}-${idOfWords(title, 'incident', ID_LENGTH - day.length - 1)}`;
}

/**
 * Words as an id of at most `length` characters, cut between words. Without the letters that an id cannot hold, many names
 * would have one id: a digest of all the words then stands behind what is left of them, or behind `fallback`.
 */
export function idOfWords(words: string, fallback: string, length = ID_LENGTH): string {
  const parts = toPlainLetters(words)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (isSpeltOut(words)) return cut(parts, length);
  const digest = createHash('sha256').update(words.normalize('NFC')).digest('hex').slice(0, 6);
  return `${parts.length === 0 ? fallback : cut(parts, length - digest.length - 1)}-${digest}`;
}

/** True where an id can hold every letter of these words, and there is one. */
export function isSpeltOut(words: string): boolean {
  const letters = toPlainLetters(words).replace(/[^\p{L}\p{N}]/gu, '');
  return letters !== '' && /^\p{ASCII}*$/u.test(letters);
}

function toPlainLetters(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/['’]|\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? letter);
}

function cut(parts: readonly string[], length: number): string {
  const [first = '', ...others] = parts;
  let id = first.slice(0, length);
  for (const part of others) {
    if (id.length + 1 + part.length > length) break;
    id += `-${part}`;
  }
  return id;
}
