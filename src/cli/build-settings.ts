import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this file stands in. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** What a build is told from outside. Astro reads its configuration by itself, so it travels in the environment. */
export interface BuildSettings {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder the site is written to. */
  outDir: string;
  /** `/`, or a path that starts and ends with a slash. */
  base: string;
  drafts: boolean;
  /** The day that counts as today; absent for today in the site's zone. */
  asOf?: string;
  /** Where caches go: apart for each content folder, so that no build meets the leavings of another. */
  cacheDir: string;
}

/** `kb`, `/kb` and `/kb/` are all `/kb/`. */
export function normaliseBase(base: string): string {
  const path = base.split('/').filter(Boolean).join('/');
  return path === '' ? '/' : `/${path}/`;
}

/** The settings in an environment; what it does not name has its default. */
export function buildSettings(env: Record<string, string | undefined>): BuildSettings {
  const contentDir = resolve(CHECKOUT, env.CAIRN_CONTENT || 'content');
  const digest = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  return {
    contentDir,
    outDir: resolve(CHECKOUT, env.CAIRN_OUT || 'dist'),
    base: normaliseBase(env.CAIRN_BASE ?? ''),
    drafts: env.CAIRN_DRAFTS === '1',
    ...(env.CAIRN_AS_OF && { asOf: env.CAIRN_AS_OF }),
    cacheDir: resolve(CHECKOUT, 'node_modules/.cache/cairn', digest),
  };
}

/** The environment that says `settings`. */
export function toEnvironment(settings: Omit<BuildSettings, 'cacheDir'>): Record<string, string> {
  return {
    CAIRN_CONTENT: settings.contentDir,
    CAIRN_OUT: settings.outDir,
    CAIRN_BASE: settings.base,
    CAIRN_DRAFTS: settings.drafts ? '1' : '',
    CAIRN_AS_OF: settings.asOf ?? '',
  };
}
