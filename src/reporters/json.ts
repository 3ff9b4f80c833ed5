import type { Problem } from '../archive/problem.ts';

/** Problems for scripts. `line` and `column` are null where a problem has no place in its file, `hint` where there is none. */
export function json(problems: readonly Problem[]): string {
  const results = problems.map(({ file, position, rule, severity, message, hint }) => ({
    file,
    line: position?.line ?? null,
    column: position?.column ?? null,
    rule,
    severity,
    message,
    hint: hint ?? null,
  }));
  return `${JSON.stringify({ version: 1, results }, null, 2)}\n`;
}
