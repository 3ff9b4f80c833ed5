import { styleText } from 'node:util';
import { type BuildSettings, CHECKOUT, toEnvironment } from './build-settings.ts';

/**
 * Hands `settings` to Astro, which reads its configuration by itself, and returns its API. Nothing is sent anywhere, and
 * no server goes to the background: whoever started it sees it end.
 */
export async function astroWith(settings: Omit<BuildSettings, 'cacheDir'>): Promise<typeof import('astro')> {
  Object.assign(process.env, toEnvironment(settings), {
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  });
  process.chdir(CHECKOUT);
  return import('astro');
}

/** Prints why a build stopped: an archive's problems as they are, one a line; anything else with its stack. */
export function printFailure(error: unknown): void {
  if (error instanceof Error && error.name === 'ArchiveError') {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** The address a server answers at, said once it does. */
export function announce(what: string, address: string): void {
  process.stdout.write(`${what} ${styleText('bold', address)}\nStop it with Ctrl-C.\n`);
}
