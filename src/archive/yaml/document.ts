import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from 'yaml';
import type { TextStyle, YamlNode } from './tree.ts';

/** A text as the thorough parser reads it: slowly, with every mistake at its place. */
export interface ParsedYaml {
  document: Document.Parsed;
  lines: LineCounter;
}

/** Parses a text of YAML thoroughly. */
export function parseYaml(source: string): ParsedYaml {
  const lines = new LineCounter();
  // `failsafe` leaves every scalar the text it is. Unique keys are looked after elsewhere: the library compares each with all.
  const document = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  return { document, lines };
}

const STYLES: Record<string, TextStyle> = {
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

/** What a document holds; undefined for nothing but comments. */
export function treeOf({ document }: ParsedYaml): YamlNode | undefined {
  return toTree(document.contents) ?? undefined;
}

function toTree(node: Node | null): YamlNode | null {
  if (node === null) return null;
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return { kind: 'alias', start, end, written: `*${node.source}` };
  const stretch = { start, end, ...((('anchor' in node && node.anchor) || node.tag) && { isMarked: true as const }) };
  if (isSeq(node)) return { ...stretch, kind: 'list', items: node.items.map((item) => toTree(item as Node | null)) };
  if (isMap(node)) {
    const pairs = node.items as { key: Node | null; value: Node | null }[];
    return {
      ...stretch,
      kind: 'map',
      pairs: pairs.map(({ key, value }) => ({ key: toTree(key), value: toTree(value) })),
    };
  }
  const text = isScalar(node) ? String(node.value ?? '') : '';
  return { ...stretch, kind: 'text', style: STYLES[(node as Scalar).type ?? ''] ?? 'plain', text };
}
