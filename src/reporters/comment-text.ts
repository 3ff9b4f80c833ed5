/** Invisible, and of no width: between two characters that would mean something together. */
const JOINER = '\u2060';

/**
 * Text of a file as words within a line of Markdown that a forge renders: it opens no markup, HTML, picture or table cell, and
 * what forges look for in finished text (`@team`, `#12`, `!34`, an address) is broken by a character that nobody sees. Longer
 * than `most` characters, it is cut.
 */
export function commentText(text: string, most = 300): string {
  const line = text
    .toWellFormed()
    // Control characters, and those that turn the direction of what follows or are not seen at all.
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const characters = [...line];
  const short = characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : line;
  return short
    .replace(/([@#!~%$&^])(?=[\w"'{[:-])/g, `$1${JOINER}`)
    .replace(/:(?=\/\/)/g, `:${JOINER}`)
    .replace(/\bwww(?=\.)/gi, `$&${JOINER}`)
    .replace(/\bGH(?=-\d)/gi, `$&${JOINER}`)
    .replace(/[\\`*_{}[\]()<>#|~&!$^]/g, '\\$&');
}

/** An address as the destination of a link of Markdown. */
export function commentAddress(url: string): string {
  return encodeURI(url)
    .replace(/%25(?=[0-9A-F]{2})/g, '%')
    .replace(/[()[\]'@|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
