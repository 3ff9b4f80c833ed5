import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/site.ts';

let folder: string;
const content = (): string => join(folder, 'wiki/content');
const git = (...args: string[]): void => {
  const who = ['-c', 'user.name=Cairn', '-c', 'user.email=cairn@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'ignore' });
};
/** The files of the problems that `check --changed` prints, and its exit code. */
const check = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await cairn(['check', '--content', content(), '--format', 'json', ...args]);
  const files = stdout === '' ? [] : JSON.parse(stdout).results.map(({ file }: { file: string }) => file);
  return { exitCode, files: [...new Set(files)], stderr };
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-changed-'));
  await writeFiles(content(), {
    'postmortems/old.md': postmortem('serverity: SEV1'),
    'postmortems/refers.md': postmortem('causes: [pool]'),
    'causes/pool.md': '---\nname: Pool\n---\n',
  });
  git('init', '-b', 'main');
  git('add', '.');
  git('commit', '-m', 'Start');
  git('checkout', '-b', 'work');
});
afterEach(() => rm(folder, { recursive: true }));

describe('cairn check --changed', () => {
  test('speaks of what the branch touches, committed or not, and of what refers to it', async () => {
    expect(await check('--changed')).toMatchObject({ exitCode: 0, files: [] });
    await writeFiles(content(), { 'postmortems/ünd new.md': postmortem(), 'postmortems/new.md': postmortem('a: b') });
    git('add', '.');
    git('commit', '-m', 'Add');
    await writeFiles(content(), { 'postmortems/newer.md': postmortem('a: b') });
    await rm(join(content(), 'causes/pool.md'));
    expect(await check('--changed')).toMatchObject({
      exitCode: 1,
      files: ['postmortems/new.md', 'postmortems/newer.md', 'postmortems/refers.md', 'postmortems/ünd new.md'],
    });
    for (const args of [['--changed', 'work'], ['--changed=work'], ['--changed=HEAD', '--strict']]) {
      expect((await check(...args)).files).toEqual(['postmortems/newer.md', 'postmortems/refers.md']);
    }
    expect((await check('--changed', join(content(), 'postmortems/new.md'))).files).toEqual(['postmortems/new.md']);
  });

  test('speaks of all once the settings of the site changed', async () => {
    await writeFile(join(content(), 'site.yaml'), 'name: Wiki\n');
    expect((await check('--changed')).files).toEqual(['postmortems/old.md']);
  });

  test('ends with 2 where git does not know the base, or there is no git', async () => {
    expect(await check('--changed', 'nowhere')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('git knows no commit nowhere'),
    });
    await rm(join(folder, '.git'), { recursive: true });
    expect(await check('--changed')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is in no git repository'),
    });
  });

  test('annotations name files from the head of the repository', async () => {
    const { stdout } = await cairn(['check', '--content', content(), '--format', 'github']);
    expect(stdout).toMatch(/^::error file=wiki\/content\/postmortems\/old\.md,line=5,col=1,title=unknown-key::/);
    const { stdout: log } = await cairn(['check', '--content', content(), '--format', 'sarif']);
    expect(log).toContain('"uri": "wiki/content/postmortems/old.md"');
  });
});
