import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Files, postmortem } from '../archive.ts';
import { lendPackages } from '../checkout-copy.ts';
import { gitlabJobs, type Step } from '../pipelines.ts';
import { runSteps, type StepRun } from '../run-steps.ts';
import { HOSTILE, PullRequests, stepsOf, TOUCH } from './pull-requests.ts';

// The very scripts of the workflows, in a real repository with a base, a head and their merge.

const pulls = new PullRequests();
beforeAll(() => pulls.open());
afterAll(() => pulls.remove());

const outputOf = (done: readonly StepRun[], name: string): string =>
  done.find((one) => one.name === name)?.output ?? '';

describe('the content of a pull request', () => {
  test('is checked, summed up and previewed with the code of the base, and nothing of it is executed', async () => {
    const { folder, temp, done, outcomes } = await pulls.contentJob(
      {
        'content/postmortems/2026/2026-11-10-hostile.md': postmortem([`title: '${HOSTILE}'`, 'status: draft']),
        'public/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'public/passwd': '-> /etc/passwd',
        'astro.config.mjs':
          "import { writeFileSync } from 'node:fs';\nwriteFileSync('pwned-config', '');\nexport default {};\n",
      },
      async () => {
        // A head that brings its own code, scripts and settings.
        await appendFile(
          join(pulls.repo.folder, 'src/cli/cairn.ts'),
          "\nimport('node:fs').then((fs) => fs.writeFileSync('pwned-code', ''));\n",
        );
        await rm(join(pulls.repo.folder, 'content/postmortems/2025/2025-12-31-last-hour.md'));
      },
    );
    expect(done.map(({ output }) => output).join('')).not.toContain('pwned-');
    expect(outcomes).toEqual({
      'Take the code of the base, and the content of the pull request': 'success',
      Install: 'success',
      Check: 'success',
      'Sum up': 'success',
      'Build a preview': 'success',
    });
    expect(pulls.executed()).toEqual([]);
    expect(readFileSync(join(folder, 'src/cli/cairn.ts'), 'utf8')).not.toContain('pwned');

    expect(readFileSync(join(temp, 'preview/incidents/2026-11-10-hostile/index.html'), 'utf8')).toContain('@everyone');
    expect(existsSync(join(temp, 'preview/logo.svg'))).toBe(true);
    expect(existsSync(join(temp, 'preview/passwd'))).toBe(false);
    expect(existsSync(join(temp, 'preview/incidents/2025-12-31-last-hour'))).toBe(false);

    const summary = readFileSync(join(temp, 'summary/summary.md'), 'utf8');
    expect(summary).toMatch(/^<!-- cairn-summary -->\n/);
    expect(summary).toContain('1 postmortem added or changed.');
    expect(readFileSync(join(temp, 'summary/number'), 'utf8')).toBe('12\n');
    expect(readFileSync(join(temp, 'step-summary'), 'utf8')).toBe(summary);
  });

  test('is told at its lines what is wrong, whatever its files are called', async () => {
    const name = `content/postmortems/two words\n::error::$(${TOUCH}) \`x\`.md`;
    const { done, outcomes, temp } = await pulls.contentJob({
      [name]: postmortem(),
      'content/postmortems/code.mdx': postmortem(
        [],
        "import fs from 'node:fs'\n\n{fs.writeFileSync('pwned-import', '')}\n\nexport const x = 1\n",
      ),
      'content/postmortems/expression.mdx': postmortem(
        [],
        "Text {process.getBuiltinModule('fs').writeFileSync('pwned', '')}\n",
      ),
      'content/postmortems/script.md': '---js\nrequire("node:fs").writeFileSync("pwned-matter", "")\n---\n\nText\n',
      'content/postmortems/link.md': '-> /etc/passwd',
    });
    expect(outcomes).toMatchObject({ Check: 'failure', 'Sum up': 'success', 'Build a preview': 'skipped' });
    expect(pulls.executed()).toEqual([]);
    const annotations = outputOf(done, 'Check')
      .split('\n')
      .filter((line) => line.startsWith('::'));
    expect(annotations.length).toBeGreaterThanOrEqual(6);
    for (const line of annotations)
      expect(line).toMatch(/^::(?:error|warning) file=content\/postmortems\/[^:]*title=[a-z-]+::/);
    for (const rule of ['no-code', 'file-name', 'symbolic-link', 'front-matter-language']) {
      expect(annotations.join('\n')).toContain(`title=${rule}::`);
    }
    const summary = readFileSync(join(temp, 'summary/summary.md'), 'utf8');
    expect(summary).toContain('| error | ');
    expect(summary).not.toContain('root:');
  });

  test('cannot be a link to somewhere else', async () => {
    const { outcomes, done, temp } = await pulls.contentJob({}, async () => {
      await rm(join(pulls.repo.folder, 'content'), { recursive: true });
      symlinkSync('/etc', join(pulls.repo.folder, 'content'));
    });
    expect(Object.values(outcomes)).toContain('failure');
    expect(done.map(({ output }) => output).join('')).not.toContain('passwd');
    expect(existsSync(join(temp, 'preview'))).toBe(false);
  });
});

test('the code is tested only where it changes', async () => {
  const isCode = async (files: Files): Promise<string[]> => {
    const place = await pulls.checkedOut(files);
    const look = stepsOf('code').filter(({ id }) => id === 'changes');
    expect(look).toHaveLength(1);
    return runSteps(look, place).outputs;
  };
  expect(await isCode({ 'content/teams/new.yaml': 'name: New\n', 'public/logo.svg': '<svg/>' })).toEqual(['code=no']);
  expect(await isCode({ 'content/teams/new.yaml': 'name: New\n', 'src/new.ts': '' })).toEqual(['code=yes']);
  expect(await isCode({ '.github/workflows/pull-request.yml': 'name: Mine\n' })).toEqual(['code=yes']);
});

test('on GitLab it is the same', async () => {
  const { folder, temp } = await pulls.checkedOut(
    { 'content/postmortems/hostile.md': postmortem([`title: '${HOSTILE}'`, 'serverity: SEV1']) },
    () =>
      appendFile(
        join(pulls.repo.folder, 'src/cli/cairn.ts'),
        "\nimport('node:fs').then((fs) => fs.writeFileSync('pwned', ''));\n",
      ),
  );
  const lines = gitlabJobs().content?.script ?? [];
  const base = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD^1'], { encoding: 'utf8' }).trim();
  // GitLab runs the lines of a script in one shell.
  const whole: Step[] = [
    { name: 'script', run: lines.map((line) => (line.startsWith('npm ci') ? 'true' : line)).join('\n') },
  ];
  lendPackages(folder);
  const { runs: done } = runSteps(
    whole.map((step) => ({ ...step, env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' } })),
    { folder, temp, env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: base } },
  );
  expect(done).toMatchObject([
    { outcome: 'failure', output: expect.stringContaining('postmortems/hostile.md:5:1 unknown-key') },
  ]);
  expect(pulls.executed()).toEqual([]);
  expect(readFileSync(join(folder, 'summary/summary.md'), 'utf8')).toContain('1 postmortem added or changed. 1 error');
  expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toMatchObject([
    { check_name: 'unknown-key', location: { path: 'content/postmortems/hostile.md', lines: { begin: 5 } } },
  ]);
  expect(existsSync(join(folder, 'preview'))).toBe(false);
});

describe('the hook before a commit', () => {
  test('stops a commit whose postmortem has an error, and speaks of no other file', async () => {
    const { folder } = await pulls.checkedOut({});
    lendPackages(folder);
    const commit = (): { status: number; output: string } => {
      const who = ['-c', 'user.name=Cairn', '-c', 'user.email=cairn@example.com', '-c', 'core.hooksPath=.githooks'];
      try {
        const output = execFileSync('git', ['-C', folder, ...who, 'commit', '-m', 'Add'], {
          encoding: 'utf8',
          stdio: 'pipe',
        });
        return { status: 0, output };
      } catch (error) {
        const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
        return { status, output: `${stdout}${stderr}` };
      }
    };
    const write = (file: string, text: string): void => writeFileSync(join(folder, 'content/postmortems', file), text);
    const add = (file: string): void =>
      void execFileSync('git', ['-C', folder, 'add', '--', `content/postmortems/${file}`]);

    write('new.md', postmortem('serverity: SEV1'));
    write('half-written.md', 'no front matter');
    add('new.md');
    const stopped = commit();
    expect(stopped.status).toBe(1);
    expect(stopped.output).toContain('postmortems/new.md:5:1 unknown-key');
    expect(stopped.output).not.toContain('half-written');

    write('new.md', postmortem());
    add('new.md');
    expect(commit().status).toBe(0);

    write('two words\n.md', postmortem());
    add('two words\n.md');
    expect(commit()).toMatchObject({ status: 1, output: expect.stringContaining('file-name') });
    execFileSync('git', ['-C', folder, 'rm', '--quiet', '--cached', '--', 'content/postmortems/two words\n.md']);

    writeFileSync(join(folder, 'note.txt'), 'beside the content\n');
    execFileSync('git', ['-C', folder, 'add', 'note.txt']);
    expect(commit().status).toBe(0);
  });
});
