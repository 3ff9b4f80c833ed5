import type { Element, ElementContent, Root, RootContent } from 'hast';
import { holdsWordsOnly } from './html-names.ts';

/** Old elements that GitHub keeps, and what they are called today. */
const RENAMED: Record<string, string> = { strike: 's', tt: 'code' };

/** Columns that fit a window of 360 px. */
const FEW = 3;

/** Gives a tree that is allowed the form that the page needs: readable by keyboard and screen reader, valid, without style. */
export function shapeElements(root: Root): void {
  let tables = 0;
  const shapeAll = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'component') return [{ ...node, children: shapeAll(node.children) }];
      if (node.type === 'element') return shape(node);
      return node.type === 'text' || node.type === 'picture' ? [node] : [];
    });
  const shape = (node: Element): ElementContent[] => {
    if (node.tagName === 'a' && typeof node.properties.dataWords === 'string') {
      return [{ type: 'text', value: node.properties.dataWords }];
    }
    const isTable = node.tagName === 'table';
    const number = isTable ? ++tables : 0;
    const shaped = withModernNames({ ...node, children: shapeAll(node.children) });
    if (holdsWordsOnly(shaped.tagName)) shaped.children = withoutParagraphs(shaped.children);
    if (shaped.tagName === 'p' && isEmpty(shaped)) return [];
    if (shaped.tagName === 'pre') shaped.properties = { ...shaped.properties, tabIndex: 0 };
    if (shaped.tagName === 'input') nameCheckbox(shaped);
    if (shaped.properties.id === 'footnote-label') shaped.properties.className = ['vh'];
    if (shaped.tagName === 'thead') nameColumns(shaped);
    return isTable ? [scrollBox(shaped, number)] : [shaped];
  };
  root.children = shapeAll(root.children) as RootContent[];
}

function withModernNames(node: Element): Element {
  const { align, ...properties } = node.properties;
  const tagName = RENAMED[node.tagName] ?? node.tagName;
  if (typeof align !== 'string' || !/^(?:left|center|right)$/i.test(align)) return { ...node, tagName, properties };
  return { ...node, tagName, properties: { ...properties, className: [`align-${align.toLowerCase()}`] } };
}

/** In MDX, words on a line of their own are a paragraph, also within `<p>` or `<summary>`, where none may stand. */
function withoutParagraphs(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));
}

function isEmpty(node: Element): boolean {
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '') && !node.properties.id;
}

function nameCheckbox(input: Element): void {
  input.properties.ariaLabel = input.properties.checked === true ? 'Done' : 'Not done';
}

function columnsOf(node: Element): number {
  const cells = node.children.filter((child) => child.type === 'element');
  if (node.tagName === 'tr') return cells.reduce((sum, { properties }) => sum + Number(properties.colSpan ?? 1), 0);
  return Math.max(0, ...cells.map(columnsOf));
}

function nameColumns(head: Element): void {
  for (const row of head.children) {
    if (row.type !== 'element') continue;
    for (const cell of row.children) {
      if (cell.type === 'element' && cell.tagName === 'th') cell.properties.scope ??= 'col';
    }
  }
}

/**
 * A wide table scrolls in a box of its own, which a keyboard can reach and a screen reader can name. One of few columns fits a
 * phone and wraps.
 */
function scrollBox(table: Element, number: number): Element {
  if (columnsOf(table) <= FEW) table.properties.className = ['fits'];
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['scroll'], tabIndex: 0, ariaLabel: `Table ${number}` },
    children: [table],
  };
}
