import type { Archive } from '../archive/archive.ts';
import { problemLine } from '../archive/problem.ts';
import { count } from '../reporters/count.ts';

/**
 * Says on standard error what was read and what became of it, so that no file goes missing without a word: every hint, then
 * how many postmortems there are of each kind.
 */
export function reportReading({ tally, problems }: Pick<Archive, 'tally' | 'problems'>): void {
  const { files, published, review, draft, restricted } = tally;
  const parts = [
    `${published} published`,
    ...(review > 0 ? [`${review} in review`] : []),
    ...(draft > 0 ? [count(draft, 'draft')] : []),
    ...(restricted > 0 ? [`${restricted} restricted`] : []),
  ];
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  process.stderr.write(`Read ${count(files, 'postmortem')}: ${parts.join(', ')}.\n`);
}
