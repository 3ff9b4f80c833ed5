import { parseDocument } from './document.ts';
import { type AddressFate, inlineText } from './inline.ts';

/** A text as inline Markdown: paragraphs are joined, anything more is refused. */
export function inlineOf(text: string, fate: AddressFate): string | undefined {
  const document = parseDocument(text, () => false);
  const parts = document.nodes.map((node) =>
    node.type === 'paragraph' ? inlineText(document, node.children, fate)?.text : undefined,
  );
  if (parts.length > 0 && parts.every((part) => part !== undefined)) return parts.join(' ');
  if (/\n/.test(text.trim()) || document.nodes.length !== 1 || text.trim() === '') return undefined;
  // `# 3 of 5 failed` and `1. Deploy` are words here and no heading or list.
  const escaped = text
    .trim()
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([#>+*=|~`-])/, '\\$1');
  const again = parseDocument(escaped, () => false);
  const [only] = again.nodes;
  return again.nodes.length === 1 && only?.type === 'paragraph'
    ? inlineText(again, only.children, fate)?.text
    : undefined;
}
