import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../archive.ts';
import { copyCheckout, lendPackages } from '../checkout-copy.ts';
import { type Step, workflow } from '../pipelines.ts';
import { repository, type TestRepository } from '../repository.ts';
import { runSteps, type StepRun } from '../run-steps.ts';
import { CHECKOUT } from '../site.ts';

const TINY = join(CHECKOUT, 'src/testing/fixtures/tiny');

const jobs = workflow('.github/workflows/pull-request.yml').jobs;

/** The steps of a job of the workflow for pull requests. */
export const stepsOf = (job: string): Step[] => jobs[job]?.steps ?? [];

export const TOUCH = 'touch pwned-$RANDOM';

/** Text that does something wherever it is taken for more than text. */
export const HOSTILE = `Down \`${TOUCH}\` $(${TOUCH}) \${{ github.token }} "; ${TOUCH}; @everyone`;

/** What a runner has: the checkout, and what GitHub calls RUNNER_TEMP. */
interface Place {
  folder: string;
  temp: string;
}

/** A job that ran, and what became of each of its steps. */
interface Done extends Place {
  done: StepRun[];
  outcomes: Record<string, StepRun['outcome']>;
}

/** A real repository with a base, on which pull requests are opened: each has a head and its merge. */
export class PullRequests {
  readonly repo: TestRepository = repository();
  /** Where everything that runs has its files. */
  readonly room: string = mkdtempSync(join(tmpdir(), 'cairn-pull-request-'));
  #places = 0;

  async open(): Promise<void> {
    copyCheckout(this.repo.folder, TINY);
    await this.repo.commit('Base');
  }

  async remove(): Promise<void> {
    await this.repo.remove();
    await rm(this.room, { recursive: true, force: true });
  }

  /** A new, empty folder below the room. */
  newPlace(name: string): string {
    this.#places += 1;
    const folder = join(this.room, `${name}-${this.#places}`);
    mkdirSync(folder);
    return folder;
  }

  /** What a runner has after the checkout of the merge of `files` into the base. `change` may do more to the head. */
  async checkedOut(files: Files, change: () => Promise<void> = async () => {}): Promise<Place> {
    const temp = this.newPlace('temp');
    const number = this.#places;
    const folder = join(this.room, `work-${number}`);
    this.repo.git('checkout', '--quiet', '-f', 'main');
    this.repo.git('checkout', '--quiet', '-B', `head-${number}`, 'main');
    await change();
    await this.repo.commit('Head', files);
    this.repo.git('checkout', '--quiet', '-B', `merge-${number}`, 'main');
    this.repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', `head-${number}`);
    const source = `file://${this.repo.folder}`;
    execFileSync('git', ['clone', '--quiet', '--depth=2', `--branch=merge-${number}`, source, folder]);
    writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
    return { folder, temp };
  }

  /** Runs the job that judges the content of a pull request. */
  async contentJob(files: Files, change?: () => Promise<void>): Promise<Done> {
    const { folder, temp } = await this.checkedOut(files, change);
    const { runs: done } = runSteps(stepsOf('content'), {
      folder,
      temp,
      env: { NUMBER: '12' },
      inPlaceOf: { 'npm ci': () => lendPackages(folder) },
    });
    const outcomes = Object.fromEntries(done.map(({ name, outcome }) => [name, outcome]));
    return { folder, temp, done, outcomes };
  }

  /** Every file below the room whose name says that something was executed. */
  executed(): string[] {
    return readdirSync(this.room, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:^|\/)pwned[^/]*$/.test(file),
    );
  }
}
