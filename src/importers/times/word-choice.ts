const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Stands in a choice of words that is empty, and in no text. */
const NO_WORD = '\uffff';

/** The source of a pattern for any of these words, the longest first. */
export function oneOf(words: readonly string[]): string {
  return [...words, NO_WORD]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
}

/** A pattern at the head of a text, whatever its capitals. */
export function atHead(source: string): RegExp {
  return new RegExp(`^(?:${source})`, 'iu');
}
