import type { Position, Problem } from '../problem.ts';
import { inBrackets } from './brackets.ts';
import type { ParsedYaml } from './document.ts';
import type { YamlFault } from './fault.ts';
import { strayIndent, tabIndent } from './indentation.ts';
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
  const all = document.errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  // Once the parser has lost its way, each further word is news to it and to nobody else.
  const errors = all.filter(({ message }, index) => index === 0 || !/ token in YAML (?:stream|document)/.test(message));
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
    // The next line is compared with this one as it was meant.
    if (repaired !== undefined && problem.rule === 'yaml-tab') textLines[position.line - 1] = repaired;
  }
  return [...faults.values()];
}

function describe(code: string, message: string, position: Position, lines: string[]): YamlFault {
  const line = lines[position.line - 1] ?? '';
  const tab = tabIndent(position, lines);
  if (tab) return tab;
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
    badEscape(message, position, line) ??
    unclosedQuote(message, unclosed, lines, line) ??
    inBrackets(message, position, lines) ??
    cutAbove(message, position, lines) ??
    strayIndent(message, position, lines) ??
    misread(message, position, line)
  );
}

/** What may stand within a quote of either kind. */
const WITHIN: Readonly<Record<string, string>> = { "'": "(?:[^']|'')", '"': '(?:[^"\\\\]|\\\\.)' };

/** The parser notices far below that a quote was never closed; the author needs to know where it opened. */
function unclosedQuote(message: string, from: Position, lines: string[], at: string): YamlFault | undefined {
  const marks = message.startsWith('Missing closing') ? [message.includes("'quote") ? "'" : '"'] : ["'", '"'];
  for (const mark of marks.filter((one) => message.startsWith('Missing closing') || at.includes(one))) {
    const opening = new RegExp(`^(\\s*(?:- +)*(?:[\\w-]+:[ \\t]+)?(?:[\\[{].*[\\[{,: ])?)${mark}(${WITHIN[mark]}*)$`);
    for (let line = Math.min(from.line, lines.length); line > 0; line -= 1) {
      const [, lead, rest] = opening.exec(lines[line - 1] ?? '') ?? [];
      if (lead === undefined || rest === undefined) continue;
      // In a list in brackets, a second quote closes the first.
      if (lead.split(mark).length % 2 === 0) continue;
      const text = mark === "'" ? rest.trim().replaceAll("''", "'") : rest.trim();
      const isApostrophe = mark === "'" && /^\p{L}/u.test(text);
      return {
        position: { line, column: lead.length + 1 },
        rule: 'yaml-quote',
        message: `the quote ${mark} that opens here is not closed on its line`,
        hint: `write ${quote(text)}${isApostrophe ? `, or ${quote(mark + text)} if the mark is part of the text` : ''}`,
        repaired: lead + quote(text),
      };
    }
  }
  return undefined;
}

/** A backslash in double quotes begins an escape: a path or a pattern wants single ones. */
function badEscape(message: string, position: Position, line: string): YamlFault | undefined {
  const [, sequence] = /^Invalid escape sequence (\S+)/.exec(message) ?? [];
  if (sequence === undefined) return undefined;
  const before = line.slice(0, position.column - 1);
  const start = before.search(/"(?:[^"\\]|\\.)*$/);
  const [whole, inner] = start < 0 ? [] : (/^"((?:[^"\\]|\\.)*)"/.exec(line.slice(start)) ?? []);
  const fault = {
    position,
    rule: 'yaml-syntax',
    message: `YAML cannot read this: in double quotes a backslash begins an escape, and \`${sequence}\` is none`,
  };
  if (whole === undefined || inner === undefined) return { ...fault, hint: 'use single quotes' };
  const quoted = `'${inner.replaceAll('\\"', '"').replaceAll("'", "''")}'`;
  return {
    ...fault,
    hint: `write ${quoted}`,
    repaired: line.slice(0, start) + quoted + line.slice(start + whole.length),
  };
}

/** A text of several lines ends at a ` #`, and its next line is then none of YAML. */
function cutAbove(message: string, position: Position, lines: string[]): YamlFault | undefined {
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
const MISREADINGS: readonly [RegExp, string, 'quote' | 'space' | 'nothing'][] = [
  [/^Nested mappings are not allowed/, 'a second colon stands in this value', 'quote'],
  [/^Comments must be separated/, 'words follow where YAML ends the value', 'quote'],
  [/^Unexpected (?:,|empty item) in flow/, 'a comma stands here with nothing before it', 'nothing'],
  [/^Plain value cannot start with/, 'a value may not start with this character', 'quote'],
  [/^Unexpected scalar at node end/, 'words follow where YAML ends the value', 'quote'],
  [/^Not a YAML token/, 'a value that starts with > or | is a block of lines', 'quote'],
  [/^(?:Block scalar|Unexpected block|Unexpected flow)/, 'this character has a meaning here', 'quote'],
  [/^Missing directives-end/, 'a line that starts with % is a directive', 'nothing'],
  [/^Implicit keys need to be on a single line/, 'this is no line of `key: value`', 'space'],
  [/^Implicit map keys need to be followed/, 'this is no line of `key: value`', 'space'],
  [/^Flow (?:sequence|map)/, 'a list or map in brackets is not closed', 'nothing'],
];

function misread(message: string, position: Position, line: string): YamlFault {
  const isQuestion = message.startsWith('Nested mappings') && /^\?\s/.test(line.slice(position.column - 1));
  const [, what, way] = MISREADINGS.find(([pattern]) => pattern.test(isQuestion ? 'Unexpected block' : message)) ?? [];
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
    const [, lead, blank, value] = /^(\s*(?:- +)*[\w-]+:)([^\S \t]*)(\S.*)$/.exec(line) ?? [];
    if (lead === undefined || value === undefined) return description;
    return {
      ...description,
      hint: `put ${blank ? 'an ordinary' : 'a'} blank after the colon: ${lead.trim()} ${value}`,
      repaired: `${lead} ${value}`,
    };
  }
  return description;
}
