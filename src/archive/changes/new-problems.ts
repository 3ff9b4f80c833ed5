import type { Problem } from '../problem.ts';

/**
 * The problems of `after` that were not among those of `before`, wherever in their file. `asBefore` gives a message the names
 * that it had before.
 */
export function newProblems<P extends Problem>(
  before: readonly Problem[],
  after: readonly P[],
  asBefore: (message: string) => string,
): P[] {
  const keyOf = ({ file, rule, message }: Problem): string => [file, rule, asBefore(message)].join('\n');
  const known = new Map<string, number>();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = known.get(keyOf(problem)) ?? 0;
    known.set(keyOf(problem), left - 1);
    return left <= 0;
  });
}
