import { type Line, linesOf, type Undress } from './lines.ts';

/** A file of AsciiDoc: headings are equals signs. Headings, attributes, lists, blocks of code and tables become Markdown's. */
export const fromAsciiDoc: Undress = (plain) => {
  const { lines } = plain;
  const headings = lines.filter(({ text, isCode }) => !isCode && /^={1,5}\s\S/.test(text));
  const isOther = lines.some(({ text, isCode }) => !isCode && /^#{1,6}\s\S/.test(text));
  if (headings.length < 2 || isOther) return plain;
  const left = [...plain.left];
  let table: { cells: string[]; rows: string[][]; from: number } | undefined;
  let isListing = false;
  const isFence = (text: string): boolean => /^\|===\s*$/.test(text);
  const lastFence = lines.findLastIndex(({ text }) => isFence(text));
  const result = lines.flatMap(({ text, from }, index): Line[] => {
    const line = (changed: string): Line[] => linesOf(changed).map((one) => ({ ...one, from }));
    if (/^(?:-{4,}|\.{4,})\s*$/.test(text)) {
      isListing = !isListing;
      return [{ text: '```', from, isCode: true }];
    }
    if (isListing) return [{ text, from, isCode: true }];
    // One that is never closed is no table.
    if (isFence(text) && (table || index < lastFence)) {
      if (!table) {
        table = { cells: [], rows: [], from };
        return [];
      }
      const { rows, cells } = table;
      table = undefined;
      return tableLines([...rows, cells], from);
    }
    if (table) {
      const found = text
        .split(/(?:^|\s+)\|/)
        .slice(1)
        .map((cell) => cell.trim());
      // A line with several cells is a row; cells on lines of their own are one until the next blank line.
      if (text.trim() === '' || found.length > 1) {
        if (table.cells.length > 0) table.rows.push(table.cells);
        table.cells = found;
      } else if (found.length === 1 || table.cells.length === 0)
        table.cells.push(...(found.length === 1 ? found : [text.trim()]));
      else table.cells[table.cells.length - 1] = `${table.cells.at(-1) ?? ''} ${text.trim()}`;
      return [];
    }
    const heading = /^(={1,5})\s+(.*)$/.exec(text);
    if (heading) return line(`${'#'.repeat((heading[1] ?? '').length)} ${heading[2]}`);
    const attribute = /^:([\w-]+):\s*(.*)$/.exec(text);
    if (attribute) {
      if (attribute[2] !== '') return line(`- ${attribute[1]}: ${attribute[2]}`);
      left.push({ line: from + 1, text, why: 'a mark of AsciiDoc' });
      return line('');
    }
    const item = /^(\*{1,5}|\.{1,5})\s+(.*)$/.exec(text);
    if (item) {
      const [, marks = '', words] = item;
      const indent = '  '.repeat(marks.length - 1);
      return line(`${marks.startsWith('*') ? indent : indent.repeat(2)}${marks.startsWith('*') ? '-' : '1.'} ${words}`);
    }
    const link = text.replace(/(?:link:)?(https?:\/\/[^\s[\]]+)\[([^\]]*)\]/g, (_, url, words) =>
      words === '' ? String(url) : `[${words}](${url})`,
    );
    return line(link);
  });
  return { lines: result, left };
};

function tableLines(rows: readonly (readonly string[])[], from: number): Line[] {
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return [];
  const line = (cells: readonly string[]): Line => ({
    text: `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`,
    from,
    isCode: false,
  });
  const [head = [], ...others] = filled;
  const blank = { text: '', from, isCode: false };
  return [blank, line(head), line(Array.from({ length: width }, () => '---')), ...others.map(line), blank];
}
