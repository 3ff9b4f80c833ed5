import { fromHtml as parseHtml } from 'hast-util-from-html';
import type { Left } from '../draft.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Line, linesFrom, type Undress } from './lines.ts';

/** Blocks that say in HTML what Markdown has marks for. Wrappers such as `<div>` and `<details>` stay around them. */
const OPENING = /<(table|ul|ol|dl|h[1-6]|p)(?=[\s>/])[^<>]*>/gi;

/** What may stand before such a block on its line: tags of wrappers. */
const WRAPPERS = /^[ \t]*(?:<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?>\s*|<!--.*?-->\s*)*$/;

/** The most that one block may hold, in characters. */
const LONGEST = 500_000;

/** Of tags that are never closed, each is looked for to the end of the file: so many, and no more. */
const MOST_UNCLOSED = 20;

/** Tags within tags. */
const MOST_DEEP = 200;

/** How many lines further on the words of a line are looked for. */
const NEAR = 200;

/** Tables, lists, headings and paragraphs of HTML become those of Markdown, so that they are read like them. */
export const fromHtml: Undress = (plain) => {
  const lines = [...plain.lines];
  if (!lines.some(({ text, isCode }) => !isCode && /<(?:table|ul|ol|dl|h[1-6]|p)[\s>/]/i.test(text))) return plain;
  const left = [...plain.left];
  const result: Line[] = [];
  let unclosed = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const opening =
      line.isCode || unclosed > MOST_UNCLOSED || isInItem(result.at(-1), line, lines[at - 1])
        ? undefined
        : firstOpening(line.text);
    const end = opening === undefined ? undefined : endOfBlock(lines, at, opening);
    if (opening !== undefined && end === undefined && opening.tag !== 'p') unclosed += 1;
    const markdown =
      end && !isDeep(end.source) ? htmlToMarkdown(parseHtml(end.source, { fragment: true }).children) : undefined;
    const tags = end ? tagsOf(end.source, line.from + 1) : [];
    // Text where HTML allows none is thrown about or away by its rules: such a block stays as it is.
    if (opening === undefined || end === undefined || markdown === undefined || !holds(end.source, markdown, tags)) {
      result.push(line);
      at += 1;
      continue;
    }
    const before = line.text.slice(0, opening.index);
    if (before.trim() !== '') result.push({ ...line, text: before });
    const blank = { ...line, text: '' };
    result.push(blank, ...placed(markdown, end, line), blank);
    left.push(...tags);
    // What stands behind the block on its last line may start another.
    const last = lines[end.line] as Line;
    const rest = last.text.slice(end.column);
    at = end.line + 1;
    if (rest.trim() !== '') {
      at -= 1;
      lines[at] = { ...last, text: rest };
    }
  }
  return { lines: result, left };
};

/** What is indented under an item of a Markdown list belongs to it. */
function isInItem(before: Line | undefined, { text }: Line, above: Line | undefined): boolean {
  if (!/^[ \t]+</.test(text) || before !== above) return false;
  return /^\s*(?:[-*+]|\d+[.)])\s|^\s+[^\s<]/.test(above?.text ?? '');
}

interface Opening {
  tag: string;
  index: number;
}

/** The first of these tags, where nothing but wrappers stands before it: text there would stand before every later one too. */
function firstOpening(text: string): Opening | undefined {
  OPENING.lastIndex = 0;
  const match = OPENING.exec(text);
  if (!match || !WRAPPERS.test(text.slice(0, match.index))) return undefined;
  return { tag: (match[1] ?? '').toLowerCase(), index: match.index };
}

interface Block {
  source: string;
  line: number;
  column: number;
}

/** Where the tag that opens a block is closed again. */
function endOfBlock(lines: readonly Line[], from: number, { tag, index }: Opening): Block | undefined {
  const mark = new RegExp(`<(/?)${tag}(?=[\\s>/])[^<>]*>`, 'gi');
  let depth = 0;
  let source = '';
  for (let at = from; at < lines.length && source.length < LONGEST; at += 1) {
    const { text } = lines[at] as Line;
    const start = at === from ? index : 0;
    // A fence or a Markdown heading within an open paragraph: it was never closed.
    if (tag === 'p' && at > from && (text.trim() === '' || lines[at]?.isCode)) return undefined;
    mark.lastIndex = start;
    for (let match = mark.exec(text); match; match = mark.exec(text)) {
      depth += match[1] === '/' ? -1 : 1;
      if (depth === 0) {
        const column = match.index + match[0].length;
        return { source: source + text.slice(start, column), line: at, column };
      }
    }
    source += `${text.slice(start)}\n`;
  }
  return undefined;
}

/** Lines of the Markdown, each from the line of the source on which its first words stand. */
function placed(markdown: string, { source }: Block, first: Line): Line[] {
  const sourceLines = source.split('\n');
  let at = 0;
  return linesFrom(markdown, first.from).map((line) => {
    const word = /[\p{L}\p{N}]{2,}(?:[ .:-][\p{L}\p{N}]{2,})*/u.exec(line.text)?.[0];
    const found = word === undefined ? -1 : sourceLines.slice(at, at + NEAR).findIndex((text) => text.includes(word));
    if (found >= 0) at += found;
    return { ...line, from: first.from + at };
  });
}

/** True if tags stand in tags deeper than anybody writes, and than a parser that calls itself can follow. */
function isDeep(source: string): boolean {
  let depth = 0;
  for (const [tag, close] of source.matchAll(/<(\/?)(?!(?:br|hr|img|input|col)\b)[A-Za-z][^<>]*>/gi)) {
    if (!tag.endsWith('/>')) depth += close === '/' ? -1 : 1;
    if (depth > MOST_DEEP) return true;
  }
  return false;
}

/** True if every word of the source is in the Markdown or in the tags, as often. */
function holds(source: string, markdown: string, tags: readonly Left[]): boolean {
  const open = new Map<string, number>();
  for (const word of wordsIn([markdown, ...tags.map(({ text }) => text)].join(' ')))
    open.set(word, (open.get(word) ?? 0) + 1);
  return wordsIn(source).every((word) => {
    const count = open.get(word) ?? 0;
    open.set(word, count - 1);
    return count > 0;
  });
}

function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Tags, their attributes and named letters hold words too: whoever looks for them finds them in the report. */
function tagsOf(source: string, line: number): Left[] {
  const tags = source.match(/<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>|&#?\w+;/g) ?? [];
  return tags.length === 0 ? [] : [{ line, text: tags.join(''), why: 'tags of HTML that became Markdown' }];
}
