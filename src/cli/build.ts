import { relative } from 'node:path';
import type { BuildSettings } from './build-settings.ts';
import { astroWith, printFailure } from './site.ts';

/** `cairn build`: writes the site to `outDir`. Returns the exit code. Mistakes in the content leave what stood there. */
export async function build(settings: BuildSettings): Promise<number> {
  const called = process.cwd();
  const { build } = await astroWith(settings);
  try {
    await build({ root: process.cwd(), logLevel: 'error' });
    process.stderr.write(`The site is in ${relative(called, settings.outDir) || '.'}\n`);
    return 0;
  } catch (error) {
    printFailure(error);
    return 1;
  }
}
