import type { ElementContent, Root, RootContent } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { allowedInBody, allowedInFront } from './allowances.ts';
import { Findings, positionsIn } from './body/findings.ts';
import { isInline } from './body/html-names.ts';
import { parseInline } from './body/inline-tree.ts';
import { parseMd } from './body/parse-md.ts';
import { parseMdx } from './body/parse-mdx.ts';
import { endOf, startOf } from './body/tree.ts';
import type { Entry } from './entry.ts';
import type { Position } from './problem.ts';
import { fieldName } from './schema-problems.ts';
import type { WithBody } from './sources.ts';
import { textsOf } from './texts.ts';

/** Words that the author of a file says in their own voice. */
export interface Prose {
  /** As long as what was written, at the same offsets: markup is blank, code and quoted speech are `STAND_IN`, and `BREAK` ends a block. */
  text: string;
  positionOf(offset: number): Position;
  /** The field it stands in; absent for the body. */
  field?: string;
  /** True where the author has said, with a reason, that the words at this offset are meant. */
  isAllowed(offset: number): boolean;
}

/** Stands for each character of code and of quoted speech: nobody's own words. */
const STAND_IN = '\uFFFC';

/** Stands between blocks: no phrase goes from one to the next. */
const BREAK = '\u0001';

/** The prose of a file, of its front matter and of its body. Both are parsed for it: ask only where there is something to find. */
export function* proseOf(entry: Entry<unknown> & WithBody): Generator<Prose> {
  yield* proseInFront(entry);
  const body = proseInBody(entry);
  if (body) yield body;
}

function* proseInFront({ kind, values, places, text }: Entry<unknown>): Generator<Prose> {
  for (const { path } of textsOf(kind, values)) {
    const written = places.text(path)?.trim();
    if (written === undefined) continue;
    yield {
      text: maskInline(written),
      positionOf: (offset) => places.inText(path, offset),
      field: fieldName(path),
      isAllowed: () => allowedInFront(text, places, path),
    };
  }
}

function maskInline(text: string): string {
  const { nodes, range } = parseInline(text);
  const mask = new Mask(text);
  const walk = (children: readonly PhrasingContent[]): void => {
    for (const node of children) {
      if (node.type === 'text') mask.show(...range(node as Nodes));
      else if ('children' in node) walk(node.children);
      else mask.standIn(...range(node as Nodes));
    }
  };
  walk(nodes);
  return mask.finish();
}

function proseInBody({ format, body, bodyLine, compiled }: Entry<unknown> & WithBody): Prose | undefined {
  // What the compiler did not read is not read here.
  if (body.trim() === '' || compiled.problems.some(({ rule }) => rule === 'body-size')) return undefined;
  const text = body.replaceAll('\0', '\uFFFD').toWellFormed();
  const root = format === 'mdx' ? parseMdx(text, new Findings()).root : parseMd(text);
  const mask = new Mask(text);
  walkBody(root, mask, text);
  const allowed = allowedInBody(root, text);
  return {
    text: mask.finish(),
    positionOf: positionsIn(body, bodyLine),
    isAllowed: (offset) => allowed.some(({ start, end }) => start <= offset && offset < end),
  };
}

function walkBody(node: Root | RootContent | ElementContent, mask: Mask, text: string): void {
  if (node.type === 'text') {
    if (node.position) mask.show(startOf(node), endOf(node));
    return;
  }
  if (node.type === 'element') {
    if (node.tagName === 'code') {
      mask.standIn(startOf(node), endOf(node));
      return;
    }
    if (!isInline(node.tagName)) mask.breakAt(startOf(node));
    if (node.tagName === 'pre' || (node.tagName === 'blockquote' && !isCallout(node, text))) return;
  } else if (node.type === 'mdxJsxFlowElement') {
    mask.breakAt(startOf(node));
    if (node.name === 'blockquote' || node.name === 'q' || node.name === 'pre') return;
  }
  if ('children' in node) for (const child of node.children) walkBody(child, mask, text);
}

/** `> [!NOTE]` is a callout: a frame around the author's own words, and nobody else's. */
function isCallout(node: ElementContent, text: string): boolean {
  return /^[ \t>]*\[!/.test(text.slice(startOf(node), startOf(node) + 40));
}

/** A text of which nothing is shown but what is asked for. */
class Mask {
  readonly #text: string;
  readonly #shown: string[] = [];

  constructor(text: string) {
    this.#text = text;
    for (const character of text.split('')) this.#shown.push(character === '\n' ? '\n' : ' ');
  }

  show(start: number, end: number): void {
    // The marks that begin each line of a callout are no words.
    const words = this.#text.slice(start, end).replace(/\n[ \t]*(?:>[ \t]?)+/g, (mark) => mark.replaceAll('>', ' '));
    for (let at = start; at < end; at += 1) this.#shown[at] = words[at - start] ?? ' ';
  }

  standIn(start: number, end: number): void {
    for (let at = start; at < end; at += 1) this.#shown[at] = STAND_IN;
  }

  /** Ends what stands before an offset. */
  breakAt(start: number): void {
    const isFree = start > 0 && this.#shown[start - 1]?.trim() === '';
    this.#shown[isFree ? start - 1 : start] = BREAK;
  }

  finish(): string {
    return this.#shown.join('').replace(QUOTED, (quoted) => STAND_IN.repeat(quoted.length));
  }
}

/** Speech in quotes, within one block. Single straight ones count where they cannot be apostrophes. */
const QUOTED = new RegExp(
  [
    `"[^"${BREAK}]{1,600}"`,
    `[“„][^“”„${BREAK}]{1,600}[”“]`,
    `«[^«»${BREAK}]{1,600}»`,
    `(?<=^|[\\s(])‘[^‘${BREAK}]{1,600}?’(?![\\p{L}\\p{N}])`,
    `(?<=^|[\\s(])'[^'\\s${BREAK}][^'${BREAK}]{0,600}'(?=[\\s.,;:!?)]|$)`,
  ].join('|'),
  'gu',
);
