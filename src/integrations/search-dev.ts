import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { buildSearchBundle, currentBundle, type IndexedPage, type SearchBundle } from './search-bundle.ts';

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** How long after a change the archive may still be reading itself anew, in milliseconds. */
const SETTLING = 500;

/**
 * Search in `dev`: the first request below `folder` (`/pagefind/`, with the base path) indexes the pages that the server
 * itself shows, in memory; the next request after a change does so again.
 */
export function serveSearchIndex(server: ViteDevServer, folder: string, logger: AstroIntegrationLogger): void {
  let building: Promise<SearchBundle> | undefined;
  let settled: NodeJS.Timeout | undefined;
  const forget = (): void => {
    building = undefined;
  };
  server.watcher.on('all', () => {
    forget();
    clearTimeout(settled);
    settled = setTimeout(forget, SETTLING);
  });
  const bundle = (): Promise<SearchBundle> => {
    building ??= indexServer(server, logger).catch((error) => {
      forget();
      throw error;
    });
    return building;
  };
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    if (!path.startsWith(folder)) return next();
    bundle()
      .then((current) => answer(response, path.slice(folder.length), current))
      .catch((error: Error) => {
        logger.error(error.message);
        response.writeHead(500).end();
      });
  });
}

function answer(response: ServerResponse, path: string, bundle: SearchBundle): void {
  const [digest, ...rest] = path.split('/');
  const content =
    path === 'current.json' ? currentBundle(bundle) : digest === bundle.digest && bundle.files.get(rest.join('/'));
  if (!content) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  response.end(content);
}

async function indexServer(server: ViteDevServer, logger: AstroIntegrationLogger): Promise<SearchBundle> {
  const home = server.resolvedUrls?.local[0];
  if (!home) throw new Error('The search index needs the address of the dev server, which is not listening');
  const bundle = await buildSearchBundle(await crawl(new URL(server.config.base, home)));
  logger.info(`${bundle.pages} pages can be searched`);
  return bundle;
}

/** Every page below `home` that is reached by links from it. */
async function crawl(home: URL): Promise<IndexedPage[]> {
  const pages: IndexedPage[] = [];
  const seen = new Set([home.pathname]);
  const queue = [home.pathname];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const response = await fetch(new URL(path, home));
    if (!response.ok || !response.headers.get('content-type')?.includes('text/html')) continue;
    const html = await response.text();
    pages.push({ url: `/${path.slice(home.pathname.length)}`, html });
    for (const target of linksOf(html, new URL(path, home))) {
      if (!target.startsWith(home.pathname) || seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return pages;
}

/** The paths that a page of this origin links to; files, such as feeds, are none. */
function linksOf(html: string, page: URL): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"#]+)/g)].flatMap(([, href = '']) => {
    const target = URL.parse(href.replaceAll('&amp;', '&'), page);
    return target?.origin === page.origin && target.pathname.endsWith('/') ? [target.pathname] : [];
  });
}
