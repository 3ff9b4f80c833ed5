import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Files, postmortem } from '../archive.ts';
import { copyCheckout, lendPackages } from '../checkout-copy.ts';
import { gitlabJobs, type Step, workflow } from '../pipelines.ts';
import { repository, type TestRepository } from '../repository.ts';
import { runSteps, type StepRun } from '../run-steps.ts';
import { CHECKOUT } from '../site.ts';

// The very scripts of the workflows, in a real repository with a base, a head and their merge.

const TINY = join(CHECKOUT, 'src/testing/fixtures/tiny');
const jobs = workflow('.github/workflows/pull-request.yml').jobs;
const steps = (job: string): Step[] => jobs[job]?.steps ?? [];

let room: string;
let repo: TestRepository;
beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'cairn-pull-request-'));
  repo = repository();
  copyCheckout(repo.folder, TINY);
  await repo.commit('Base');
});
afterAll(async () => {
  await repo.remove();
  await rm(room, { recursive: true, force: true });
});
beforeEach(() => {
  repo.git('checkout', '--quiet', '-f', 'main');
});

let runs = 0;

/** What a runner has after the checkout of the merge of `files` into the base. `change` may do more to the head. */
async function checkedOut(
  files: Files,
  change: () => Promise<void> = async () => {},
): Promise<{ folder: string; temp: string }> {
  runs += 1;
  repo.git('checkout', '--quiet', '-B', `head-${runs}`, 'main');
  await change();
  await repo.commit('Head', files);
  repo.git('checkout', '--quiet', '-B', `merge-${runs}`, 'main');
  repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', `head-${runs}`);
  const folder = join(room, `work-${runs}`);
  const temp = join(room, `temp-${runs}`);
  mkdirSync(temp);
  execFileSync('git', ['clone', '--quiet', '--depth=2', `--branch=merge-${runs}`, `file://${repo.folder}`, folder]);
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  return { folder, temp };
}

async function contentJob(files: Files, change?: () => Promise<void>) {
  const { folder, temp } = await checkedOut(files, change);
  const { runs: done } = runSteps(steps('content'), {
    folder,
    temp,
    env: { NUMBER: '12' },
    inPlaceOf: { 'npm ci': () => lendPackages(folder) },
  });
  const outcomes = Object.fromEntries(done.map(({ name, outcome }) => [name, outcome]));
  return { folder, temp, done, outcomes };
}

const outputOf = (done: readonly StepRun[], name: string): string =>
  done.find((one) => one.name === name)?.output ?? '';

/** Every file below the room whose name says that something was executed. */
function executed(): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => /(?:^|\/)pwned[^/]*$/.test(file));
}

const TOUCH = 'touch pwned-$RANDOM';
const HOSTILE = `Down \`${TOUCH}\` $(${TOUCH}) \${{ github.token }} "; ${TOUCH}; @everyone`;

describe('the content of a pull request', () => {
  test('is checked, summed up and previewed with the code of the base, and nothing of it is executed', async () => {
    const { folder, temp, done, outcomes } = await contentJob(
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
          join(repo.folder, 'src/cli/cairn.ts'),
          "\nimport('node:fs').then((fs) => fs.writeFileSync('pwned-code', ''));\n",
        );
        await rm(join(repo.folder, 'content/postmortems/2025/2025-12-31-last-hour.md'));
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
    expect(executed()).toEqual([]);
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
    const { done, outcomes, temp } = await contentJob({
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
    expect(executed()).toEqual([]);
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
    const { outcomes, done, temp } = await contentJob({}, async () => {
      await rm(join(repo.folder, 'content'), { recursive: true });
      symlinkSync('/etc', join(repo.folder, 'content'));
    });
    expect(Object.values(outcomes)).toContain('failure');
    expect(done.map(({ output }) => output).join('')).not.toContain('passwd');
    expect(existsSync(join(temp, 'preview'))).toBe(false);
  });
});

test('the code is tested only where it changes', async () => {
  const isCode = async (files: Files): Promise<string[]> => {
    const place = await checkedOut(files);
    const look = steps('code').filter(({ id }) => id === 'changes');
    expect(look).toHaveLength(1);
    return runSteps(look, place).outputs;
  };
  expect(await isCode({ 'content/teams/new.yaml': 'name: New\n', 'public/logo.svg': '<svg/>' })).toEqual(['code=no']);
  expect(await isCode({ 'content/teams/new.yaml': 'name: New\n', 'src/new.ts': '' })).toEqual(['code=yes']);
  expect(await isCode({ '.github/workflows/pull-request.yml': 'name: Mine\n' })).toEqual(['code=yes']);
});

test('on GitLab it is the same', async () => {
  const { folder, temp } = await checkedOut(
    { 'content/postmortems/hostile.md': postmortem([`title: '${HOSTILE}'`, 'serverity: SEV1']) },
    () =>
      appendFile(
        join(repo.folder, 'src/cli/cairn.ts'),
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
  expect(executed()).toEqual([]);
  expect(readFileSync(join(folder, 'summary/summary.md'), 'utf8')).toContain('1 postmortem added or changed. 1 error');
  expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toMatchObject([
    { check_name: 'unknown-key', location: { path: 'content/postmortems/hostile.md', lines: { begin: 5 } } },
  ]);
  expect(existsSync(join(folder, 'preview'))).toBe(false);
});

describe('the comment', () => {
  const MARK = '<!-- cairn-summary -->\n';
  const script = workflow('.github/workflows/comment.yml').jobs.comment?.steps ?? [];

  /** Runs the script beside a `gh` that answers as GitHub would and writes down what it is asked to write. */
  const comment = ({ body = `${MARK}Nothing is wrong.\n`, number = '12\n', head = 'abc', known = '' }) => {
    runs += 1;
    const temp = join(room, `comment-${runs}`);
    mkdirSync(join(temp, 'summary'), { recursive: true });
    mkdirSync(join(temp, 'bin'));
    writeFileSync(join(temp, 'summary/summary.md'), body);
    writeFileSync(join(temp, 'summary/number'), number);
    writeFileSync(
      join(temp, 'bin/gh'),
      `#!/bin/sh
case "$*" in
  *--method*) printf '%s\\n' "$*" | sed "s|$RUNNER_TEMP|T|" >> "$RUNNER_TEMP/written" ;;
  *pulls/*) echo ${head} ;;
  *comments*) echo '${known}' ;;
esac
`,
    );
    chmodSync(join(temp, 'bin/gh'), 0o755);
    const { runs: done } = runSteps(script, {
      folder: temp,
      temp,
      env: { GH_TOKEN: 't', REPOSITORY: 'o/r', HEAD_SHA: 'abc', PATH: `${join(temp, 'bin')}:${process.env.PATH}` },
    });
    const written = join(temp, 'written');
    return {
      outcome: done[0]?.outcome,
      output: done[0]?.output,
      written: existsSync(written) ? readFileSync(written, 'utf8').trim().split('\n') : [],
    };
  };

  test('is written once, and then anew', () => {
    expect(comment({})).toEqual({
      outcome: 'success',
      output: '',
      written: ['api --method POST repos/o/r/issues/12/comments --field body=@T/summary/summary.md --silent'],
    });
    expect(comment({ known: '77' }).written).toEqual([
      'api --method PATCH repos/o/r/issues/comments/77 --field body=@T/summary/summary.md --silent',
    ]);
  });

  test.each([
    ['a number that is none', { number: '12; touch pwned' }, 'names no pull request'],
    ['no number', { number: '' }, 'names no pull request'],
    ['another pull request', { head: 'def' }, 'is another one'],
    ['a text of its own', { body: 'Hello\n' }, 'none of Cairn'],
    ['too long a text', { body: MARK + 'x'.repeat(200_001) }, 'too long'],
    ['a mention', { body: `${MARK}@everyone\n` }, 'does not write'],
    ['a picture', { body: `${MARK}![x](https://evil.example)\n` }, 'does not write'],
    ['HTML', { body: `${MARK}<img src=x>\n` }, 'does not write'],
    ['HTML behind a backslash that is none', { body: `${MARK}\\\\<img src=x>\n` }, 'does not write'],
    ['a mention in disguise', { body: `${MARK}&#64;everyone\n` }, 'does not write'],
  ])('is not written for %s', (_, given, said) => {
    const { written, output } = comment(given);
    expect(written).toEqual([]);
    expect(output).toContain(said);
    expect(executed()).toEqual([]);
  });

  test('is written for what the summary prints, hostile as the file may be', async () => {
    const { temp } = await contentJob({
      'content/postmortems/2026/2026-11-10-hostile.md': postmortem([
        `title: '${HOSTILE} ![x](https://evil.example) <b>&lt; \\\\< | \\@team'`,
        'services: [nobody]',
      ]),
      'content/postmortems/2026/2026-11-11-hostile.md': postmortem([`title: '${HOSTILE} ![x](y) <b> &lt; \\ \\\\<'`]),
    });
    const body = readFileSync(join(temp, 'summary/summary.md'), 'utf8');
    expect(body).toContain('@');
    expect(comment({ body })).toMatchObject({ outcome: 'success', output: '' });
  });
});

describe('the hook before a commit', () => {
  test('stops a commit whose postmortem has an error, and speaks of no other file', async () => {
    const { folder } = await checkedOut({});
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
