import { isDeepStrictEqual } from 'node:util';
import { isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import { type Edit, lineEndOf, withEdits } from '../fixes/edits.ts';
import type { Path } from '../yaml/places.ts';
import { quote } from '../yaml/quote.ts';
import { type NodePair, openYaml, pairOf, type YamlText, yamlNode } from './yaml-text.ts';

/** One thing to change in the YAML of a file. `order` is that of the keys of the map in which a new key is to stand. */
export type YamlChange =
  | { set: Path; to: string; order?: readonly string[] }
  | { add: string; list: Path; order?: readonly string[] };

/**
 * The edits that make `changes` in the YAML of a file: a value is replaced in its own notation, a new key or item stands where
 * its neighbours do, every other character stays. Undefined where that cannot be done with certainty: the result is read
 * again, and must differ by the changes alone.
 */
export function yamlEdits(
  raw: string,
  format: 'md' | 'mdx' | 'yaml',
  changes: readonly YamlChange[],
): Edit[] | undefined {
  const yaml = openYaml(raw, format);
  if (!yaml) return undefined;
  const expected = structuredClone(yaml.values);
  const edits: Edit[] = [];
  for (const change of changes) {
    const found = 'set' in change ? setValue(yaml, change) : addItem(yaml, change);
    if (!found || !applyTo(expected, change)) return undefined;
    edits.push(...found.map((edit) => placedIn(raw, yaml, edit)));
  }
  const changed = openYaml(withEdits(raw, edits), format);
  return changed && isDeepStrictEqual(changed.values, expected) ? edits : undefined;
}

/** An edit of the source as one of the file, with the line end of the line it is made in. */
function placedIn(raw: string, { inFile }: YamlText, { start, end, text }: Edit): Edit {
  const from = inFile(start);
  const lineEnd = lineEndOf(/[\r\n]/.test(raw.slice(from)) ? raw.slice(from) : raw);
  return { start: from, end: inFile(end), text: text.replaceAll('\n', lineEnd) };
}

function applyTo(root: unknown, change: YamlChange): boolean {
  const path = 'set' in change ? change.set : change.list;
  let holder = root;
  for (const step of path.slice(0, -1)) holder = (holder as Record<PropertyKey, unknown> | undefined)?.[step];
  if (typeof holder !== 'object' || holder === null) return false;
  const values = holder as Record<PropertyKey, unknown>;
  const key = path.at(-1) as PropertyKey;
  if ('set' in change) values[key] = change.to;
  else if (!Array.isArray(values[key])) values[key] = [change.add];
  else if (!values[key].includes(change.add)) values[key].push(change.add);
  return true;
}

type Setting = Extract<YamlChange, { set: Path }>;
type Adding = Extract<YamlChange, { add: string }>;
type NodeMap = { items: unknown[]; flow?: boolean; range?: [number, number, number] | null };

function setValue(yaml: YamlText, { set, to, order = [] }: Setting): Edit[] | undefined {
  const holder = yamlNode(yaml, set.slice(0, -1));
  const key = set.at(-1) as PropertyKey;
  if (isSeq(holder)) return replaceScalar(yaml, holder.items[key as number] as Node | undefined, to);
  if (!isMap(holder)) return undefined;
  const pair = pairOf(holder, key);
  if (!pair) return insertPair(yaml, holder as NodeMap, String(key), written(to), order);
  return isEmpty(pair.value) ? fill(yaml, pair, written(to)) : replaceScalar(yaml, pair.value, to);
}

function addItem(yaml: YamlText, { add, list: path, order = [] }: Adding): Edit[] | undefined {
  const holder = yamlNode(yaml, path.slice(0, -1));
  if (!isMap(holder)) return undefined;
  const key = String(path.at(-1));
  const pair = pairOf(holder, key);
  if (!pair) return insertPair(yaml, holder as NodeMap, key, `[${written(add)}]`, order);
  const list = pair.value;
  if (isEmpty(list)) return fill(yaml, pair, `[${written(add)}]`);
  if (!isSeq(list) || !list.range) return undefined;
  if (list.items.some((item) => isScalar(item) && item.value === add)) return [];
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow) {
    if (!last) return [insertion(list.range[0] + 1, written(add))];
    return last.range ? [insertion(last.range[1], `, ${written(add)}`)] : undefined;
  }
  if (!last?.range) return undefined;
  const [, indent] = /^([ ]*)-[ \t]+$/.exec(yaml.source.slice(lineStart(yaml, last.range[0]), last.range[0])) ?? [];
  return indent === undefined ? undefined : [newLine(yaml, last, `${indent}- ${written(add)}`)];
}

/** A text as a plain value where nobody could take it for anything else, else in quotes. */
function written(text: string): string {
  return /^[A-Za-z0-9][\w-]*$/.test(text) ? text : quote(text);
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.type === 'PLAIN' && node.value === '');
}

/** Puts other words into a scalar, which keeps its notation. */
function replaceScalar({ source }: YamlText, node: Node | null | undefined, to: string): Edit[] | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const isPlain = written(to) === to;
  switch (node.type) {
    case 'QUOTE_SINGLE':
    case 'QUOTE_DOUBLE':
      return [isPlain ? { start: start + 1, end: end - 1, text: to } : { start, end, text: quote(to) }];
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL': {
      const words = String(node.value).trim();
      const at = source.indexOf(words, source.indexOf('\n', start));
      return words === '' || at < 0 || at >= end ? undefined : [{ start: at, end: at + words.length, text: to }];
    }
    default:
      return [{ start, end, text: written(to) }];
  }
}

/** Gives a key its value that has none. */
function fill({ source }: YamlText, { key }: NodePair, text: string): Edit[] | undefined {
  const [, end = 0] = key.range ?? [];
  const colon = /^[ \t]*:/.exec(source.slice(end));
  return colon ? [insertion(end + colon[0].length, ` ${text}`)] : undefined;
}

/** Puts a new key after the last of those that stand before it in `order`; before all others where there is none. */
function insertPair(
  yaml: YamlText,
  map: NodeMap,
  key: string,
  text: string,
  order: readonly string[],
): Edit[] | undefined {
  const pairs = map.items as NodePair[];
  const place = (pair: NodePair): number => (isScalar(pair.key) ? order.indexOf(String(pair.key.value)) : -1);
  const before = pairs
    .filter((pair) => place(pair) >= 0 && place(pair) < order.indexOf(key))
    .reduce<NodePair | undefined>((last, pair) => (last && place(last) > place(pair) ? last : pair), undefined);
  const first = pairs[0]?.key.range?.[0];
  if (map.flow) {
    if (before) return [insertion(before.value?.range?.[1] ?? before.key.range?.[1] ?? 0, `, ${key}: ${text}`)];
    if (first !== undefined) return [insertion(first, `${key}: ${text}, `)];
    return map.range ? [insertion(map.range[0] + 1, `${key}: ${text}`)] : undefined;
  }
  if (first === undefined) return undefined;
  const indent = yaml.source.slice(lineStart(yaml, first), first).replace(/[^ ]/g, ' ');
  if (before) return [newLine(yaml, before, `${indent}${key}: ${text}`)];
  return [insertion(first, `${key}: ${text}\n${indent}`)];
}

/** A line after the last one of a value or pair. */
function newLine({ source }: YamlText, after: Node | NodePair, line: string): Edit {
  const end = endOfContent(source, after);
  // What keeps its line ends ends at the head of a line.
  if (source[end - 1] === '\n') return insertion(end, `${line}\n`);
  const lineEnd = source.indexOf('\n', end);
  return insertion(lineEnd < 0 ? source.length : lineEnd, `\n${line}`);
}

/** Where the words of a value end, the comments after them aside. */
function endOfContent(source: string, of: Node | NodePair): number {
  if (isPair(of)) {
    const { key, value } = of as NodePair;
    return value?.range ? endOfContent(source, value) : (key.range?.[1] ?? 0);
  }
  const [start, end] = of.range ?? [0, 0];
  if ((isMap(of) || isSeq(of)) && !of.flow) {
    const last = of.items.at(-1) as Node | NodePair | undefined;
    return last ? endOfContent(source, last) : end;
  }
  if (!isScalar(of) || !/^BLOCK/.test(of.type ?? '')) return end;
  const [header = ''] = /^.*/.exec(source.slice(start)) ?? [];
  return /^[|>]\d?\+/.test(header) ? end : start + source.slice(start, end).trimEnd().length;
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function lineStart({ source }: YamlText, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}
