import type { ContentFile } from '../archive/files.ts';
import type { Problem } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { count } from '../reporters/count.ts';
import { printProblems } from './print-problems.ts';

/** Prints the problems that keep a file from being changed, which are those of the check, and says so. The exit code is 1. */
export async function refuseUnreadable(contentDir: string, { file }: ContentFile, byHand: string): Promise<number> {
  const { problems, site } = await readArchive({ contentDir, base: '/', drafts: true });
  const own = problems.filter((problem) => problem.file === file);
  const errors = own.filter(({ severity }) => severity === 'error');
  process.stdout.write(printProblems(own, 'pretty', contentDir, site.url));
  const reason = errors.length > 0 ? 'has errors' : 'is written in a way that leaves no certain place for it';
  const wayOut = errors.length > 0 ? 'mend them first' : byHand;
  process.stderr.write(`Nothing was changed: ${file} ${reason}; ${wayOut}.\n`);
  return 1;
}

/** How many errors and hints there are, in words. */
export function tallyOf(problems: readonly Problem[]): { errors: number; words: string } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const hints = problems.length - errors;
  return { errors, words: [count(errors, 'error'), ...(hints > 0 ? [count(hints, 'hint')] : [])].join(', ') };
}

/** Says a sentence on standard error, and gives the exit code that goes with it. */
export function say(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

/** Says that somebody interrupted a command before it changed anything, and gives the exit code that shells give. */
export function sayInterrupted(): number {
  return say('Interrupted: nothing was changed.', 130);
}
