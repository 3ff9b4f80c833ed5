import type { BuildSettings } from './build-settings.ts';
import { announce, astroWith, printFailure } from './site.ts';

/** `cairn preview`: serves the built site as a host would. Returns when it is stopped. */
export async function preview(settings: BuildSettings, server: { port?: number; host?: string }): Promise<number> {
  const { preview } = await astroWith(settings);
  try {
    const running = await preview({ root: process.cwd(), logLevel: 'error', server });
    announce('The site:', `http://${running.host ?? 'localhost'}:${running.port}${settings.base}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => running.stop());
    await running.closed();
    return 0;
  } catch (error) {
    printFailure(error);
    return 1;
  }
}
