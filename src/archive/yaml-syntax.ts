import type { Position, Problem } from './problem.ts';
import type { ParsedYaml } from './yaml-places.ts';
import { quote } from './yaml-quote.ts';

/** What is wrong with a text as YAML, the first of each line: what follows on a line is mostly its consequence. */
export function syntaxProblems(file: string, source: string, { document, lines }: ParsedYaml): Problem[] {
  const errors = document.errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  // How deep the parser gets depends on the stack; the walk over its values names the place where it is too deep.
  if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return [];
  const textLines = source.split('\n');
  const seen = new Set<number>();
  return errors.flatMap((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const problem = describe(error.code, error.message, { line, column: col }, textLines);
    const place = problem.position?.line ?? line;
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ file, severity: 'error' as const, ...problem }];
  });
}

type Description = Omit<Problem, 'file' | 'severity'>;

function describe(code: string, message: string, position: Position, lines: string[]): Description {
  const text = lines[position.line - 1] ?? '';
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        position,
        rule: 'yaml-tab',
        message: 'a tab indents this line, which YAML does not allow',
        hint: 'use spaces',
      };
    case 'MULTIPLE_DOCS':
      return {
        position,
        rule: 'yaml-documents',
        message: 'a second YAML document starts here, and would be lost',
        hint: 'take the line `...` or `---` before it away',
      };
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return unclosedQuote(message.at(-6) ?? '"', position, lines);
      break;
    case 'DUPLICATE_KEY':
      break;
  }
  const cut = / #/.test(lines[position.line - 2] ?? '') && code === 'BAD_INDENT' ? position.line - 1 : position.line;
  const line = lines[cut - 1] ?? text;
  const at = cut === position.line ? position : { line: cut, column: line.indexOf(' #') + 2 };
  const quoted = quotedLine(line);
  return {
    position: at,
    rule: 'yaml-syntax',
    message: `YAML cannot read this: ${plainer(message)}`,
    ...(quoted && { hint: `if it is text, write ${quoted}` }),
  };
}

/** The parser notices at the end of the text that a quote was never closed; the author needs to know where it opened. */
function unclosedQuote(mark: string, end: Position, lines: string[]): Description {
  const opening = mark === "'" ? /(?:^|[:\-,[{]\s+|[[{,])(')(?!.*')/ : /(?:^|[:\-,[{]\s+|[[{,])(")(?!.*")/;
  for (let line = Math.min(end.line, lines.length); line > 0; line -= 1) {
    const text = lines[line - 1] ?? '';
    const found = opening.exec(text);
    if (!found) continue;
    const column = found.index + found[0].length;
    const rest = text.slice(column).trim();
    const message = `the quote ${mark} that opens here is never closed`;
    return { position: { line, column }, rule: 'yaml-quote', message, hint: `write ${quote(rest)}` };
  }
  return { position: end, rule: 'yaml-quote', message: `a quote ${mark} is never closed` };
}

/** A line with its value in quotes: what an author most likely meant. */
function quotedLine(line: string): string | undefined {
  const [, lead, value] = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(\S.*)$/.exec(line) ?? [];
  if (lead === undefined || value === undefined || lead.trim() === '') return undefined;
  return `${lead.trim()} ${quote(value.trim())}`;
}

function plainer(message: string): string {
  const known: [RegExp, string][] = [
    [/^Nested mappings are not allowed/, 'a second colon stands in a value'],
    [/^Implicit keys need to be on a single line/, 'a line that is no `key: value`'],
    [/^Implicit map keys need to be followed/, 'a line that is no `key: value`'],
    [/^Plain value cannot start with/, 'a value may not start with this character'],
    [/^Unexpected scalar at node end/, 'words follow where the value has ended'],
    [/^Flow (?:sequence|map) .*end with a (.)/, 'a list or map that is never closed'],
  ];
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? message.split('\n')[0] ?? message;
}
