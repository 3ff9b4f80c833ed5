import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './pipelines.ts';
import { withoutGit } from './repository.ts';
import { userEnvironment } from './site.ts';

/** What became of a step that runs a script. */
export interface StepRun {
  name: string;
  outcome: 'success' | 'failure' | 'skipped';
  output: string;
}

/** Where the steps of a job run. */
export interface Runner {
  /** The working folder: the checkout. */
  folder: string;
  /** What GitHub calls RUNNER_TEMP. */
  temp: string;
  env?: Record<string, string>;
  /** Done in place of a step, by its script: `npm ci`, which would take a minute. */
  inPlaceOf?: Record<string, () => void>;
}

/**
 * Runs the scripts of a job as a runner of GitHub would, each by `bash -e`; what actions do is left out. After a failure only
 * steps that ask not to be cancelled run. `outputs` are what the steps wrote to GITHUB_OUTPUT, a line each.
 */
export function runSteps(steps: readonly Step[], runner: Runner): { runs: StepRun[]; outputs: string[] } {
  const output = join(runner.temp, 'output');
  const summary = join(runner.temp, 'step-summary');
  for (const file of [output, summary]) writeFileSync(file, '');
  const runs: StepRun[] = [];
  for (const { name, run: script, if: condition = '', env = {} } of steps) {
    if (script === undefined) continue;
    const step = { name: name ?? script };
    const hasFailed = runs.some(({ outcome }) => outcome === 'failure');
    if (hasFailed && !condition.includes('!cancelled()')) {
      runs.push({ ...step, outcome: 'skipped', output: '' });
      continue;
    }
    const done = runner.inPlaceOf?.[script.trim()];
    if (done) {
      done();
      runs.push({ ...step, outcome: 'success', output: '' });
      continue;
    }
    const own = Object.fromEntries(Object.keys(env).map((key) => [key, runner.env?.[key] ?? '']));
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: runner.folder,
      encoding: 'utf8',
      env: {
        ...withoutGit(userEnvironment()),
        CI: 'true',
        RUNNER_TEMP: runner.temp,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...own,
        ...(runner.env?.PATH && { PATH: runner.env.PATH }),
      },
    });
    runs.push({ ...step, outcome: status === 0 ? 'success' : 'failure', output: `${stdout}${stderr}` });
  }
  const outputs = existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : [];
  return { runs, outputs };
}
