import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isInline } from './body/html-names.ts';
import { endOf, startOf } from './body/tree.ts';
import type { Path, Places } from './yaml/places.ts';

/** A stretch of a text, in UTF-16 code units. */
interface Stretch {
  start: number;
  end: number;
}

/** `cairn-allow: reason` in a comment of .mdx or of .md. Without a reason it allows nothing. */
const IN_BODY = /^(?:\/\*|<!--)\s*cairn-allow:\s*(?!\*\/|-->)\S/;
const IN_YAML = /^\s*#\s*cairn-allow:\s*\S/;

type Block = Root | RootContent | ElementContent;

/**
 * What the comments `cairn-allow: reason` of a body speak of: where one stands by itself, the block after it (a paragraph, a
 * list, a table); inside of a paragraph, an item or a cell, that one.
 */
export function allowedInBody(root: Root, text: string): Stretch[] {
  if (!text.includes('cairn-allow')) return [];
  const allowed: Stretch[] = [];
  const walk = (node: Block, around: Block): void => {
    const children: readonly Block[] = 'children' in node ? node.children : [];
    for (const [index, child] of children.entries()) {
      if (!isAllowance(child)) {
        walk(child, isBlock(child) ? child : around);
        continue;
      }
      const next = children.slice(index + 1).find((each) => !(each.type === 'text' && each.value.trim() === ''));
      const block = holdsBlocks(node) ? next : around;
      if (block) allowed.push({ start: startOf(block), end: endOf(block) });
    }
  };
  walk(root, root);
  return allowed;
}

/** True if a line `# cairn-allow: reason` stands right above the value at `path`, or above what holds it. */
export function allowedInFront(text: string, places: Places, path: Path): boolean {
  if (!text.includes('cairn-allow')) return false;
  const lines = text.split('\n');
  return path.some((_, index) => {
    const { line } = places.key(path.slice(0, index + 1));
    for (let above = line - 2; /^\s*#/.test(lines[above] ?? ''); above -= 1) {
      if (IN_YAML.test(lines[above] ?? '')) return true;
    }
    return false;
  });
}

function isAllowance(node: Block): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'raw') {
    return IN_BODY.test(node.value.trim());
  }
  return false;
}

function holdsBlocks(node: Block): boolean {
  if (node.type === 'element') return CONTAINERS.has(node.tagName) && !node.children.some(isInlineNode);
  return node.type === 'root' || node.type === 'mdxJsxFlowElement';
}

const CONTAINERS = new Set(['blockquote', 'li', 'div', 'section', 'details']);

function isInlineNode(node: ElementContent): boolean {
  return (node.type === 'text' && node.value.trim() !== '') || (node.type === 'element' && isInline(node.tagName));
}

function isBlock(node: Block): node is Element {
  return node.type === 'element' && !isInline(node.tagName);
}
