import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuildSettings } from './build-settings.ts';
import { replaceSite } from './replace-site.ts';
import { astroWith, printFailure } from './site.ts';

/**
 * `cairn build`: writes the site to `outDir`. Returns the exit code. It is made in a folder of its own and put in its place when
 * it is whole: mistakes in the content, and whoever interrupts it, leave what stood there.
 */
export async function build(settings: BuildSettings): Promise<number> {
  const called = process.cwd();
  const workshop = join(settings.cacheDir, `site-${process.pid}`);
  const leave = (): void => {
    removeForGood(workshop);
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  try {
    mkdirSync(settings.outDir, { recursive: true });
    const { build } = await astroWith({ ...settings, outDir: workshop });
    try {
      await build({ root: process.cwd(), logLevel: 'error' });
    } catch (error) {
      printFailure(error);
      return 1;
    }
    replaceSite(workshop, settings.outDir);
    process.stderr.write(`The site is in ${relative(called, settings.outDir) || '.'}\n`);
    return 0;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, leave);
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Removes a folder into which other threads may write still: what they had begun they bring to an end. */
function removeForGood(folder: string): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 40; attempt += 1) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    Atomics.wait(nothing, 0, 0, 50);
    if (!existsSync(folder)) return;
  }
}
