import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSearchBundle, currentBundle, type IndexedPage, type SearchBundle } from './search-bundle.ts';
import { serveSearchIndex } from './search-dev.ts';

/** The folder of the search index in the site. */
const FOLDER = 'pagefind';

/** Indexes the built pages for search; in `dev`, the pages of the running server. */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'cairn-search-index',
    hooks: {
      // Found only when the search is first opened, it would make Vite reload the page under the reader's hands.
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { optimizeDeps: { include: ['fastest-levenshtein'] } } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:server:setup': ({ server, logger }) => serveSearchIndex(server, { base, folder: FOLDER }, logger),
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const { pages } = await writeSearchIndex(fileURLToPath(dir));
        logger.info(`${pages} pages can be searched (${Math.round(performance.now() - started)} ms)`);
      },
    },
  };
}

/** Indexes the pages below `siteDir` into its folder `pagefind/`, in place of what stood there. */
export async function writeSearchIndex(siteDir: string): Promise<SearchBundle> {
  const bundle = await buildSearchBundle(await pagesIn(siteDir));
  const folder = join(siteDir, FOLDER);
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of bundle.files) await write(join(folder, bundle.digest, path), content);
  await write(join(folder, 'current.json'), currentBundle(bundle));
  return bundle;
}

async function pagesIn(siteDir: string): Promise<IndexedPage[]> {
  const files = await readdir(siteDir, { recursive: true });
  const paths = files.map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.html'));
  return paths.map((path) => ({
    url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
    html: () => readFile(join(siteDir, path), 'utf8'),
  }));
}

async function write(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
