import type { BuildSettings } from './build-settings.ts';
import { announce, astroWith, printFailure } from './site.ts';

/** `cairn dev`: serves the site, drafts included, and follows every edit. Returns when it is stopped. */
export async function dev(settings: BuildSettings, server: { port?: number; host?: string }): Promise<number> {
  const { dev } = await astroWith({ ...settings, drafts: true });
  try {
    const running = await dev({ root: process.cwd(), logLevel: 'error', server });
    const origin = running.resolvedUrls.local[0] ?? `http://localhost:${running.address.port}`;
    announce('The site, following your edits:', new URL(settings.base, origin).href);
    return await new Promise<number>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => running.stop().then(() => resolve(0)));
      }
    });
  } catch (error) {
    printFailure(error);
    return 1;
  }
}
