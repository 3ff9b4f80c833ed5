import type { Element } from 'hast';

/**
 * A table as a pipe table; undefined where it has no rows. A cell over several rows stands in each of them, as it is meant; one
 * over several columns is followed by empty ones. A table whose first column is its head (`<th>` in each row) has a head
 * without words, which readers take for pairs of label and value.
 */
export function tableText(table: Element, cellOf: (cell: Element) => string): string | undefined {
  const rows = rowsOf(table);
  const grid: string[][] = rows.map(() => []);
  const lineAt = (index: number): string[] => grid[index] ?? [];
  for (const [index, row] of rows.entries()) {
    const line = lineAt(index);
    let column = 0;
    for (const cell of row.children) {
      if (cell.type !== 'element') continue;
      while (line[column] !== undefined) column += 1;
      const text = cellOf(cell);
      const down = Math.min(spanOf(cell, 'rowSpan'), rows.length - index);
      for (let below = 0; below < down; below += 1) {
        const target = lineAt(index + below);
        target[column] = text;
        for (let aside = 1; aside < spanOf(cell, 'colSpan'); aside += 1) target[column + aside] = '';
      }
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  if (width === 0) return undefined;
  const isHead = rows[0]?.children.every((cell) => cell.type !== 'element' || isHeadCell(cell)) ?? false;
  const [head, body] = isHead ? [grid[0] ?? [], grid.slice(1)] : [[], grid];
  const lineOf = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  return [lineOf(head), `|${' --- |'.repeat(width)}`, ...body.map(lineOf)].join('\n');
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return child.children.some(({ type }) => type === 'element') ? [child] : [];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

/** `<th>`, or a cell that is bold and nothing else. */
function isHeadCell(cell: Element): boolean {
  if (cell.tagName === 'th') return true;
  const parts = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only, ...others] = parts;
  if (only?.type !== 'element' || others.length > 0) return false;
  return ['strong', 'b'].includes(only.tagName) || (only.tagName === 'p' && isHeadCell(only));
}

/** At most 1,000, as browsers have it. */
function spanOf(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, name === 'colSpan' ? 50 : 1000) : 1;
}
