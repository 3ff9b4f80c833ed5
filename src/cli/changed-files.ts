import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { UsageError } from './command.ts';

/** Where a branch usually leaves from, the likeliest first. */
const USUAL_BASES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/**
 * The files below a content folder that differ from where this branch left `base`, those that git does not know yet and
 * those that are gone among them. Paths are below the content folder. Throws `UsageError` where git cannot say.
 */
export function changedFiles(contentDir: string, base: string): Set<string> {
  const git = (...args: string[]): string | undefined => {
    try {
      return execFileSync('git', ['-C', contentDir, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError('there is no git on this machine');
      return undefined;
    }
  };
  if (git('rev-parse', '--git-dir') === undefined) {
    throw new UsageError(`${contentDir} is in no git repository`, 'leave --changed out to check every file');
  }
  const candidates = base === '' ? USUAL_BASES : [base];
  const known = candidates.find((name) => git('rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== undefined);
  if (known === undefined) {
    throw new UsageError(
      base === '' ? 'git knows no main branch to compare with' : `git knows no commit ${base}`,
      'name a branch or commit: --changed=origin/main; in CI, fetch it first',
    );
  }
  // Without a common ancestor (a shallow clone), the base itself is what there is.
  const from = git('merge-base', known, 'HEAD')?.trim() ?? known;
  const list = (...args: string[]): string[] =>
    git(...args)
      ?.split('\0')
      .filter((file) => file !== '') ?? [];
  return new Set([
    ...list('diff', '--relative', '--name-only', '--no-renames', '-z', from, '--', '.'),
    ...list('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
  ]);
}

/** True for the changed files, for those whose text names one of them by its id, and for all once the settings changed. */
export function concernedBy(changed: ReadonlySet<string>, textOf: (file: string) => string): (file: string) => boolean {
  const ids = [...changed].filter((file) => /\.(?:mdx?|yaml)$/.test(file)).map(idOf);
  const names = ids.length > 0 ? new RegExp(`(?<![a-z0-9-])(?:${ids.join('|')})(?![a-z0-9-])`) : undefined;
  return (file) => changed.has(file) || changed.has('site.yaml') || (names?.test(textOf(file)) ?? false);
}

function idOf(file: string): string {
  const name = posix.basename(file).replace(/\.\w+$/, '');
  const id = name === 'index' ? posix.basename(posix.dirname(file)) : name;
  return id.replace(/[^\w-]/g, '\\$&');
}
