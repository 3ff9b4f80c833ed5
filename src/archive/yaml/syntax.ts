import type { Position, Problem } from '../problem.ts';
import type { ParsedYaml } from './document.ts';
import { quote } from './quote.ts';

/** Something that is no YAML, on one line. */
export interface SyntaxFault {
  line: number;
  problem: Problem;
  /** The line as it was most likely meant: what follows can be judged as if it stood there. */
  repaired?: string;
}

/** What is wrong with a text as YAML, the first of each line: what else is wrong with a line is mostly its consequence. */
export function syntaxFaults(file: string, source: string, { document, lines }: ParsedYaml): SyntaxFault[] {
  const errors = document.errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  // How deep the parser gets depends on the stack; the walk over its values names the place where it is too deep.
  if (errors.length === 0 || errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return [];
  const textLines = source.split('\n');
  const faults = new Map<number, SyntaxFault>();
  for (const { code, message, pos } of errors) {
    const { line, col } = lines.linePos(pos[0]);
    const { position, repaired, ...described } = describe(code, message, { line, column: col }, textLines);
    if (faults.has(position.line)) continue;
    const problem: Problem = { file, position, severity: 'error', ...described };
    faults.set(position.line, { line: position.line, problem, ...(repaired !== undefined && { repaired }) });
  }
  return [...faults.values()];
}

type Description = Pick<Problem, 'rule' | 'message' | 'hint'> & { position: Position; repaired?: string };

function describe(code: string, message: string, position: Position, lines: string[]): Description {
  const line = lines[position.line - 1] ?? '';
  if (code === 'TAB_AS_INDENT') {
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    return {
      position,
      rule: 'yaml-tab',
      message: 'a tab indents this line, which YAML does not allow',
      hint: 'use spaces',
      repaired: indent.replaceAll('\t', '  ') + line.slice(indent.length),
    };
  }
  if (code === 'MULTIPLE_DOCS') {
    return {
      position,
      rule: 'yaml-documents',
      message: 'a second YAML document starts here, and would be lost',
      hint: 'take the line `...` or `---` before it away',
    };
  }
  const unclosed = message.startsWith('Missing closing') ? position : { ...position, line: position.line - 1 };
  return (
    unclosedQuote(message, unclosed, lines, line) ??
    cutInList(message, position, lines) ??
    cutAbove(message, position, lines) ??
    misread(message, position, line)
  );
}

/** The parser notices far below that a quote was never closed; the author needs to know where it opened. */
function unclosedQuote(message: string, from: Position, lines: string[], at: string): Description | undefined {
  const marks = message.startsWith('Missing closing') ? [message.includes("'quote") ? "'" : '"'] : ["'", '"'];
  for (const mark of marks.filter((one) => message.startsWith('Missing closing') || at.includes(one))) {
    const opening = new RegExp(`^(\\s*(?:- +)*(?:[\\w-]+:[ \\t]+)?(?:[\\[{].*[\\[{,: ])?)${mark}([^${mark}]*)$`);
    for (let line = Math.min(from.line, lines.length); line > 0; line -= 1) {
      const [, lead, rest] = opening.exec(lines[line - 1] ?? '') ?? [];
      if (lead === undefined || rest === undefined) continue;
      // In a list in brackets, a second quote closes the first.
      if (lead.split(mark).length % 2 === 0) continue;
      return {
        position: { line, column: lead.length + 1 },
        rule: 'yaml-quote',
        message: `the quote ${mark} that opens here is not closed on its line`,
        hint: `write ${quote(rest.trim())}`,
        repaired: lead + quote(rest.trim()),
      };
    }
  }
  return undefined;
}

/** In a list in brackets, a ` #` takes the closing bracket along. */
function cutInList(message: string, position: Position, lines: string[]): Description | undefined {
  if (!/^Flow (?:sequence|map)/.test(message)) return undefined;
  for (let number = position.line; number > 0; number -= 1) {
    const line = lines[number - 1] ?? '';
    const cut = line.search(/\s#/);
    if (cut >= 0) {
      const start = Math.max(line.lastIndexOf('[', cut), line.lastIndexOf('{', cut), line.lastIndexOf(',', cut)) + 1;
      const rest = /[,\]}]/.exec(line.slice(cut));
      const end = rest ? cut + rest.index : line.length;
      const value = line.slice(start, end).trim();
      return {
        position: { line: number, column: cut + 2 },
        rule: 'yaml-cut-value',
        message: 'YAML reads the words after this ` #` as a comment, and the list is never closed',
        hint: `write ${quote(value)}`,
        repaired: `${line.slice(0, start)} ${quote(value)}${line.slice(end)}`,
      };
    }
    if (/^\S/.test(line) && number < position.line) return undefined;
  }
  return undefined;
}

/** A text of several lines ends at a ` #`, and its next line is then none of YAML. */
function cutAbove(message: string, position: Position, lines: string[]): Description | undefined {
  const number = position.line - 1;
  const cut = /^\s*[^#\s].*?\s#/.exec(lines[number - 1] ?? '');
  if (!cut || !/^(?:All mapping|Implicit)/.test(message)) return undefined;
  return {
    position: { line: number, column: cut[0].length },
    rule: 'yaml-cut-value',
    message: 'YAML reads the words after this ` #` as a comment, and cannot read the next line',
    hint: 'put the whole text in quotes',
  };
}

/** What the parser says, in an author's words, and whether quotes are the way out. */
const MISREADINGS: readonly [RegExp, string, 'quote' | 'space' | 'indent' | 'nothing'][] = [
  [/^Nested mappings are not allowed/, 'a second colon stands in this value', 'quote'],
  [/^Plain value cannot start with/, 'a value may not start with this character', 'quote'],
  [/^Unexpected scalar at node end/, 'words follow where YAML ends the value', 'quote'],
  [/^Not a YAML token/, 'a value that starts with > or | is a block of lines', 'quote'],
  [/^(?:Block scalar|Unexpected block|Unexpected flow)/, 'this character has a meaning here', 'quote'],
  [/^Missing directives-end indicator/, 'a line that starts with % is a directive', 'nothing'],
  [/^Implicit keys need to be on a single line/, 'this is no line of `key: value`', 'space'],
  [/^Implicit map keys need to be followed/, 'this is no line of `key: value`', 'space'],
  [
    /^All (?:mapping|collection|sequence) items must start/,
    'this line is not indented like those it belongs to',
    'indent',
  ],
  [/^Flow (?:sequence|map)/, 'a list or map in brackets is not closed', 'nothing'],
];

function misread(message: string, position: Position, line: string): Description {
  const [, what, way] = MISREADINGS.find(([pattern]) => pattern.test(message)) ?? [];
  const description = {
    position,
    rule: 'yaml-syntax',
    message: `YAML cannot read this: ${what ?? message.split('\n')[0]}`,
  };
  if (way === 'quote') {
    const [, lead = '', value] = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(\S.*)$/.exec(line) ?? [];
    if (value === undefined || lead.trim() === '') return description;
    const quoted = quote(value.trim());
    return { ...description, hint: `write ${lead.trim()} ${quoted}`, repaired: lead + quoted };
  }
  if (way === 'space') {
    const [, lead, value] = /^(\s*(?:- +)*[\w-]+:)(\S.*)$/.exec(line) ?? [];
    if (lead === undefined || value === undefined) return description;
    return {
      ...description,
      hint: `put a blank after the colon: ${lead.trim()} ${value}`,
      repaired: `${lead} ${value}`,
    };
  }
  return way === 'indent' ? { ...description, hint: 'indent it with as many spaces as its neighbours' } : description;
}
