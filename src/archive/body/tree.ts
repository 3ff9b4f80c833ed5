import type { ElementContent, ElementContentMap, Node, Root, RootContent } from 'hast';
// Their types add the nodes of raw HTML and MDX to those of hast.
import type {} from 'satteri';

/** A picture beside the file; `src` starts with `./` or `../`. */
export interface PictureNode extends Node {
  type: 'picture';
  src: string;
  alt: string;
  title?: string;
}

/** A component that a page renders. */
export interface ComponentNode extends Node {
  type: 'component';
  name: string;
  props: Record<string, string | true>;
  children: ElementContent[];
}

declare module 'hast' {
  interface ElementContentMap {
    picture: PictureNode;
    component: ComponentNode;
  }
  interface RootContentMap {
    picture: PictureNode;
    component: ComponentNode;
  }
}

/** A stretch of HTML as it stands in Markdown. */
export type Raw = ElementContentMap['raw'];

/** Where a node starts in the text, in UTF-16 code units; `otherwise` for nodes that the parser made up. */
export function startOf(node: Node, otherwise = 0): number {
  return node.position?.start.offset ?? otherwise;
}

/** Where a node ends in the text, in UTF-16 code units. */
export function endOf(node: Node, otherwise = 0): number {
  return node.position?.end.offset ?? otherwise;
}

/** Shows every node of a tree, each before what stands in it. A library for trees of any kind takes ten times as long. */
export function eachNode(
  tree: Root | RootContent | ElementContent,
  see: (node: Root | RootContent | ElementContent) => void,
): void {
  see(tree);
  if (!('children' in tree)) return;
  for (const child of tree.children) eachNode(child, see);
}
