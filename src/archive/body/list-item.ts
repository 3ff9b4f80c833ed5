import type { Element, ElementContent } from 'hast';
import { endOf, startOf } from './tree.ts';

/** The words of a list item as one line of Markdown, and where each of them comes from. */
export interface ItemText {
  text: string;
  /** The offset in the source of an offset in `text`. */
  placeOf(offset: number): number;
}

const INLINE_MARKDOWN = new Set(['em', 'strong', 'del', 'code', 'a', 'br']);

/**
 * The Markdown of an item that holds one paragraph of words and nothing else; undefined for any other, such as one with
 * further items, code, pictures or HTML in it.
 */
export function readItem(item: Element, source: string): ItemText | undefined {
  const content = item.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  const [only] = content;
  const words = content.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : content;
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || !words.every(isInlineMarkdown)) return undefined;
  const pieces = new Pieces(source);
  pieces.copy(startOf(first), endOf(last), referencesIn(words, source));
  return { text: pieces.text, placeOf: (offset) => pieces.placeOf(offset) };
}

function isInlineMarkdown(node: ElementContent): boolean {
  if (node.type === 'text') return true;
  if (node.type !== 'element' || !INLINE_MARKDOWN.has(node.tagName) || !node.position) return false;
  return node.children.every(isInlineMarkdown);
}

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Links whose address stands elsewhere in the file (`[words][1]`), written out: the item has to stand without it. */
function referencesIn(nodes: readonly ElementContent[], source: string): Replacement[] {
  return nodes.flatMap((node): Replacement[] => {
    if (node.type !== 'element') return [];
    const written = source.slice(startOf(node), endOf(node));
    if (node.tagName !== 'a' || !/^\[[\s\S]*\]$/.test(written)) return referencesIn(node.children, source);
    const words = source.slice(startOf(node.children[0] ?? node), endOf(node.children.at(-1) ?? node));
    return [{ start: startOf(node), end: endOf(node), text: `[${words}](<${String(node.properties.href ?? '')}>)` }];
  });
}

/** Text put together from pieces of another, remembering where they come from. */
class Pieces {
  readonly #source: string;
  readonly #starts: { from: number; source: number }[] = [];
  text = '';

  constructor(source: string) {
    this.#source = source;
  }

  copy(start: number, end: number, replacements: readonly Replacement[]): void {
    let at = start;
    for (const replacement of replacements) {
      this.#copyLines(at, replacement.start);
      this.#add(replacement.text.replace(/\s*\n\s*/g, ' '), replacement.start);
      at = replacement.end;
    }
    this.#copyLines(at, end);
  }

  placeOf(offset: number): number {
    const piece = this.#starts.findLast(({ from }) => from <= offset);
    return piece ? piece.source + offset - piece.from : 0;
  }

  /** A line of its own becomes a space, and so does what indents it. */
  #copyLines(start: number, end: number): void {
    let at = start;
    for (const end_ of this.#source.slice(start, end).matchAll(/[ \t]*\\?\n[ \t]*/g)) {
      const lineEnd = start + end_.index;
      this.#add(this.#source.slice(at, lineEnd), at);
      this.#add(' ', lineEnd);
      at = lineEnd + end_[0].length;
    }
    this.#add(this.#source.slice(at, end), at);
  }

  #add(text: string, source: number): void {
    this.#starts.push({ from: this.text.length, source });
    this.text += text;
  }
}
