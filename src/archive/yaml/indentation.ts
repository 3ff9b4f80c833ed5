import type { Position } from '../problem.ts';
import type { YamlFault } from './fault.ts';

/** Where the first word of a line stands, and where the key does that stands behind its dash; undefined for nothing but a comment. */
function columnsOf(line: string): { indent: number; key?: number; opensBlock: boolean; isItem: boolean } | undefined {
  const [, blanks = '', dashes = '', rest = ''] = /^([ \t]*)((?:-[ \t]+)*)(.*)$/.exec(line) ?? [];
  if (dashes + rest === '' || rest.startsWith('#')) return undefined;
  const isItem = dashes !== '' || rest === '-';
  const words = rest.replace(/\s+#.*$/, '').trimEnd();
  return {
    indent: blanks.length,
    ...(isItem && /^[\w-]+:(?:\s|$)/.test(rest) && { key: blanks.length + dashes.length }),
    opensBlock: /:(?:\s+[|>][-+\d]*)?$/.test(words),
    isItem,
  };
}

/** The indentation that a line was most likely meant to have: that of the nearest line above which could be its neighbour. */
function likelyIndent(lines: readonly string[], number: number): number {
  const own = columnsOf(lines[number - 1] ?? '');
  const wanted = own?.indent ?? 0;
  let best: number | undefined;
  for (let above = number - 1; above > 0; above -= 1) {
    const columns = columnsOf(lines[above - 1] ?? '');
    if (columns === undefined) continue;
    const column = own?.isItem ? (columns.isItem ? columns.indent : undefined) : (columns.key ?? columns.indent);
    if (column !== undefined && (best === undefined || Math.abs(column - wanted) < Math.abs(best - wanted)))
      best = column;
    if (columns.indent === 0) break;
  }
  return best ?? 0;
}

/** A tab before the first word of a line: what follows is judged as if it stood where the line above has it. */
export function tabIndent(position: Position, lines: readonly string[]): YamlFault | undefined {
  const line = lines[position.line - 1] ?? '';
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  if (!indent.includes('\t') || position.column > indent.length + 1) return undefined;
  const above = lines.slice(0, position.line - 1).findLast((one) => columnsOf(one) !== undefined);
  const before = above === undefined ? undefined : columnsOf(above);
  const isItem = columnsOf(line)?.isItem ?? false;
  const column =
    before === undefined
      ? 0
      : before.opensBlock
        ? (before.key ?? before.indent) + 2
        : isItem
          ? before.indent
          : (before.key ?? before.indent);
  return {
    position,
    rule: 'yaml-tab',
    message: 'a tab indents this line, which YAML does not allow',
    hint: 'use spaces',
    repaired: ' '.repeat(column) + line.slice(indent.length),
  };
}

const STRAY =
  /^(?:Nested mappings|Implicit keys need to be on a single line|A block sequence may not|Sequence item without|All (?:mapping|collection|sequence) items must start)/;

/**
 * A line that is indented like none of those it could belong to. Where it stands deeper than the line above, YAML takes it for more
 * of the value there, and stumbles over its colon: the fault is that of the lower line and not, as the parser has it, of the upper.
 */
export function strayIndent(message: string, position: Position, lines: readonly string[]): YamlFault | undefined {
  if (!STRAY.test(message)) return undefined;
  const line = lines[position.line - 1] ?? '';
  if (/^(?:Nested|Implicit)/.test(message)) {
    // A colon or a question mark on the line itself is another matter.
    const value = line.slice(position.column - 1);
    if (/^\?\s|:(?:\s|$)/.test(value)) return undefined;
    const holder = columnsOf(line);
    if (holder === undefined) return undefined;
    for (let number = position.line + 1; number <= lines.length; number += 1) {
      const lower = lines[number - 1] ?? '';
      const columns = columnsOf(lower);
      if (columns === undefined) continue;
      if (columns.indent <= (holder.key ?? holder.indent) && columns.indent <= holder.indent) return undefined;
      if (/:(?:\s|$)/.test(lower)) return strayBelow(number, lines, lower);
    }
    return undefined;
  }
  return {
    ...strayLine(position.line, line),
    repaired: ' '.repeat(likelyIndent(lines, position.line)) + line.trimStart(),
  };
}

function strayBelow(number: number, lines: readonly string[], line: string): YamlFault {
  // A key of one lower-case word is one that slipped; anything else is more likely the text above, continued.
  if (/^\s*(?:- +)*[a-z][A-Za-z]*:(?:\s|$)/.test(line)) {
    return { ...strayLine(number, line), repaired: ' '.repeat(likelyIndent(lines, number)) + line.trimStart() };
  }
  return {
    position: { line: number, column: line.search(/:(?:\s|$)/) + 1 },
    rule: 'yaml-syntax',
    message: 'YAML cannot read this: the value above goes on here, and a colon stands in it',
    hint: 'put the whole text in quotes, or start it with `|-` on a line of its own',
    repaired: line.replaceAll(/:(?=\s|$)/g, '.'),
  };
}

function strayLine(number: number, line: string): YamlFault {
  return {
    position: { line: number, column: line.length - line.trimStart().length + 1 },
    rule: 'yaml-syntax',
    message: 'YAML cannot read this: this line is not indented like those it belongs to',
    hint: 'indent it with as many spaces as its neighbours',
  };
}
