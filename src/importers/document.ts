import { type MdastNode, markdownToMdast } from 'satteri';

/** A node of a Markdown tree with its place in the text, in UTF-16 code units. */
export interface Node {
  type: string;
  start: number;
  end: number;
  children: Node[];
  /** Text of a leaf. */
  value?: string;
  /** Of a heading. */
  depth?: number;
  /** Of an item of a list: its check box. */
  checked?: boolean;
  /** Of a list. */
  ordered?: boolean;
  /** Of links, pictures and definitions. */
  url?: string;
  title?: string;
  alt?: string;
  identifier?: string;
}

/** A heading and what stands under it, up to the next heading of any depth. */
export interface Section {
  /** Absent for what stands before the first heading. */
  heading?: Node;
  /** The words of the heading, markup taken off. */
  title: string;
  /** 1 to 6; 7 for a line that stands as a heading without being marked as one; 0 before the first. */
  depth: number;
  blocks: Node[];
  parent?: Section;
  children: Section[];
}

/** The body of one source file, parsed. */
export interface Document {
  text: string;
  nodes: Node[];
  /** In the order of the text. */
  sections: Section[];
}

/** Parses a body; `isHeading` says of a short line on its own whether it stands as a heading. Never throws. */
export function parseDocument(text: string, isHeading: (words: string) => boolean): Document {
  const nodes = parse(text);
  const isBoldHeading = boldHeadings(nodes, text, isHeading);
  const root: Section = { title: '', depth: 0, blocks: [], children: [] };
  const sections = [root];
  let current = root;
  for (const node of nodes) {
    const depth = headingDepth(node, text, isHeading) ?? (isBoldHeading(node) ? 7 : undefined);
    if (depth === undefined) {
      current.blocks.push(node);
      continue;
    }
    let parent: Section | undefined = current;
    while (parent && parent.depth >= depth) parent = parent.parent;
    current = { heading: node, title: plainWords(node), depth, blocks: [], children: [], ...(parent && { parent }) };
    parent?.children.push(current);
    sections.push(current);
  }
  return { text, nodes, sections };
}

function parse(text: string): Node[] {
  try {
    // The parser drops a byte order mark, and then counts one less than everybody else.
    const tree = markdownToMdast(text.replace(/^\uFEFF/, ' '), {
      features: { gfm: true, frontmatter: false },
    }) as MdastNode;
    return toNode(tree, text.length, 0).children;
  } catch {
    return [{ type: 'unparsed', start: 0, end: text.length, children: [] }];
  }
}

/** Deeper than any text is nested; a tree that goes on is cut off there, its text stays what it is. */
const MOST_LEVELS = 60;

function toNode(node: MdastNode, end: number, level: number): Node {
  const loose = node as unknown as Record<string, unknown> & {
    position?: { start: { offset?: number }; end: { offset?: number } };
    children?: MdastNode[];
  };
  const string = (key: string): object => (typeof loose[key] === 'string' ? { [key]: loose[key] } : {});
  return {
    type: node.type,
    start: loose.position?.start.offset ?? 0,
    end: loose.position?.end.offset ?? end,
    children: level < MOST_LEVELS ? (loose.children ?? []).map((child) => toNode(child, end, level + 1)) : [],
    ...string('value'),
    ...string('url'),
    ...string('title'),
    ...string('alt'),
    ...string('identifier'),
    ...(typeof loose.depth === 'number' && { depth: loose.depth }),
    ...(typeof loose.checked === 'boolean' && { checked: loose.checked }),
    ...(typeof loose.ordered === 'boolean' && { ordered: loose.ordered }),
  };
}

/** A heading's depth; a line in bold, or of known words, that stands alone counts as one below all others. */
function headingDepth(node: Node, text: string, isHeading: (words: string) => boolean): number | undefined {
  if (node.type === 'heading') return node.depth ?? 1;
  // `2. Timeline` alone on its line is a list of one to the parser.
  const [item, ...others] = node.type === 'list' && node.ordered ? node.children : [];
  if (item && others.length === 0 && item.children.length === 1) return isHeading(plainWords(item)) ? 7 : undefined;
  if (node.type !== 'paragraph' || node.end - node.start > 80) return undefined;
  const source = text.slice(node.start, node.end);
  if (source.includes('\n')) return undefined;
  return isHeading(plainWords(node)) ? 7 : undefined;
}

/** How many lines in bold must be headings of known words, so that all such lines are taken for headings. */
const ENOUGH_BOLD = 2;

/** Whether a text makes its headings of bold lines: then those of words nobody knows are headings too, and so is its first line. */
function boldHeadings(
  nodes: readonly Node[],
  text: string,
  isHeading: (words: string) => boolean,
): (node: Node) => boolean {
  const isBold = (node: Node): boolean =>
    node.type === 'paragraph' &&
    node.children.length === 1 &&
    node.children[0]?.type === 'strong' &&
    node.end - node.start <= 80 &&
    !text.slice(node.start, node.end).includes('\n');
  const isAny = nodes.filter((node) => isBold(node) && isHeading(plainWords(node))).length >= ENOUGH_BOLD;
  // `**Severity: high**` is a fact; only the first line may hold a colon and be a heading.
  return (node) => isAny && isBold(node) && (node === nodes[0] || !/:\s*\S/.test(plainWords(node)));
}

/** The words of a node without its markup. */
export function plainWords(node: Node): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value ?? '') ? ' ' : '';
  if (node.children.length === 0) return node.value ?? node.alt ?? '';
  return node.children.map(plainWords).join('').replace(/\s+/g, ' ').trim();
}

/** A section and all below it. */
export function withChildren(section: Section): Section[] {
  return [section, ...section.children.flatMap(withChildren)];
}

/** Where the section's own part ends: its last block, else its heading. */
export function endOfOwn(section: Section): number {
  return section.blocks.at(-1)?.end ?? section.heading?.end ?? 0;
}
