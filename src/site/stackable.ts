import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const ROLES: Record<string, string> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/**
 * The HTML of a table whose rows may be stacked: each cell names the head of its column in `data-head`, unless that head has the
 * class `unsaid`, and every part says its role, since some screen readers take no element for a table once it is laid out as
 * something else.
 */
export function stackable(html: string): string {
  const root = fromHtml(html, { fragment: true });
  visit(root, 'element', (table) => {
    if (table.tagName !== 'table') return;
    giveRoles(table);
    const heads = headsOf(table);
    for (const body of partsOf(table, ['tbody', 'tfoot'])) {
      for (const row of partsOf(body, ['tr'])) nameCells(row, heads);
    }
  });
  return toHtml(root);
}

function giveRoles(table: Element): void {
  visit(table, 'element', (node) => {
    if (node.tagName === 'svg') return 'skip';
    const role =
      node.tagName === 'th' ? (node.properties.scope === 'row' ? 'rowheader' : 'columnheader') : ROLES[node.tagName];
    if (role) node.properties.role = role;
    return undefined;
  });
}

/** What is said before a cell of each column; empty where nothing has to be. */
function headsOf(table: Element): string[] {
  const cells = partsOf(table, ['thead']).flatMap((head) =>
    partsOf(head, ['tr']).flatMap((row) => partsOf(row, ['th'])),
  );
  return cells.map((cell) => {
    const isUnsaid = [cell.properties.className ?? []].flat().includes('unsaid');
    return isUnsaid ? '' : textOf({ ...cell, children: cell.children.filter((child) => !isDrawing(child)) }).trim();
  });
}

function nameCells(row: Element, heads: readonly string[]): void {
  let column = 0;
  for (const cell of partsOf(row, ['th', 'td'])) {
    if (cell.tagName === 'td' && heads[column]) cell.properties.dataHead = heads[column];
    column += Number(cell.properties.colSpan ?? 1);
  }
}

function partsOf(parent: Element | Root, names: readonly string[]): Element[] {
  return (parent.children as ElementContent[]).filter(
    (child) => child.type === 'element' && names.includes(child.tagName),
  ) as Element[];
}

function isDrawing(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'svg';
}
