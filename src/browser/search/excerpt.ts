/** A piece of text, and whether it matched. */
export interface TextPart {
  text: string;
  marked: boolean;
}

/** The pieces of Pagefind's excerpt: text, never markup, whatever the page said. */
export function excerptParts(excerpt: string): TextPart[] {
  return excerpt
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .map((piece) => {
      const text = /^<mark>([\s\S]*)<\/mark>$/.exec(piece)?.[1];
      return { text: unescapeBrackets(text ?? piece), marked: text !== undefined };
    })
    .filter(({ text }) => text !== '');
}

/** The words that Pagefind marked in an excerpt. */
export function markedWords(excerpt: string): string[] {
  return excerptParts(excerpt)
    .filter(({ marked }) => marked)
    .map(({ text }) => text);
}

/** Marks the words of `text` that begin like one of `words`, for text that Pagefind hands over unmarked. */
export function markWords(text: string, words: readonly string[]): TextPart[] {
  const beginnings = words.map(escapePattern).sort((a, b) => b.length - a.length);
  if (beginnings.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(`((?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})[\\p{L}\\p{N}]*)`, 'iu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

// Pagefind escapes these two in an excerpt, and nothing else.
function unescapeBrackets(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('\u200B', '');
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
