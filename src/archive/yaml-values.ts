import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Problem } from './problem.ts';
import { type ParsedYaml, type Path, type Places, placesIn } from './yaml-places.ts';
import { quote } from './yaml-quote.ts';
import { syntaxProblems } from './yaml-syntax.ts';

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

/**
 * Reads a map of YAML 1.2. Every scalar is the text that was written, whatever YAML's own types would make of it; a key
 * without a value is left out. `source` starts on line `line` of `file`.
 */
export function readYaml(file: string, source: string): YamlValues {
  const parsed = parse(source);
  const places = placesIn(source, parse, parsed);
  const cuts: Cut[] = [];
  const problems = syntaxProblems(file, source, parsed);
  const isBroken = problems.length > 0;
  const root = parsed.document.contents;
  if (isBroken && !problems.every(({ rule }) => rule === 'yaml-deep')) return { cuts, places, problems };

  const report = (node: Node | null | undefined, rule: string, message: string, hint?: string): void => {
    const { line, col } = parsed.lines.linePos(node?.range?.[0] ?? 0);
    const position = { line, column: col };
    problems.push({ file, position, rule, severity: 'error', message, ...(hint && { hint }) });
  };
  const value = toValue(root, [], { source, cuts, report });
  if (root !== null && !isMap(root)) {
    report(root, 'yaml-no-map', 'it must be lines of `key: value`');
    return { cuts, places, problems };
  }
  return { value: (value ?? {}) as Record<string, unknown>, cuts, places, problems };
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
  report(node: Node | null | undefined, rule: string, message: string, hint?: string): void;
}

function toValue(node: Node | null, path: Path, walk: Walk): unknown {
  if (node === null) return '';
  if (isAlias(node)) {
    const written = `*${node.source}`;
    walk.report(node, 'yaml-alias', `\`${written}\` is an alias to YAML, which is not read`, `write ${quote(written)}`);
    return written;
  }
  if ('anchor' in node && node.anchor) {
    const written = `&${node.anchor}`;
    walk.report(node, 'yaml-alias', `\`${written}\` is an anchor to YAML, which is not read`, 'put the text in quotes');
  }
  if (node.tag)
    walk.report(node, 'yaml-tag', `\`${node.tag}\` is a tag to YAML, which is not read`, 'put the text in quotes');
  if (path.length > MOST_LEVELS) {
    walk.report(node, 'yaml-deep', `maps and lists stand more than ${MOST_LEVELS} deep in each other`);
    return '';
  }
  if (isScalar(node)) return scalarText(node, path, walk);
  if (isSeq(node)) return node.items.map((item, index) => toValue(item as Node | null, [...path, index], walk));
  if (isMap(node)) return mapValues(node.items as { key: Node | null; value: Node | null }[], path, walk);
  return '';
}

function mapValues(pairs: { key: Node | null; value: Node | null }[], path: Path, walk: Walk): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    if (!isScalar(key)) {
      walk.report(key ?? value, 'yaml-key', 'a key must be text', 'put what stands before the colon in quotes');
      continue;
    }
    const name = String(key.value);
    if (seen.has(name)) {
      walk.report(key, 'yaml-duplicate-key', `\`${name}\` stands here a second time`, 'leave one of the two');
      continue;
    }
    seen.add(name);
    if (name === '<<') {
      walk.report(key, 'yaml-alias', '`<<` merges maps in YAML, which is not read', 'write the keys out');
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
