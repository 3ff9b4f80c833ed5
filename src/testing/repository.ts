import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, writeFiles } from './archive.ts';

/** A git repository of its own for a test. */
export interface TestRepository {
  /** Absolute path. */
  folder: string;
  /** Runs git in it and gives what it prints. */
  git(...args: string[]): string;
  /** Writes files and commits everything there is. */
  commit(message: string, files?: Files): Promise<void>;
  remove(): Promise<void>;
}

/** An empty repository on its branch `main`. */
export function repository(): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-repository-'));
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Cairn', '-c', 'user.email=cairn@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', ['-C', folder, ...who, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: withoutGit(),
    });
  };
  git('init', '--quiet', '-b', 'main');
  return {
    folder,
    git,
    async commit(message, files = {}) {
      await writeFiles(folder, files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Our environment without what git sets in a hook, which would lead it to another repository. */
export function withoutGit(env: Record<string, string | undefined> = process.env): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}
