import type { Nodes, PhrasingContent } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Stands before a text so that nothing at its start begins a heading, a list, a table. What follows a bracket is read as
 * what follows a space: emphasis may begin there, and so may an address.
 */
const GUARD = '(';

/** The inline Markdown of a text, and the text that positions in it refer to. */
export interface InlineTree {
  nodes: PhrasingContent[];
  /** Where a node starts and ends in the text, in UTF-16 code units. */
  range(node: Nodes): [start: number, end: number];
}

/** Reads a text as one line of inline Markdown: code, emphasis, links. Whatever else Markdown knows stays text. */
export function parseInline(text: string): InlineTree {
  const line = text
    .replace(/[\n\r]/g, ' ')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
  const root = markdownToMdast(GUARD + line, { features: { frontmatter: false, gfm: { footnotes: false } } });
  const paragraph = root.type === 'root' ? root.children[0] : undefined;
  const nodes = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const range = (node: Nodes): [number, number] => {
    const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    return [Math.max(0, (start.offset ?? 0) - GUARD.length), Math.max(0, (end.offset ?? 0) - GUARD.length)];
  };
  const [first] = nodes;
  if (first?.type === 'text' && first.value.startsWith(GUARD)) first.value = first.value.slice(GUARD.length);
  return { nodes, range };
}
