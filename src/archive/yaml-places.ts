import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type Scalar } from 'yaml';
import type { Position } from './problem.ts';

/** Where a value stands in a record: keys and list indices, from the outside in. */
export type Path = readonly PropertyKey[];

/** Finds the places of values in a file. */
export interface Places {
  /** Where the value at `path` starts; where there is none, where the thing that should hold it starts. */
  value(path: Path): Position;
  /** Where the last key of `path` stands; for an item of a list, where the item starts. */
  key(path: Path): Position;
  /** The place of the character `offset` of the text at `path`, or of the next that is no blank. */
  inText(path: Path, offset: number): Position;
  /** The text at `path` as YAML reads it: its links as they were written. */
  text(path: Path): string | undefined;
  /** The value at `path` as it is written, if it is written on one line. */
  source(path: Path): string | undefined;
  /** Lets go of what was parsed; the next question parses again. */
  release(): void;
}

export interface ParsedYaml {
  document: Document.Parsed;
  lines: LineCounter;
}

/** Places in a text of YAML that `parse` parses. Thousands of files wait for few questions: the text is what is kept. */
export function placesIn(source: string, parse: (source: string) => ParsedYaml, parsed: ParsedYaml): Places {
  let current: ParsedYaml | undefined = parsed;
  const at = (offset: number): Position => {
    current ??= parse(source);
    const { line, col } = current.lines.linePos(offset);
    return { line, column: col };
  };
  const find = (path: Path): Found => {
    current ??= parse(source);
    return findNode(current.document.contents, path);
  };
  const value = (path: Path): Position => {
    const { node, key, holder } = find(path);
    return at(start(node) ?? start(key) ?? start(holder) ?? firstOffset(source));
  };
  return {
    value,
    key(path) {
      const { node, key, holder } = find(path);
      return at(start(key) ?? start(node) ?? start(holder) ?? firstOffset(source));
    },
    inText(path, offset) {
      const { node } = find(path);
      if (!node || !isScalar(node) || !node.range) return value(path);
      return at(node.range[0] + offsetInSource(node, source, offset));
    },
    text(path) {
      const { node } = find(path);
      return isScalar(node) ? String(node.value ?? '') : undefined;
    },
    source(path) {
      const { node } = find(path);
      if (!node?.range) return undefined;
      // A map ends after the line end that ends it.
      const text = source.slice(node.range[0], node.range[1]).trimEnd();
      return text === '' || text.includes('\n') ? undefined : text;
    },
    release() {
      current = undefined;
    },
  };
}

interface Found {
  node?: Node | null;
  /** The key of the pair it stands in. */
  key?: Node | null;
  /** The innermost collection that was reached. */
  holder?: Node | null;
}

function findNode(root: Node | null, path: Path): Found {
  let found: Found = { node: root, holder: root };
  for (const step of path) {
    const { node } = found;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step) as
        | Pair<Node, Node | null>
        | undefined;
      if (!pair) return { holder: node };
      found = { node: pair.value, key: pair.key, holder: node };
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step] as Node | undefined;
      if (!item) return { holder: node };
      found = { node: item, holder: node };
    } else {
      return { node, holder: node };
    }
  }
  return found;
}

function start(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}

function firstOffset(source: string): number {
  return Math.max(source.search(/\S/), 0);
}

/**
 * How far into the source of a scalar the character `offset` of its text stands. Line breaks, indentation and the blanks at
 * both ends differ between the two, in each notation in its own way: so the characters that are no blanks are counted.
 */
function offsetInSource(node: Scalar, source: string, offset: number): number {
  const [from, to] = node.range ?? [0, 0];
  const written = source.slice(from, to);
  const text = String(node.value).trimStart();
  let wanted = text.slice(0, offset).replace(/\s/g, '').length;
  const { token, start } = NOTATIONS[node.type ?? 'PLAIN'] ?? PLAIN;
  let at = start(written);
  for (; at < written.length; ) {
    token.lastIndex = at;
    const [whole = '', blank] = token.exec(written) ?? [];
    const length = Math.max(whole.length, 1);
    if (blank === undefined && !/^\s/.test(whole)) {
      if (wanted <= 0) return at;
      wanted -= length === 10 && codePoint(written, at) > 0xffff ? 2 : 1;
    }
    at += length;
  }
  return at;
}

/** What stands for one character in a notation (blanks that are escaped in a group), and where its first one stands. */
interface Notation {
  token: RegExp;
  start(written: string): number;
}

const PLAIN: Notation = { token: /[\s\S]/y, start: () => 0 };
const BLOCK: Notation = { token: /[\s\S]/y, start: (written) => written.indexOf('\n') + 1 };
const NOTATIONS: Record<string, Notation> = {
  PLAIN,
  BLOCK_FOLDED: BLOCK,
  BLOCK_LITERAL: BLOCK,
  QUOTE_SINGLE: { token: /''|[\s\S]/y, start: () => 1 },
  QUOTE_DOUBLE: {
    token: /(\\(?:[tnvfr _LNP\t\n]|x(?:09|0a|0d|20|85|a0)))|\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)|[\s\S]/iy,
    start: () => 1,
  },
};

function codePoint(written: string, at: number): number {
  return Number.parseInt(written.slice(at + 2, at + 10), 16);
}
