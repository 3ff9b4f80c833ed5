import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { markdownToHast } from 'satteri';

/** Parses a .md text. HTML in it stays raw: each node holds what stands on its lines, be it half of an element. */
export function parseMd(text: string): Root {
  return markdownToHast(text, { features: { frontmatter: false } }) as Root;
}

/** Makes elements of the raw HTML in a tree, as a browser would, together with the elements that Markdown made. */
export function parseHtml(tree: Root): Root {
  if (!holdsRaw(tree)) return tree;
  // The nodes passed through are shown by the page, and so are what stands in them.
  return raw(tree, { passThrough: ['picture', 'component'] }) as Root;
}

function holdsRaw(node: { type: string; children?: readonly { type: string }[] }): boolean {
  return node.type === 'raw' || (node.children?.some(holdsRaw) ?? false);
}
