import type { Command } from './command.ts';
import { readArchiveSettings, readServer, readSettings, SHARED } from './options.ts';

const { content, out, base, drafts, 'as-of': asOf, port, host } = SHARED;

export const build: Command = {
  usage: 'build [options]',
  about:
    'Writes the site to a folder. Exit code: 0; 1 when a file is wrong; 130 interrupted. Then the site that was there stays.',
  options: { content, out, base, drafts, 'as-of': asOf },
  run: async ({ values }) => (await import('./build.ts')).build(readArchiveSettings(values)),
};

export const dev: Command = {
  usage: 'dev [options]',
  about: 'Serves the site, drafts included, and follows your edits.',
  options: { content, base, 'as-of': asOf, port, host },
  run: async ({ values }) => (await import('./dev.ts')).dev(readArchiveSettings(values), readServer(values)),
};

export const preview: Command = {
  usage: 'preview [options]',
  about: 'Serves the site that `cairn build` wrote, as a host would.',
  options: { content, out, base, port, host },
  run: async ({ values }) => (await import('./preview.ts')).preview(readSettings(values), readServer(values)),
};
