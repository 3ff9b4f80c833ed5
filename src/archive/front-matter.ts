import matter from 'gray-matter';
import type { Position, Problem } from './problem.ts';
import { readYaml, type YamlValues } from './yaml/values.ts';

/** A file taken apart. */
export interface FrontMatter extends YamlValues {
  /** What follows the front matter. */
  body: string;
  /** The line of the file on which `body` starts, counted from 1. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/**
 * Takes a text apart into front matter and body. gray-matter splits it, with every one of its engines shut off but ours: its
 * own evaluate JavaScript and read YAML 1.1. What it would misread is a problem, and then there are no values: a language
 * after `---`, something before it, a line that merely starts with `---`, no end, an end in the midst of the keys (`keys`
 * are those that may stand there).
 */
export function readFrontMatter(file: string, text: string, keys: readonly string[]): FrontMatter {
  const lines = text.split('\n');
  const fault = openingFault(lines);
  if (fault) {
    return { ...readYaml(file, ''), value: undefined, problems: [problem(file, fault)], body: '', bodyLine: 1 };
  }

  let yaml: YamlValues | undefined;
  const refuse = (): never => {
    throw new Error('only YAML is read');
  };
  const { content: body } = matter(text, {
    language: 'yaml',
    engines: {
      yaml: {
        // The line end after `---` is handed over too: lines counted in the source are those of the file.
        parse: (source: string) => {
          yaml = readYaml(file, source);
          return {};
        },
      },
      json: refuse,
      javascript: refuse,
      js: refuse,
      coffee: refuse,
      toml: refuse,
    },
  });
  // Without a key in it, the front matter is handed to no engine.
  const values = yaml ?? readYaml(file, '');
  const bodyLine = lines.length - body.split('\n').length + 1;
  const early = closingFault(lines, body, keys, values.problems);
  if (!early) return { ...values, body, bodyLine };
  const problems = early.isRead ? [...values.problems, problem(file, early)] : [problem(file, early)];
  return { ...values, value: undefined, problems, body: '', bodyLine };
}

interface FenceFault {
  position: Position;
  rule: string;
  message: string;
  hint: string;
}

function problem(file: string, { position, rule, message, hint }: FenceFault): Problem {
  return { file, position, rule, severity: 'error', message, hint };
}

/** What is wrong with the start of the front matter, or with its lack of an end. */
function openingFault(lines: readonly string[]): FenceFault | undefined {
  const [first = ''] = lines;
  if (FENCE.test(first)) {
    if (lines.some((line, index) => index > 0 && line.startsWith('---'))) return undefined;
    const dots = lines.findIndex((line) => /^\.\.\.\s*$/.test(line));
    return {
      position: { line: 1, column: 1 },
      rule: 'front-matter-unclosed',
      message: 'the front matter that starts here is never closed, and would swallow the text',
      hint: dots < 0 ? 'put a line `---` after its last key' : `write \`---\` in place of \`...\` on line ${dots + 1}`,
    };
  }
  const language = /^---[ \t]*([^\s-].*)$/.exec(first)?.[1];
  if (language !== undefined) {
    return {
      position: { line: 1, column: first.indexOf(language) + 1 },
      rule: 'front-matter-language',
      message: `front matter is YAML between two lines \`---\`; \`${language.trim()}\` is not read`,
      hint: 'write `---` alone on the line',
    };
  }
  const start = lines.findIndex((line) => line.trim() !== '');
  const line = lines[start] ?? '';
  if (FENCE.test(line.trimStart())) {
    return {
      position: { line: start + 1, column: line.length - line.trimStart().length + 1 },
      rule: 'front-matter-late',
      message: 'a blank stands before the front matter, which is then not read',
      hint: 'let `---` be the first characters of the file',
    };
  }
  return {
    position: { line: 1, column: 1 },
    rule: 'front-matter-absent',
    message: 'it has no front matter',
    hint: 'start the file with a line `---`, lines of `key: value`, and a line `---`',
  };
}

/** The line that ended the front matter, where it was hardly meant to. */
function closingFault(
  lines: readonly string[],
  body: string,
  keys: readonly string[],
  problems: readonly Problem[],
): (FenceFault & { isRead: boolean }) | undefined {
  const index = lines.findIndex((line, at) => at > 0 && line.startsWith('---'));
  const fault = (isRead: boolean, hint: string): FenceFault & { isRead: boolean } => ({
    position: { line: index + 1, column: 1 },
    rule: 'front-matter-closed-early',
    message: 'this line ends the front matter, and what follows it is read as text',
    hint,
    isRead,
  });
  if (!FENCE.test(lines[index] ?? '')) {
    return fault(false, 'a line that starts with `---` holds nothing else; indent it if it is part of a value');
  }
  if (!/^---[ \t]*$/m.test(body)) return undefined;
  const key = /^\s*([A-Za-z]+):(?:\s|$)/.exec(body)?.[1];
  if (key && keys.includes(key)) return fault(false, 'take it away, so that one line `---` stands after the last key');
  const isInQuotes = problems.some(({ rule }) => rule === 'yaml-quote');
  return isInQuotes ? fault(true, 'indent it if it is part of the quoted value') : undefined;
}
