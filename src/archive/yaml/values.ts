import { positionsIn } from '../body/findings.ts';
import type { Position, Problem } from '../problem.ts';
import { parseYaml, treeOf } from './document.ts';
import { type Path, type Places, placesIn } from './places.ts';
import { readPlainly } from './plain.ts';
import { quote } from './quote.ts';
import { syntaxFaults } from './syntax.ts';
import type { YamlMap, YamlNode, YamlText } from './tree.ts';

/** How deep maps and lists may stand in each other. */
const MOST_LEVELS = 50;

/** A plain value that ends at a ` #`: the words after it are a comment to YAML. */
export interface Cut {
  path: Path;
  /** All that was written, where it begins with the `#` and YAML sees no value at all. */
  whole?: string;
  /** The value and the words after it, in quotes. */
  quoted: string;
}

export interface YamlValues {
  /** Maps, lists and texts; undefined if the text is no YAML, or holds no map. */
  value?: Record<string, unknown>;
  cuts: Cut[];
  places: Places;
  problems: Problem[];
}

/** How many times a text is read anew with the mistakes of the last reading mended, so that they do not hide the next. */
const MOST_READINGS = 20;

/**
 * Reads a map of YAML 1.2. Every scalar is the text that was written, whatever YAML's own types would make of it; a key
 * without a value is left out. Lines are counted from the start of `source`.
 */
export function readYaml(file: string, source: string): YamlValues {
  const { text, root, problems, isReadable } = readTree(file, source);
  const asWritten = text === source ? undefined : columnsAsWritten(source, text);
  const places = asWritten ? withPlaces(placesIn(text, treeIn, root), asWritten) : placesIn(text, treeIn, root);
  const cuts: Cut[] = [];
  if (!isReadable) return { cuts, places, problems };

  const report = (offset: number, rule: string, message: string, hint?: string): void => {
    const found = positionsIn(text, 1)(offset);
    const position = asWritten?.(found) ?? found;
    problems.push({ file, position, rule, severity: 'error', message, ...(hint && { hint }) });
  };
  if (root === undefined) return { value: {}, cuts, places, problems };
  const value = toValue(root, [], { source: text, cuts, report });
  if (root.kind === 'map') return { value: value as Record<string, unknown>, cuts, places, problems };
  report(root.start, 'yaml-no-map', 'it must be lines of `key: value`');
  return { cuts, places, problems };
}

/** Where a place of the mended text stands in what was written: a line that was only indented anew has its words elsewhere. */
function columnsAsWritten(source: string, mended: string): (position: Position) => Position {
  const mendedLines = mended.split('\n');
  const shifts = new Map<number, number>();
  for (const [index, line] of source.split('\n').entries()) {
    const other = mendedLines[index] ?? '';
    if (line !== other && line.trimStart() === other.trimStart()) shifts.set(index + 1, line.length - other.length);
  }
  return ({ line, column }) => ({ line, column: column + (shifts.get(line) ?? 0) });
}

function withPlaces(places: Places, asWritten: (position: Position) => Position): Places {
  return {
    ...places,
    value: (path) => asWritten(places.value(path)),
    key: (path) => asWritten(places.key(path)),
    inText: (path, offset) => asWritten(places.inText(path, offset)),
  };
}

interface Tree {
  text: string;
  root: YamlNode | undefined;
  problems: Problem[];
  /** False where something is left that is no YAML. */
  isReadable: boolean;
}

function readTree(file: string, source: string): Tree {
  try {
    return readThoroughly(file, source);
  } catch (error) {
    // The parser calls itself for each step into what it takes for another level, and names no place where it gives up.
    if (!(error instanceof RangeError)) throw error;
    const problem: Problem = {
      file,
      position: { line: 1, column: 1 },
      rule: 'yaml-deep',
      severity: 'error',
      message: 'maps and lists stand too deep in each other to be read',
      hint: 'look for a bracket that is never closed',
    };
    return { text: '', root: undefined, problems: [problem], isReadable: false };
  }
}

/** Most texts are plain. The others are parsed, and again with the lines mended that were no YAML, until nothing can be mended. */
function readThoroughly(file: string, source: string): Tree {
  const plain = readPlainly(source, MOST_LEVELS);
  if (plain) return { text: source, root: plain.root, problems: [], isReadable: true };
  const problems: Problem[] = [];
  const mended = new Set<number>();
  let text = source;
  let parsed = parseYaml(text);
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const faults = syntaxFaults(file, text, parsed);
    if (faults.length === 0) return { text, root: treeOf(parsed), problems, isReadable: true };
    const fresh = faults.filter(({ line }) => !mended.has(line));
    problems.push(...fresh.map(({ problem }) => problem));
    const lines = text.split('\n');
    let isMended = true;
    for (const { line, repaired } of fresh) {
      if (repaired === undefined) isMended = false;
      if (!isMended) break;
      lines[line - 1] = repaired as string;
      mended.add(line);
    }
    if (!isMended || fresh.length < faults.length) break;
    text = lines.join('\n');
    parsed = parseYaml(text);
  }
  return { text, root: treeOf(parsed), problems, isReadable: false };
}

/** The tree of a text that was read before. */
function treeIn(text: string): YamlNode | undefined {
  const plain = readPlainly(text, MOST_LEVELS);
  return plain ? plain.root : treeOf(parseYaml(text));
}

interface Walk {
  source: string;
  cuts: Cut[];
  report(offset: number, rule: string, message: string, hint?: string): void;
}

/** The value one step further down: the one path of a walk grows and shrinks. */
function below(step: PropertyKey, node: YamlNode | null, path: PropertyKey[], walk: Walk): unknown {
  path.push(step);
  const value = toValue(node, path, walk);
  path.pop();
  return value;
}

function toValue(node: YamlNode | null, path: PropertyKey[], walk: Walk): unknown {
  if (node === null) return '';
  if (node.kind === 'alias') {
    const { written } = node;
    walk.report(
      node.start,
      'yaml-alias',
      `\`${written}\` is an alias to YAML, which is not read`,
      `write ${quote(written)}`,
    );
    return written;
  }
  const mark = node.isMarked ? reportMarks(node, walk) : '';
  if (path.length > MOST_LEVELS) {
    walk.report(node.start, 'yaml-deep', `maps and lists stand more than ${MOST_LEVELS} deep in each other`);
    return '';
  }
  switch (node.kind) {
    case 'text':
      // Where nothing follows the mark, it is the value: one mistake, and not a key that is absent besides.
      return textOf(node, path, walk) || mark;
    case 'list':
      return node.items.map((item, index) => below(index, item, path, walk));
    case 'map':
      return mapValues(node, path, walk);
  }
}

/** An anchor or a tag before a value: to an author, its first word, and returned as that. */
function reportMarks({ kind, start, end }: YamlNode, { source, report }: Walk): string {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const before = /(?:[!&]\S*[ \t]*)+$/.exec(source.slice(lineStart, start));
  const from = before ? lineStart + before.index : start;
  const [word = ''] = /^\S+/.exec(source.slice(from)) ?? [];
  const whole = source.slice(from, end);
  const what = word.startsWith('!') ? ['yaml-tag', 'a tag'] : ['yaml-alias', 'an anchor'];
  report(
    from,
    what[0] as string,
    `\`${word}\` is ${what[1]} to YAML, which is not read`,
    kind === 'text' && !whole.includes('\n') ? `write ${quote(whole)}` : 'take it away',
  );
  return word;
}

function mapValues({ pairs }: YamlMap, path: PropertyKey[], walk: Walk): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    if (key?.kind !== 'text') {
      walk.report(
        (key ?? value)?.start ?? 0,
        'yaml-key',
        'a key must be text',
        'put what stands before the colon in quotes',
      );
      continue;
    }
    const name = key.text;
    if (seen.has(name)) {
      walk.report(key.start, 'yaml-duplicate-key', `\`${name}\` stands here a second time`, 'leave one of the two');
      continue;
    }
    seen.add(name);
    if (name === '<<') {
      walk.report(key.start, 'yaml-alias', '`<<` merges maps in YAML, which is not read', 'write the keys out');
      continue;
    }
    const own = below(name, value, path, walk);
    const isAbsent = own === '' && (value === null || (value.kind === 'text' && value.style === 'plain'));
    if (isAbsent) continue;
    if (name !== '__proto__') values[name] = own;
    // A defined property is one of this map, whatever its name.
    else Object.defineProperty(values, name, { value: own, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

function textOf({ text, style, end }: YamlText, path: Path, walk: Walk): string {
  if (style === 'plain') {
    const rest = walk.source.slice(end, endOfLine(walk.source, end)).trimEnd();
    if (text !== '' && /^[ \t]+#/.test(rest)) walk.cuts.push({ path: [...path], quoted: quote(text + rest) });
    // A comment has a blank after its mark; the name of a channel or the number of a ticket has none.
    const [whole] = text === '' ? (/(?<=^[ \t]*)#[^\s#!].*$/.exec(rest) ?? []) : [];
    if (whole !== undefined) walk.cuts.push({ path: [...path], quoted: quote(whole), whole });
  }
  return text;
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}
