import matter from 'gray-matter';
import type { Problem } from './problem.ts';
import { readYaml, type YamlValues } from './yaml-values.ts';

/** A file taken apart. */
export interface FrontMatter extends YamlValues {
  /** What follows the front matter, with LF line ends. */
  body: string;
  /** The line of the file on which `body` starts, counted from 1. */
  bodyLine: number;
}

/**
 * Takes a text with front matter apart. gray-matter splits it; every one of its engines is shut off but ours, as its own
 * evaluate JavaScript and read YAML 1.1. What it would misread (a language after `---`, a blank line before it, a line that
 * merely starts with `---`, no end) is a problem, and then there are no values.
 */
export function readFrontMatter(file: string, text: string, keys: readonly string[]): FrontMatter {
  const fault = openingFault(file, text);
  if (fault) return nothing(file, [fault]);

  let yaml: YamlValues | undefined;
  const refuse = (): never => {
    throw new Error('only YAML is read');
  };
  // gray-matter hands over the line end after `---` too: lines counted in its text are those of the file.
  const parse = (source: string): object => {
    yaml = readYaml(file, source);
    return {};
  };
  const split = matter(text, {
    language: 'yaml',
    engines: { yaml: { parse }, json: refuse, javascript: refuse, js: refuse, coffee: refuse, toml: refuse },
  });
  const block = split.matter;
  const closing = block.split('\n').length + 1 - (block.endsWith('\n') ? 1 : 0);
  const values = yaml ?? readYaml(file, block);
  const body = split.content;
  const bodyLine = text.split('\n').length - body.split('\n').length + 1;
  const early = closedEarly(file, text, body, bodyLine, keys);
  void closing;
  if (!early) return { ...values, body, bodyLine };
  return { ...nothing(file, [early]), places: values.places };
}

function nothing(file: string, problems: Problem[]): FrontMatter {
  return { ...readYaml(file, ''), value: undefined, problems, body: '', bodyLine: 1 };
}

function openingFault(file: string, text: string): Problem | undefined {
  const first = text.slice(0, indexOfLineEnd(text));
  const error = (rule: string, message: string, hint: string, position = { line: 1, column: 1 }): Problem => ({
    file,
    position,
    rule,
    severity: 'error',
    message,
    hint,
  });
  if (/^---[ \t]*$/.test(first)) {
    const lines = text.split('\n');
    if (lines.slice(1).some((line) => /^---/.test(line))) return undefined;
    const dots = lines.findIndex((line) => /^\.\.\.\s*$/.test(line));
    return error(
      'front-matter-unclosed',
      'the front matter that starts here is never closed, and would swallow the text',
      dots < 0 ? 'put a line `---` after its last key' : `write \`---\` in place of \`...\` on line ${dots + 1}`,
    );
  }
  if (/^---[ \t]*[A-Za-z]/.test(first)) {
    const language = first.slice(3).trim();
    return error(
      'front-matter-language',
      `front matter is YAML; \`${language}\` is not read`,
      'write `---` alone on the line',
      {
        line: 1,
        column: first.indexOf(language) + 1,
      },
    );
  }
  const late = /^\s*---[ \t]*$/m.exec(text);
  if (late && text.slice(0, late.index).trim() === '') {
    const line = text.slice(0, late.index + late[0].indexOf('---')).split('\n').length;
    return error(
      'front-matter-late',
      'something stands before the front matter, which is then not read',
      'let `---` be the first line',
      {
        line,
        column: late[0].length - late[0].trimStart().length + 1 - (late[0].lastIndexOf('\n') + 1),
      },
    );
  }
  return error(
    'front-matter-absent',
    'it has no front matter',
    'start the file with a line `---`, lines of `key: value`, and a line `---`',
  );
}

/** The line that ended the front matter, where it is not `---` alone, or where the keys go on after it. */
function closedEarly(
  file: string,
  text: string,
  body: string,
  bodyLine: number,
  keys: readonly string[],
): Problem | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line, at) => at > 0 && line.startsWith('---'));
  const closing = lines[index] ?? '';
  const problem = (hint: string): Problem => ({
    file,
    position: { line: index + 1, column: 1 },
    rule: 'front-matter-closed-early',
    severity: 'error',
    message: 'this line ends the front matter, and what follows it is read as text',
    hint,
  });
  if (!/^---[ \t]*$/.test(closing)) {
    return problem(
      'a line that starts with `---` must hold nothing else; indent it by two spaces if it is part of a value',
    );
  }
  void bodyLine;
  const [first = ''] = body.trimStart().split('\n', 1);
  const key = /^([A-Za-z]+):(?:\s|$)/.exec(first)?.[1];
  if (key && keys.includes(key) && /^---[ \t]*$/m.test(body))
    return problem('take it away, so that one `---` stands at the end');
  return undefined;
}

function indexOfLineEnd(text: string): number {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
}
