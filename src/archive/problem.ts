/** A place in a file: line and column count from 1, columns in UTF-16 code units as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** An error keeps the archive from being built; a hint is advice. */
export type ProblemSeverity = 'error' | 'hint';

/** One thing that is wrong in one file. Problems are values: they are gathered, sorted and printed at the edge. */
export interface Problem {
  /** Path below the content folder, with `/`. */
  file: string;
  /** Where in the file; absent where a problem has no place in it (an empty file, a wrong folder). Never a made-up 1:1. */
  position?: Position;
  /** The rule that was broken, in kebab-case: stable, documented, one page each. */
  rule: string;
  severity: ProblemSeverity;
  /** What is wrong and what was expected, in one sentence without a full stop. */
  message: string;
  /** The nearest way out, ready to type where possible. */
  hint?: string;
}

/** What is wrong, before it is known where. */
export type Fault = Pick<Problem, 'rule' | 'message' | 'hint'>;

/** Problems in the order they are shown: by file, line, column, rule. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** A problem as one line: `file:line:column rule message (hint)`. What a file holds cannot write to the terminal. */
export function problemLine({ file, position, rule, message, hint }: Problem): string {
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  return `${place} ${rule} ${message}${hint ? ` (${hint})` : ''}`.replace(/\p{Cc}/gu, '\uFFFD');
}
