import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { run } from '../cli/commands.ts';
import { cairnCalls, GITLAB, gitlabJobs, npmCalls, type Step, sourceOf, WORKFLOWS, workflow } from './pipelines.ts';
import { CHECKOUT } from './site.ts';

const scripts = (file: string): { from: string; script: string }[] =>
  file === GITLAB
    ? Object.entries(gitlabJobs()).flatMap(([name, { script }]) =>
        Array.isArray(script) ? [{ from: name, script: script.join('\n') }] : [],
      )
    : Object.entries(workflow(file).jobs).flatMap(([name, { steps }]) =>
        steps.flatMap(({ run: script }) => (script === undefined ? [] : [{ from: name, script }])),
      );
const steps = (file: string): Step[] => Object.values(workflow(file).jobs).flatMap((job) => job.steps);
const isWrite = (permissions: Record<string, string> = {}): string[] =>
  Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : []));

describe.each([...WORKFLOWS, GITLAB])('%s', (file) => {
  test('is YAML without a key that stands twice', () => {
    const { errors, warnings } = parseDocument(sourceOf(file), { merge: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('calls cairn and npm as they are', async () => {
    const { scripts: own } = parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { script } of scripts(file)) {
      for (const name of npmCalls(script)) expect(['ci', ...Object.keys(own)]).toContain(name);
      for (const [command = '', ...words] of cairnCalls(script)) {
        // Asked for its help, a command judges its name; options are judged against the help itself.
        const help = await helpOf(command);
        const options = words.filter((word) => word.startsWith('--'));
        for (const option of options) expect(help, `${command} ${option}`).toMatch(new RegExp(`^  ${option}\\b`, 'm'));
        const format = words[words.indexOf('--format') + 1];
        if (words.includes('--format')) expect(help).toMatch(new RegExp(`--format \\S*\\b${format}\\b`));
      }
    }
  });

  test('puts nothing that a stranger chose into a script', () => {
    for (const { script } of scripts(file)) {
      expect(script).not.toMatch(/\$\{\{/);
      expect(script).not.toMatch(
        /CI_(?:MERGE_REQUEST_TITLE|MERGE_REQUEST_DESCRIPTION|COMMIT_(?:MESSAGE|TITLE|REF_NAME))/,
      );
      expect(script).not.toMatch(/\beval\b|bash -c|sh -c/);
    }
  });
});

describe.each(WORKFLOWS)('%s', (file) => {
  test('every action is pinned by its commit, and says which version that is', () => {
    const used = [...sourceOf(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action]) => action);
    expect(used.length).toBe(steps(file).filter(({ uses }) => uses !== undefined).length);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may do no more than it must', () => {
    const { on, permissions, jobs } = workflow(file);
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(permissions).toEqual(file.endsWith('comment.yml') ? {} : { contents: 'read' });
    const writing = Object.entries(jobs).flatMap(([name, job]) =>
      isWrite(job.permissions).map((right) => [name, right]),
    );
    expect(writing).toEqual(
      {
        comment: [['comment', 'pull-requests']],
        main: [
          ['publish', 'pages'],
          ['publish', 'id-token'],
        ],
      }[file.replace(/^.*\/|\.yml$/g, '')] ?? [],
    );
    expect(sourceOf(file)).not.toContain('secrets.');
    for (const { uses, with: options } of steps(file)) {
      if (uses?.startsWith('actions/checkout@')) expect(options).toMatchObject({ 'persist-credentials': false });
    }
  });

  test('a job that may write runs nothing of the repository', () => {
    for (const { permissions, steps: own } of Object.values(workflow(file).jobs)) {
      if (isWrite(permissions).length === 0) continue;
      for (const { uses, run: script } of own) {
        expect(uses ?? '').not.toContain('checkout');
        expect(script ?? '').not.toMatch(/\b(?:npm|npx|node|git|source)\b/);
      }
    }
  });
});

test('one version of each action is used throughout', () => {
  const versions = new Map<string, Set<string>>();
  for (const { uses = '' } of WORKFLOWS.flatMap(steps)) {
    const [name = '', commit = ''] = uses.split('@');
    versions.set(name, (versions.get(name) ?? new Set()).add(commit));
  }
  for (const [name, commits] of versions) expect([name, commits.size]).toEqual([name, 1]);
});

test('the comment follows the workflow that sums up, and takes what that keeps', () => {
  const { on, jobs } = workflow('.github/workflows/comment.yml');
  const from = workflow('.github/workflows/pull-request.yml');
  expect(on).toEqual({ workflow_run: { workflows: [from.name], types: ['completed'] } });
  const fetched = jobs.comment?.steps[0]?.with?.name;
  expect(steps('.github/workflows/pull-request.yml').map((step) => step.with?.name)).toContain(fetched);
});

test('the calls are found, whatever stands around them', () => {
  expect(cairnCalls('a=1\nnpx cairn build --base "$base" > f && npx cairn check || true')).toEqual([
    ['build', '--base', '"$base"'],
    ['check'],
  ]);
  expect(npmCalls('npm ci --cache .npm --x\nnpm run build && npm test')).toEqual(['ci', 'build', 'test']);
});

/** What `cairn <command> --help` prints. */
async function helpOf(command: string): Promise<string> {
  let printed = '';
  const write = process.stdout.write;
  process.stdout.write = (text) => {
    printed += text;
    return true;
  };
  try {
    expect(await run([command, '--help'])).toBe(0);
  } finally {
    process.stdout.write = write;
  }
  return printed;
}
