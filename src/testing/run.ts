import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, emptyWorkshop, SITES, SITES_ARE_BUILT, siteArguments, WORKSHOP } from './site.ts';
import { type Outcome, outcomeOfProgram, outcomeOfVitest, summary, type VitestReport } from './steps.ts';

const REPORT = join(WORKSHOP, 'report.json');

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const CSPELL = 'node_modules/cspell/bin.mjs';
const TSC = 'node_modules/typescript/bin/tsc';
const ASTRO = 'node_modules/astro/bin/astro.mjs';
const VITEST = 'node_modules/vitest/vitest.mjs';

/** Runs a program with this Node, its output going where ours goes. Returns its exit code. */
function run(script: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: CHECKOUT,
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', [SITES_ARE_BUILT]: '1' },
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const outcomes: Outcome[] = [];

async function step(name: string, judge: (seconds: () => number) => Promise<Outcome>): Promise<void> {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  outcomes.push(await judge(() => (performance.now() - start) / 1000));
}

function program(name: string, script: string, ...args: string[]): Promise<void> {
  return step(name, async (seconds) => outcomeOfProgram(name, await run(script, args), seconds()));
}

function vitest(name: string, project: string): Promise<void> {
  return step(name, async (seconds) => {
    rmSync(REPORT, { force: true });
    const args = ['run', '--config=src/testing/vitest.config.ts', `--project=${project}`];
    const exitCode = await run(VITEST, [
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ]);
    return outcomeOfVitest(name, readReport(), exitCode, seconds());
  });
}

/**
 * The tests judge the site of the example archive, down to its sentences. A team that has put its own content in that place has
 * `check` and the builds for it.
 */
function hasExample(): boolean {
  try {
    return readFileSync(join(CHECKOUT, 'content/site.yaml'), 'utf8').includes('\nname: Tuberwold postmortems\n');
  } catch {
    return false;
  }
}

function leftOut(name: string): void {
  const why = `${name}: content/ does not hold the example archive, which they are about`;
  outcomes.push({ step: name, passed: 0, failed: 0, failures: [], skipped: [why], seconds: 0 });
}

function readReport(): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

// What fails fast goes first; every step runs whatever became of those before it.
await emptyWorkshop();
await program('format and lint', BIOME, 'check', '--config-path=src/testing/lint.json', '.');
const ofExample = hasExample();
if (ofExample) {
  await program('spelling', CSPELL, 'lint', '--config=src/testing/cspell.json', '--no-progress');
  await vitest('unit tests', 'unit');
} else {
  for (const name of ['spelling', 'unit tests', 'tests of pages', 'browser tests']) leftOut(name);
  await program('check', 'src/cli/cairn.ts', 'check');
}
await program('types of pages', ASTRO, 'check', '--minimumSeverity', 'warning');
await program('types', TSC, '--noEmit', '-p', '.');
for (const site of SITES) await program(`build at ${site.base}`, ...siteArguments(site));
if (ofExample) {
  await vitest('tests of pages', 'pages');
  await vitest('browser tests', 'browser');
}

process.stdout.write(`\n${summary(outcomes)}\n`);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
