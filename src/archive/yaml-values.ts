import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Problem } from './problem.ts';
import { type ParsedYaml, type Path, type Places, placesIn } from './yaml-places.ts';
import { quote } from './yaml-quote.ts';
import { syntaxFaults } from './yaml-syntax.ts';

/** How deep maps and lists may stand in each other. */
const MOST_LEVELS = 50;

/** A plain value that ends at a ` #`: the words after it are a comment to YAML. */
export interface Cut {
  path: Path;
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
  const { text, parsed, problems, isReadable } = parseMending(file, source);
  const places = placesIn(text, parse, parsed);
  const cuts: Cut[] = [];
  if (!isReadable) return { cuts, places, problems };

  const report = (offset: number, rule: string, message: string, hint?: string): void => {
    const { line, col } = parsed.lines.linePos(offset);
    const position = { line, column: col };
    problems.push({ file, position, rule, severity: 'error', message, ...(hint && { hint }) });
  };
  const root = parsed.document.contents;
  if (root === null) return { value: {}, cuts, places, problems };
  const value = toValue(root, [], { source: text, cuts, report });
  if (isMap(root)) return { value: value as Record<string, unknown>, cuts, places, problems };
  report(root.range[0], 'yaml-no-map', 'it must be lines of `key: value`');
  return { cuts, places, problems };
}

/** Parses, and parses again with the lines mended that were no YAML, until nothing or nothing that can be mended is left. */
function parseMending(
  file: string,
  source: string,
): { text: string; parsed: ParsedYaml; problems: Problem[]; isReadable: boolean } {
  const problems: Problem[] = [];
  const mended = new Set<number>();
  let text = source;
  let parsed = parse(text);
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const faults = syntaxFaults(file, text, parsed);
    if (faults.length === 0) return { text, parsed, problems, isReadable: true };
    const fresh = faults.filter(({ line }) => !mended.has(line));
    problems.push(...fresh.map(({ problem }) => problem));
    const lines = text.split('\n');
    for (const { line, repaired } of fresh) {
      if (repaired === undefined) return { text, parsed, problems, isReadable: false };
      lines[line - 1] = repaired;
      mended.add(line);
    }
    if (fresh.length < faults.length) break;
    text = lines.join('\n');
    parsed = parse(text);
  }
  return { text, parsed, problems, isReadable: false };
}

function parse(source: string): ParsedYaml {
  const lines = new LineCounter();
  // `failsafe` leaves every scalar the text it is. Unique keys are looked after below: the library compares each with all.
  const document = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  return { document, lines };
}

interface Walk {
  source: string;
  cuts: Cut[];
  report(offset: number, rule: string, message: string, hint?: string): void;
}

function toValue(node: Node | null, path: Path, walk: Walk): unknown {
  if (node === null) return '';
  const start = node.range?.[0] ?? 0;
  if (isAlias(node)) {
    const written = `*${node.source}`;
    walk.report(
      start,
      'yaml-alias',
      `\`${written}\` is an alias to YAML, which is not read`,
      `write ${quote(written)}`,
    );
    return written;
  }
  if (('anchor' in node && node.anchor) || node.tag) reportProperties(node, walk);
  if (path.length > MOST_LEVELS) {
    walk.report(start, 'yaml-deep', `maps and lists stand more than ${MOST_LEVELS} deep in each other`);
    return '';
  }
  if (isScalar(node)) return scalarText(node, path, walk);
  if (isSeq(node)) return node.items.map((item, index) => toValue(item as Node | null, [...path, index], walk));
  if (isMap(node)) return mapValues(node.items as { key: Node | null; value: Node | null }[], path, walk);
  return '';
}

/** An anchor or a tag before a value: to an author, its first word. */
function reportProperties(node: Node, { source, report }: Walk): void {
  const [start, end] = node.range ?? [0, 0];
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
    isScalar(node) && !whole.includes('\n') ? `write ${quote(whole)}` : 'take it away',
  );
}

function mapValues(pairs: { key: Node | null; value: Node | null }[], path: Path, walk: Walk): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    if (!isScalar(key)) {
      walk.report(
        (key ?? value)?.range?.[0] ?? 0,
        'yaml-key',
        'a key must be text',
        'put what stands before the colon in quotes',
      );
      continue;
    }
    const name = String(key.value);
    const at = key.range?.[0] ?? 0;
    if (seen.has(name)) {
      walk.report(at, 'yaml-duplicate-key', `\`${name}\` stands here a second time`, 'leave one of the two');
      continue;
    }
    seen.add(name);
    if (name === '<<') {
      walk.report(at, 'yaml-alias', '`<<` merges maps in YAML, which is not read', 'write the keys out');
      continue;
    }
    const own = toValue(value, [...path, name], walk);
    const isAbsent = own === '' && (value === null || (isScalar(value) && value.type === 'PLAIN'));
    // A defined property is one of this map, whatever its name: `__proto__` included.
    if (!isAbsent)
      Object.defineProperty(values, name, { value: own, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

function scalarText(node: Scalar, path: Path, walk: Walk): string {
  const text = String(node.value ?? '');
  if (node.type === 'PLAIN' && node.range && text !== '') {
    const rest = walk.source.slice(node.range[1], endOfLine(walk.source, node.range[1]));
    if (/^[ \t]+#/.test(rest)) walk.cuts.push({ path, quoted: quote(text + rest.trimEnd()) });
  }
  return text;
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}
