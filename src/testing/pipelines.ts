import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CHECKOUT } from './site.ts';

/** One step of a job on GitHub. */
export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string | number | boolean>;
}

/** One job on GitHub. */
export interface Job {
  permissions?: Record<string, string>;
  needs?: string[];
  steps: Step[];
}

/** A workflow of GitHub. */
export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

/** The files of the pipelines, from the head of the checkout. */
export const WORKFLOWS = ['pull-request', 'comment', 'main'].map((name) => `.github/workflows/${name}.yml`);
export const GITLAB = '.gitlab-ci.yml';

export function sourceOf(file: string): string {
  return readFileSync(join(CHECKOUT, file), 'utf8');
}

export function workflow(file: string): Workflow {
  return parse(sourceOf(file)) as Workflow;
}

/** The scripts of a job of GitLab, by its name; what is no job has none. */
export function gitlabJobs(): Record<string, { script?: string[]; rules?: { if?: string }[] }> {
  return parse(sourceOf(GITLAB), { merge: true }) as Record<string, { script?: string[] }>;
}

/** The calls of `cairn` in a script of the shell: the words after it, up to what ends the command. */
export function cairnCalls(script: string): string[][] {
  return [...script.matchAll(/\bnpx cairn\s+([^|&;>\n]*)/g)].map(([, words = '']) => words.trim().split(/\s+/));
}

/** The scripts that `npm` is asked for: `ci` and `test` are npm's own. */
export function npmCalls(script: string): string[] {
  return [...script.matchAll(/(?<![.\w-])npm\s+(?:run\s+)?([\w:-]+)/g)].map(([, name = '']) => name);
}
