import type { Document, Node } from './document.ts';
import { type AddressFate, type InlineText, inlineText } from './inline.ts';

/** True for a paragraph that is one link. */
export function isBareLink(block: Node): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.length === 1 &&
    ['link', 'linkReference'].includes(block.children[0]?.type ?? '')
  );
}

/** A paragraph or a flat list as one text: its items joined by semicolons. */
export function blockText(block: Node, document: Document, fate: AddressFate): InlineText | undefined {
  if (block.type === 'paragraph') return inlineText(document, block.children, fate);
  if (block.type !== 'list') return undefined;
  const items = block.children.map((item) => itemText(item, document, fate));
  if (items.some((item) => item === undefined)) return undefined;
  const texts = items as InlineText[];
  return { text: texts.map(({ text }) => text).join('; '), dropped: texts.flatMap(({ dropped }) => dropped) };
}

/** An item of a list that is one paragraph, or one with flat lists below it. */
export function itemText(item: Node, document: Document, fate: AddressFate): InlineText | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const own = inlineText(document, first.children, fate);
  if (!own) return undefined;
  const below = others.map((block) => (block.type === 'list' ? blockText(block, document, fate) : undefined));
  if (below.some((text) => text === undefined)) return undefined;
  const texts = below as InlineText[];
  const joined = texts.map(({ text }) => text).join('; ');
  const link = /[.:;!?]$/.test(own.text) ? ' ' : ': ';
  return {
    text: joined === '' ? own.text : `${own.text}${link}${joined}`,
    dropped: [...own.dropped, ...texts.flatMap(({ dropped }) => dropped)],
  };
}
