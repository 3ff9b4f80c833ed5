import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { buildSearchBundle, currentBundle, type IndexedPage, type SearchBundle } from './search-bundle.ts';

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** How long after a change the archive may still be reading itself anew, in milliseconds. */
const SETTLING = 500;

/** What Astro writes while it builds and types the site; what it read of the content is the one file that counts. */
const OWN_FILES = /\/\.astro\/(?!data-store\.json$)/;

/** Where the site and its search index are: `/kb/`, and the name of a folder below it. */
interface Place {
  base: string;
  folder: string;
}

/**
 * Search in `dev`: the first request for a file of the index indexes the pages that the server itself shows, in memory;
 * the next request after a change does so again.
 */
export function serveSearchIndex(server: ViteDevServer, { base, folder }: Place, logger: AstroIntegrationLogger): void {
  const start = `${base}${folder}/`;
  let building: Promise<SearchBundle> | undefined;
  let settled: NodeJS.Timeout | undefined;
  const forget = (): void => {
    building = undefined;
  };
  server.watcher.on('all', (_, path) => {
    if (OWN_FILES.test(path.replaceAll('\\', '/'))) return;
    forget();
    clearTimeout(settled);
    settled = setTimeout(forget, SETTLING);
  });
  const bundle = (): Promise<SearchBundle> => {
    building ??= indexServer(server, base, logger).catch((error) => {
      forget();
      throw error;
    });
    return building;
  };
  server.middlewares.use((request, response, next) => {
    // Astro takes the base path off `url` on the way here.
    const path = (request.originalUrl ?? request.url ?? '').replace(/[?#].*$/, '');
    if (!path.startsWith(start)) return next();
    bundle()
      .then((current) => answer(response, path.slice(start.length), current))
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

async function indexServer(server: ViteDevServer, base: string, logger: AstroIntegrationLogger): Promise<SearchBundle> {
  const home = server.resolvedUrls?.local[0];
  if (!home) throw new Error('The search index needs the address of the dev server, which is not listening');
  const bundle = await buildSearchBundle(await crawl(new URL(base, home)));
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
    pages.push({ url: `/${path.slice(home.pathname.length)}`, html: () => html });
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
