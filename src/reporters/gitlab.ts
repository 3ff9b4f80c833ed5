import { createHash } from 'node:crypto';
import type { Problem } from '../archive/problem.ts';

/**
 * Problems as a Code Quality report of GitLab, which shows them in the merge request. A fingerprint holds no line, so that a
 * problem stays the same one where lines are added above it.
 */
export function gitlab(problems: readonly Problem[], { folder }: { folder: string }): string {
  const seen = new Map<string, number>();
  const report = problems.map(({ file, position, rule, severity, message, hint }) => {
    const path = [folder, file].filter((part) => part !== '' && part !== '.').join('/');
    const name = JSON.stringify([path, rule, message]);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return {
      description: hint ? `${message} (${hint})` : message,
      check_name: rule,
      fingerprint: createHash('sha256').update(`${name}${before}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'info',
      // A line is demanded, also where a problem has no place in its file.
      location: { path, lines: { begin: position?.line ?? 1 } },
    };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
