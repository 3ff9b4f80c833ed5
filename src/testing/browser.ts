import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that was seen to start. */
export interface BrowserProgram {
  executablePath: string;
  /** What its environment needs beyond ours. */
  env: Record<string, string>;
}

/** As the value of `CHROMIUM_PATH`: take the one from npm, whatever is installed. */
export const FROM_NPM = '@sparticuz/chromium';

const NPM_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/cairn-chromium/', import.meta.url));

const ADVICE = `No Chromium was found, and the browser tests need one. Any of these will do:
  apt-get install -y --no-install-recommends chromium-headless-shell    (Debian)
  an installed Chrome, Chromium or Edge
  CHROMIUM_PATH=/path/to/chromium npm test`;

/**
 * The Chromium to test with: `$CHROMIUM_PATH`, else an installed one, else the one from npm (Linux x64).
 * Throws, saying what to do, where none starts. Nothing is written outside node_modules.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  const asked = env.CHROMIUM_PATH;
  const candidates = asked ? [asked] : [...installedPaths(env).filter((path) => existsSync(path)), FROM_NPM];
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      const program = candidate === FROM_NPM ? await unpackFromNpm() : { executablePath: candidate, env: {} };
      await (await launchBrowser(program)).close();
      return program;
    } catch (error) {
      // A path may lead to a stub: Ubuntu's `chromium` only advertises a snap.
      failures.push(`  ${candidate}: ${firstLine(error)}`);
    }
  }
  throw new Error(`${ADVICE}\nTried:\n${failures.join('\n')}`);
}

/** Starts a browser that is quiet in a closed network. No argument of it weakens what a page is not allowed to do. */
export function launchBrowser(program: BrowserProgram): Promise<Browser> {
  return chromium.launch({
    executablePath: program.executablePath,
    env: { ...process.env, ...program.env } as Record<string, string>,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

function installedPaths(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  }
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return [...names.map((name) => `/usr/bin/${name}`), '/opt/google/chrome/chrome'];
}

/**
 * Unpacks `@sparticuz/chromium` once. The package looks for its files in the folder for temporary files and takes what
 * lies there unseen, so it gets one of its own; and it brings its system libraries only where it believes to run on AWS.
 */
async function unpackFromNpm(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('this package is for Linux on x64 only');
  const { version } = JSON.parse(
    await readFile(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const folder = join(NPM_FOLDER, version);
  if (!existsSync(folder)) {
    const partial = `${folder}-${process.pid}`;
    await mkdir(partial, { recursive: true });
    const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    const fontSettings = join(partial, 'fonts/fonts.conf');
    await writeFile(fontSettings, (await readFile(fontSettings, 'utf8')).replaceAll('/tmp/', `${folder}/`));
    await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
