import type { Position } from '../problem.ts';
import type { YamlFault } from './fault.ts';
import { quote } from './quote.ts';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A list or map in brackets that is still open at some place: where the first of its brackets stands, and what would close it. */
interface Open extends Position {
  closing: string;
}

/** What is open before a place: of the value that the last line with a key or a dash above it starts. */
function openBefore({ line: last, column }: Position, lines: readonly string[]): Open | undefined {
  for (let number = last; number > 0; number -= 1) {
    const start = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)[[{]/.exec(lines[number - 1] ?? '');
    if (start) {
      const text = lines.slice(number - 1, last).join('\n');
      const end = text.length - ((lines[last - 1] ?? '').length - (column - 1));
      const closing = closingOf(text.slice((start[1] ?? '').length, end));
      if (closing !== '') return { line: number, column: (start[1] ?? '').length + 1, closing };
    }
    if (number < last && /^\S/.test(lines[number - 1] ?? '')) return undefined;
  }
  return undefined;
}

/** The brackets that would close a text, quotes and comments passed over. */
function closingOf(text: string): string {
  const closing: string[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=^|[\s[{,])#[^\n]*|[[\]{}]/g)) {
    if (CLOSING[token] !== undefined) closing.unshift(CLOSING[token]);
    else if (token === closing[0]) closing.shift();
  }
  return closing.join('');
}

/** What is wrong within brackets, where the parser stopped: a ` #` that takes the end along, a bracket or a comma that is not there. */
export function inBrackets(message: string, position: Position, lines: readonly string[]): YamlFault | undefined {
  const isUnclosed = /^(?:Flow (?:sequence|map)|Comments must be separated)/.test(message);
  const isMissingComma = /^(?:Block collections are not allowed within|Implicit keys|Missing ,)/.test(message);
  if (!isUnclosed && !isMissingComma) return undefined;
  const open = openBefore(position, lines);
  if (open === undefined) return undefined;
  if (!isUnclosed) return missingComma(position, lines[position.line - 1] ?? '');
  return cutWithin(open, position, lines) ?? unclosed(open, position, lines);
}

/** In a list in brackets, a ` #` takes the closing bracket along. */
function cutWithin(open: Open, { line: last }: Position, lines: readonly string[]): YamlFault | undefined {
  for (let number = last; number >= open.line; number -= 1) {
    const line = lines[number - 1] ?? '';
    const from = number === open.line ? open.column : 0;
    const cut = line.slice(from).search(/(?<=[\s[{,]|^)#/) + from;
    if (cut < from || !/[\]},]/.test(line.slice(cut))) continue;
    const marks = line.slice(from, cut).match(/["']/g) ?? [];
    if (marks.length % 2 === 1) continue;
    const before = Math.max(...['[', '{', ','].map((mark) => line.lastIndexOf(mark, cut - 1))) + 1;
    // Of a pair the value alone is meant.
    const start = before + (/^\s*[\w-]+:(?=\s)/.exec(line.slice(before, cut))?.[0].length ?? 0);
    const rest = /[,\]}]/.exec(line.slice(cut));
    const end = rest ? cut + rest.index : line.length;
    const value = line.slice(start, end).trim();
    // The next of them is told once this one is in quotes; what follows is judged as if all were.
    const others = line.slice(end).replace(/(?<=[\s[{,])#[^,\]}]*/g, (other) => quote(other.trim()));
    return {
      position: { line: number, column: cut + 1 },
      rule: 'yaml-cut-value',
      message: 'YAML reads the words after this ` #` as a comment, and the list is never closed',
      hint: `write ${quote(value)}`,
      repaired: `${line.slice(0, start)} ${quote(value)} ${others}`,
    };
  }
  return undefined;
}

function unclosed(open: Open, position: Position, lines: readonly string[]): YamlFault {
  const line = lines[open.line - 1] ?? '';
  const lead = line.slice(0, open.column - 1);
  const value = line.slice(open.column - 1).trimEnd();
  const isOnOneLine = lines
    .slice(open.line, Math.max(open.line, position.line - 1))
    .every((one) => one.trim() === '' || one.trimStart().startsWith('#'));
  const description = {
    position: { line: open.line, column: open.column },
    rule: 'yaml-syntax',
    message: `YAML cannot read this: the \`${value[0]}\` that opens here is never closed`,
  };
  if (!isOnOneLine) return { ...description, hint: `put \`${open.closing}\` behind the last of its values` };
  const closed = value + open.closing;
  if (/[\]}]$/.test(value)) return { ...description, hint: 'close its brackets in the reverse order of their opening' };
  // Words that merely begin with a bracket, as in a log line, are text.
  if (/-\s+$/.test(lead) && !/[,:]/.test(value)) {
    return {
      ...description,
      hint: `write ${quote(value)} if it is text, or else ${closed}`,
      repaired: lead + quote(value),
    };
  }
  return { ...description, hint: `write ${lead.trim()} ${closed}`, repaired: lead + closed };
}

function missingComma(position: Position, line: string): YamlFault {
  return {
    position,
    rule: 'yaml-syntax',
    message:
      'YAML cannot read this: in brackets, a comma is due after this value, or it holds a colon and needs quotes',
    hint: line.slice(position.column - 1).includes(':')
      ? 'put a comma between the two, or the whole value in quotes'
      : 'put a comma at the end of the line',
  };
}
