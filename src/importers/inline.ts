import type { Document, Node } from './document.ts';
import { Edits } from './edits.ts';

/** What becomes of the address of a link or picture: another address, or nothing, and then it becomes text. */
export type AddressFate = (url: string, kind: 'link' | 'picture') => string | undefined;

/** Inline Markdown of a field, and the markup that could not come along. */
export interface InlineText {
  text: string;
  dropped: string[];
}

/** Nodes that a field of inline Markdown can hold. */
const PHRASING = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'break',
  'html',
  'footnoteReference',
]);

/** The source of inline nodes as the text of a field; undefined where it holds what no field can (a picture, a block). */
export function inlineText(document: Document, nodes: readonly Node[], fate: AddressFate): InlineText | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last || !nodes.every(isPhrasing)) return undefined;
  const edits = new Edits();
  const dropped: string[] = [];
  for (const node of nodes) repair(node, document, edits, dropped, fate);
  const text = edits
    .apply(document.text, first.start, last.end)
    .replace(/\\?\n[ \t>]*/g, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
  return text === '' ? undefined : { text, dropped };
}

/** The text of one paragraph (or of a paragraph-like cell). */
export function paragraphText(document: Document, node: Node, fate: AddressFate): InlineText | undefined {
  return inlineText(document, node.children, fate);
}

/** The text of a cell that lists one name to a line (`Cart<br>Till`), with commas in place of the line ends. */
export function listText(document: Document, nodes: readonly Node[], fate: AddressFate): InlineText | undefined {
  const isEnd = ({ type, value = '' }: Node): boolean =>
    type === 'break' || (type === 'html' && /^<br\s*\/?>$/i.test(value));
  const ends = nodes.filter(isEnd);
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (isEnd(node)) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const texts = lines.filter((line) => line.length > 0).map((line) => inlineText(document, line, fate));
  if (ends.length === 0 || texts.some((text) => text === undefined)) return inlineText(document, nodes, fate);
  return {
    text: texts.map((text) => text?.text.replace(/,$/, '')).join(', '),
    dropped: [
      ...ends.map(({ start, end }) => document.text.slice(start, end)),
      ...texts.flatMap((text) => text?.dropped ?? []),
    ],
  };
}

function isPhrasing(node: Node): boolean {
  return PHRASING.has(node.type) && node.children.every(isPhrasing);
}

/** `{: .lead}` and `{:target="_blank"}`: attributes of kramdown. `{:ok, 1}` is text. */
const ATTRIBUTES = /[ \t]*\{:\s*(?:[.#][\w-]+|[\w-]+="[^"{}\n]*")(?:\s+(?:[.#][\w-]+|[\w-]+="[^"{}\n]*"))*\s*\}/g;

function repair(node: Node, document: Document, edits: Edits, dropped: string[], fate: AddressFate): void {
  if (node.type === 'text') {
    for (const { index, 0: marks } of document.text.slice(node.start, node.end).matchAll(ATTRIBUTES)) {
      dropped.push(marks.trim());
      edits.remove(node.start + index, node.start + index + marks.length);
    }
  }
  if (node.type === 'html') {
    const isBreak = /^<br\s*\/?>$/i.test(node.value ?? '');
    if (isBreak || /^<!--/.test(node.value ?? '')) {
      dropped.push(document.text.slice(node.start, node.end));
      edits.replace(node.start, node.end, ' ');
    } else edits.replace(node.start, node.start + 1, '&lt;');
  } else if (node.type === 'footnoteReference') edits.replace(node.start, node.start + 1, '\\[');
  else if (node.type === 'link') settleLink(node, document, edits, fate);
  else if (node.type === 'linkReference') settleReference(node, document, edits, dropped, fate);
  for (const child of node.children) repair(child, document, edits, dropped, fate);
}

/** A link to what is there stays, at its new address; one that is dead becomes its words and, in brackets, its address. */
export function settleLink(node: Node, document: Document, edits: Edits, fate: AddressFate): boolean {
  const url = node.url ?? '';
  const target = fate(url, 'link');
  if (target === url) return true;
  const source = document.text.slice(node.start, node.end);
  const label = labelOf(node, document);
  if (!source.startsWith('[')) {
    edits.replace(node.start, node.end, plainAddress(source.replace(/^<|>$/g, '')));
    return false;
  }
  const title = node.title ? ` "${node.title}"` : '';
  if (target === undefined)
    edits.replace(node.start, node.end, apart(`${label} (${plainAddress(url)}${title})`, node, document));
  else edits.replace(node.start, node.end, `[${label}](${target}${title})`);
  return target !== undefined;
}

function settleReference(node: Node, document: Document, edits: Edits, dropped: string[], fate: AddressFate): void {
  const definition = definitionOf(document, node.identifier ?? '');
  if (!definition) return;
  const target = fate(definition.url ?? '', 'link');
  dropped.push(document.text.slice(node.start, node.end));
  const label = labelOf(node, document);
  edits.replace(node.start, node.end, target === undefined ? apart(label, node, document) : `[${label}](${target})`);
}

/** Words in the place of a link, apart from the words before and after it. */
export function apart(words: string, { start, end }: Node, { text }: Document): string {
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  // What follows may be another link or a picture, which becomes words as well.
  return `${isWord(start - 1) ? ' ' : ''}${words}${isWord(end) || /^!?\[/.test(text.slice(end, end + 2)) ? ' ' : ''}`;
}

const definitions = new WeakMap<Document, Map<string, Node>>();

export function definitionOf(document: Document, identifier: string): Node | undefined {
  let map = definitions.get(document);
  if (!map) {
    map = new Map();
    const collect = (node: Node): void => {
      if (node.type === 'definition' && !map?.has(key(node.identifier))) map?.set(key(node.identifier), node);
      node.children.forEach(collect);
    };
    document.nodes.forEach(collect);
    definitions.set(document, map);
  }
  return map.get(key(identifier));
}

function key(identifier = ''): string {
  return identifier.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words between the square brackets, as they are written. */
export function labelOf(node: Node, document: Document): string {
  const first = node.children[0];
  const last = node.children.at(-1);
  return first && last ? document.text.slice(first.start, last.end) : (node.alt ?? '');
}

/** An address that reads as text and is no link again. */
export function plainAddress(url: string): string {
  return url.includes('`') || url === '' ? url : `\`${url}\``;
}
