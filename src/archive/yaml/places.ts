import { positionsIn } from '../body/findings.ts';
import type { Position } from '../problem.ts';
import { parseYaml, treeOf } from './document.ts';
import type { TextStyle, YamlNode, YamlText } from './tree.ts';

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
  /** The keys of the map at `path` that have a value, whatever it is. */
  keys(path: Path): string[];
  /** The value at `path` as it is written, if it is written on one line. */
  source(path: Path): string | undefined;
  /** Lets go of what was parsed; the next question parses again. */
  release(): void;
}

/**
 * Places in a text of YAML whose tree `parse` gives. Thousands of files wait for few questions: the text is what is kept.
 */
export function placesIn(
  source: string,
  parse: (source: string) => YamlNode | undefined,
  root: YamlNode | undefined,
): Places {
  let current: { root: YamlNode | undefined; positionOf?: (offset: number) => Position } | undefined = { root };
  const open = (): NonNullable<typeof current> => {
    current ??= { root: parse(source) };
    return current;
  };
  const at = (offset: number): Position => {
    const opened = open();
    opened.positionOf ??= positionsIn(source, 1);
    return opened.positionOf(offset);
  };
  const find = (path: Path): Found => findNode(open().root, path);
  const value = (path: Path): Position => {
    const { node, key, holder } = find(path);
    return at(node?.start ?? key?.start ?? holder?.start ?? firstOffset(source));
  };
  return {
    value,
    key(path) {
      const { node, key, holder } = find(path);
      return at(key?.start ?? node?.start ?? holder?.start ?? firstOffset(source));
    },
    inText(path, offset) {
      const { node } = find(path);
      return node?.kind === 'text' ? at(node.start + offsetInSource(node, source, offset)) : value(path);
    },
    text(path) {
      const { node } = find(path);
      return node?.kind === 'text' ? node.text : undefined;
    },
    keys(path) {
      const { node } = find(path);
      if (node?.kind !== 'map') return [];
      return node.pairs.flatMap(({ key, value }) => (key?.kind === 'text' && isWritten(value) ? [key.text] : []));
    },
    source(path) {
      const { node } = find(path);
      if (!node) return undefined;
      // Where a list or map ends, the thorough parser alone says; a map ends after the line end that ends it.
      const end = node.end ?? findNode(treeOf(parseYaml(source)), path).node?.end;
      const text = source.slice(node.start, end).trimEnd();
      return text === '' || text.includes('\n') ? undefined : text;
    },
    release() {
      current = undefined;
    },
  };
}

function isWritten(value: YamlNode | null): boolean {
  return value !== null && !(value.kind === 'text' && value.style === 'plain' && value.text === '' && !value.isMarked);
}

interface Found {
  node?: YamlNode | null | undefined;
  /** The key of the pair it stands in. */
  key?: YamlNode | null | undefined;
  /** The innermost collection that was reached. */
  holder?: YamlNode | null | undefined;
}

function findNode(root: YamlNode | undefined, path: Path): Found {
  let found: Found = { node: root, holder: root };
  for (const step of path) {
    const { node } = found;
    if (node?.kind === 'map') {
      const pair = node.pairs.find(({ key }) => key?.kind === 'text' && key.text === step);
      if (!pair) return { holder: node };
      found = { node: pair.value, key: pair.key, holder: node };
    } else if (node?.kind === 'list' && typeof step === 'number') {
      const item = node.items[step];
      if (!item) return { holder: node };
      found = { node: item, holder: node };
    } else {
      return { node, holder: node };
    }
  }
  return found;
}

function firstOffset(source: string): number {
  return Math.max(source.search(/\S/), 0);
}

/**
 * How far into the source of a scalar the character `offset` of its text stands. Line breaks, indentation and the blanks at
 * both ends differ between the two, in each notation in its own way: so the characters that are no blanks are counted.
 */
function offsetInSource(node: YamlText, source: string, offset: number): number {
  const written = source.slice(node.start, node.end);
  const text = node.text.trimStart();
  let wanted = text.slice(0, offset).replace(/\s/g, '').length;
  const { token, start } = NOTATIONS[node.style];
  let at = start(written);
  for (; at < written.length; ) {
    token.lastIndex = at;
    const [whole = ''] = token.exec(written) ?? [];
    const counted = (whole.startsWith('\\') && whole.length > 1 ? unescaped(whole) : whole).replace(/\s/g, '').length;
    if (counted > 0) {
      if (wanted <= 0) return at;
      wanted -= whole === "''" ? 1 : counted;
    }
    at += Math.max(whole.length, 1);
  }
  return at;
}

/** What stands for one character in a notation, and where its first one stands. */
interface Notation {
  token: RegExp;
  start(written: string): number;
}

const PLAIN: Notation = { token: /[\s\S]/y, start: () => 0 };
const BLOCK: Notation = { token: /[\s\S]/y, start: (written) => written.indexOf('\n') + 1 };
const NOTATIONS: Record<TextStyle, Notation> = {
  plain: PLAIN,
  folded: BLOCK,
  literal: BLOCK,
  single: { token: /''|[\s\S]/y, start: () => 1 },
  double: {
    token: /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[\s\S])|[\s\S]/y,
    start: () => 1,
  },
};

/** The escapes that stand for white space (YAML 1.2.2, 5.7); every other letter stands for one character that is none. */
const BLANK_ESCAPES = '\tn\nvfrt _LP';

/** What an escape in double quotes stands for, as far as its length and whether it is blank go. */
function unescaped(written: string): string {
  if (written.length > 2) return String.fromCodePoint(Math.min(Number.parseInt(written.slice(2), 16), 0x10ffff));
  return BLANK_ESCAPES.includes(written.charAt(1)) ? '' : 'x';
}
