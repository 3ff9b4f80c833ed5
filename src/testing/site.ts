import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** Where tests put what they build: below node_modules, so that a clean-up of the checkout takes it along. */
export const WORKSHOP = join(CHECKOUT, 'node_modules/.cache/cairn-testing');

/** The day that counts as today in every test. */
export const AS_OF = '2026-11-20';

/** In the environment where the sites below are built already. */
export const SITES_ARE_BUILT = 'CAIRN_TEST_SITES_ARE_BUILT';

/** A build of the example archive. */
export interface ExampleSite {
  base: '/' | '/kb/';
  /** Absolute path of its files. */
  dir: string;
}

/** The builds that the gates go over: at the root of a host, and below a path. */
export const SITES: readonly ExampleSite[] = [
  { base: '/', dir: join(WORKSHOP, 'site-at-root') },
  { base: '/kb/', dir: join(WORKSHOP, 'site-below-kb') },
];

const CAIRN = 'src/cli/cairn.ts';

/** The script and the arguments that build `site`. */
export function siteArguments(site: ExampleSite): [string, ...string[]] {
  return [join(CHECKOUT, CAIRN), 'build', '--out', site.dir, '--base', site.base, '--as-of', AS_OF];
}

/** Removes what earlier runs left, so that no test passes on it. */
export async function emptyWorkshop(): Promise<void> {
  await rm(WORKSHOP, { recursive: true, force: true });
  await mkdir(WORKSHOP, { recursive: true });
}

/** A new, empty folder below the workshop. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = join(WORKSHOP, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder);
  return folder;
}

/** What a run of `cairn` came to. */
export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** In what a command runs: further environment, and another checkout than this one. */
interface Surroundings {
  env?: Record<string, string>;
  checkout?: string;
}

/** Runs `cairn` as a user would, without a terminal. */
export function cairn(args: readonly string[], { env, checkout = CHECKOUT }: Surroundings = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(checkout, CAIRN), ...args], {
      cwd: checkout,
      env: { ...userEnvironment(), ...env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ exitCode: code ?? 1, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) }),
    );
  });
}

/** Builds a site and throws, with what was printed, if that fails. */
export async function buildSite(
  options: { content: string; out: string; base?: string; drafts?: boolean } & Surroundings,
): Promise<Run> {
  const { content, out, base, drafts, ...surroundings } = options;
  const args = ['build', '--content', content, '--out', out, '--as-of', AS_OF];
  const run = await cairn([...args, ...(base ? ['--base', base] : []), ...(drafts ? ['--drafts'] : [])], surroundings);
  if (run.exitCode !== 0) throw new Error(`cairn build ended with ${run.exitCode}\n${run.stderr}${run.stdout}`);
  return run;
}

/** A server that `cairn` runs. */
export interface RunningServer {
  /** The address it said it answers at. */
  url: string;
  /** What it has said so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `cairn dev` or `cairn preview` and waits for the address it prints. Throws if it ends before. */
export function startServer(args: readonly string[]): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(CHECKOUT, CAIRN), ...args], { cwd: CHECKOUT, env: userEnvironment() });
    const ended = new Promise<void>((done) => child.once('close', () => done()));
    const chunks: Buffer[] = [];
    const output = (): string => stripVTControlCharacters(String(Buffer.concat(chunks)));
    const stop = (): Promise<void> => {
      child.kill();
      return ended;
    };
    child.once('error', reject);
    ended.then(() => reject(new Error(`cairn ${args[0]} ended\n${output()}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        const url = /http:\/\/\S+/.exec(output())?.[0];
        if (url) resolve({ url, output, stop });
      });
    }
  });
}

/**
 * Our environment as it is at a desk: without what the test runner put there (Astro and Vite behave otherwise where it says that
 * a test runs), and without what says that this is CI, or which colours it wants (a terminal has none in CI).
 */
export function userEnvironment(): Record<string, string> {
  const notOfADesk =
    /^(?:NODE_ENV|TEST|VITEST.*|MODE|DEV|PROD|SSR|BASE_URL|CI|GITHUB_ACTIONS|GITLAB_CI|(?:NO|FORCE)_COLOR)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notOfADesk.test(name))) as Record<
    string,
    string
  >;
}
