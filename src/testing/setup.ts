import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { type BrowserProgram, findBrowser } from './browser.ts';
import { serve } from './serve.ts';
import { buildSite, CHECKOUT, type ExampleSite, emptyWorkshop, SITES, SITES_ARE_BUILT } from './site.ts';

/** A build of the example archive that is being served. */
export interface RunningSite extends ExampleSite {
  /** Where it begins, with a slash at the end. */
  url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserProgram;
    sites: RunningSite[];
  }
}

/** Once before all browser tests: one browser that starts, and the example archive, built and served. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await findBrowser());
  if (!process.env[SITES_ARE_BUILT]) {
    await emptyWorkshop();
    for (const { base, dir } of SITES) await buildSite({ content: `${CHECKOUT}content`, out: dir, base });
  }
  const built = SITES.filter(({ dir }) => existsSync(dir));
  const servers = await Promise.all(built.map(({ dir, base }) => serve(dir, base)));
  project.provide(
    'sites',
    built.map((site, index) => ({ ...site, url: servers[index]?.url ?? '' })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
