import { plainText } from '../analysis/similarity/from-markdown.ts';
import { cleanPaste } from '../analysis/similarity/index.ts';

/** A line of code, a log or an error that a document quotes: the first with at least two words; undefined if it quotes none. */
export function signalLine(source: string): string | undefined {
  const blocks = [...source.matchAll(/^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)\n[ \t]*\1/gm)].flatMap((block) =>
    (block[2] ?? '').split('\n'),
  );
  const inline = [...source.matchAll(/`([^`\n]{8,200})`/g)].map((code) => code[1] ?? '');
  return [...blocks, ...inline].map((line) => line.trim()).find((line) => wordsOf(cleanPaste(line).kept).length >= 2);
}

/** The first five longer words of the first paragraph that is a sentence; undefined if there is none. */
export function fiveWords(source: string): string | undefined {
  const body = plainText(source.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const paragraph = body
    .split(/\n\s*\n/)
    .find((text) => !/^\s*(?:#|\||[-*] |\d+\.)/.test(text) && text.trim().length >= 60);
  const words = [...new Set(wordsOf(paragraph ?? ''))].slice(0, 5);
  return words.length === 5 ? words.join(' ') : undefined;
}

/** Words of at least five letters, or pairs of characters of a script without spaces. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Katakana}]{2,4}|\p{L}{5,}/gu) ?? [];
}
