import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { offsetsIn } from '../fixes/edits.ts';
import type { Position } from '../problem.ts';
import { toLines } from '../source-text.ts';
import type { Path } from '../yaml/places.ts';

/** The YAML of a file as it is. Offsets count in `source`, which has LF line ends. */
export interface YamlText {
  source: string;
  root: Node | null;
  /** What it says: maps, lists and texts. */
  values: unknown;
  /** Where in the file the body starts; its end where there is none. */
  bodyStart: number;
  /** The place in the file of an offset in `source`. */
  placeOf(offset: number): Position;
  /** The same as an offset in the file. */
  inFile(offset: number): number;
}

/** Opens the YAML of a file as it is: the front matter of a record, or the whole of a .yaml file. Undefined where it cannot be read. */
export function openYaml(raw: string, format: 'md' | 'mdx' | 'yaml'): YamlText | undefined {
  const text = toLines(raw);
  const source = format === 'yaml' ? text : frontMatterIn(text);
  if (source === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'silent',
  });
  const values = valuesOf(document);
  if (document.errors.length > 0 || values === undefined) return undefined;
  const offsetOf = offsetsIn(raw);
  const placeOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const closing = source.split('\n').length;
  const bodyStart = format === 'yaml' ? raw.length : offsetOf({ line: closing + 1, column: 1 });
  const inFile = (offset: number): number => offsetOf(placeOf(offset));
  return { source, root: document.contents, values, bodyStart, placeOf, inFile };
}

/** The front matter from the end of its first line on, so that lines counted in it are those of the file. */
function frontMatterIn(text: string): string | undefined {
  const [opening] = /^---[ \t]*(?=\n)/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const closing = /\n---[ \t]*(?:\n|$)/.exec(rest);
  return closing ? rest.slice(0, closing.index + 1) : undefined;
}

/** Aliases that multiply and maps within maps by the thousand have no values: the check has a rule against each. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

export type NodePair = Pair<Node, Node | null>;

/** The node at a path; undefined where there is none. */
export function yamlNode({ root }: Pick<YamlText, 'root'>, path: Path): Node | undefined {
  let node: Node | null | undefined = root;
  for (const step of path) {
    if (isMap(node)) node = pairOf(node, step)?.value;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step] as Node | undefined;
    else return undefined;
  }
  return node ?? undefined;
}

/** The pair of a map that has a key. */
export function pairOf({ items }: { items: unknown[] }, key: PropertyKey): NodePair | undefined {
  return (items as NodePair[]).find((pair) => isScalar(pair.key) && pair.key.value === key);
}
