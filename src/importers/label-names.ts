import { type Document, type Node, plainWords } from './document.ts';

/** A few words before a colon, at the head of a line: `Beginn: …`. */
const LABEL = /^[\s>*_-]*(\p{L}[\p{L}\p{N} /-]{1,30}?)[*_]*\s*(?:::?|：)[*_]*\s*\S/u;

/** Every name that a text may use as the label of a fact: before a colon, or in the first of two columns. */
export function labelNames({ nodes, text }: Document): string[] {
  const names = (node: Node): string[] => {
    if (node.type === 'table')
      return node.children.slice(1).flatMap(({ children: [name, , ...more] }) => {
        const words = name && more.length === 0 ? plainWords(name).replace(/\s*[:：]$/, '') : '';
        return /^\p{L}.{1,30}$/u.test(words) ? [words] : [];
      });
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
      return node.children.flatMap(names);
    if (node.type !== 'paragraph') return [];
    return text
      .slice(node.start, node.end)
      .split('\n')
      .flatMap((line) => LABEL.exec(line)?.[1]?.trim() ?? []);
  };
  return nodes.flatMap(names);
}

/** The heads of the columns of tables that have more than two, or a time in them. */
export function columnNames({ nodes }: Document): string[] {
  return nodes.flatMap(({ type, children: [head] }) =>
    type === 'table' && head ? head.children.map(plainWords).filter((name) => /\p{L}/u.test(name)) : [],
  );
}
