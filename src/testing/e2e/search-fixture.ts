import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { buildIndex } from '../../analysis/similarity/index.ts';
import { CHECKOUT, userEnvironment } from '../site.ts';

const FIXTURE = join(CHECKOUT, 'src/testing/fixtures/search-site');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** What a host may say about every file, workers included: nothing but its own, and WebAssembly. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; img-src 'self' data:; object-src 'none'";

/** Builds the site of `fixtures/search-site` into `out`. */
export async function buildSearchSite(out: string, base: string): Promise<void> {
  const astro = join(CHECKOUT, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build', '--root', FIXTURE], {
    cwd: CHECKOUT,
    env: { ...userEnvironment(), FIXTURE_OUT: out, FIXTURE_BASE: base, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  // An archive without incidents to compare: what is found, the search finds by itself.
  await mkdir(join(out, 'similar'), { recursive: true });
  await writeFile(join(out, 'similar/current.json'), '{"digest":"a1"}');
  await writeFile(join(out, 'similar/a1.json'), JSON.stringify({ index: buildIndex([]), cards: [] }));
}

/** A site on a port of this machine, whose folder can be changed while it runs, as a deploy does. */
export interface SearchSite {
  url: string;
  dir: string;
  close(): Promise<void>;
}

/** Serves `dir` below `base`, with a strict policy in the header of every answer. */
export async function serveSearchSite(dir: string, base: string): Promise<SearchSite> {
  const site = { dir } as SearchSite;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(base.length);
    const file = join(site.dir, path.endsWith('/') || path === '' ? `${path}index.html` : path);
    const content = await readFile(file).catch(() => undefined);
    response.writeHead(content ? 200 : 404, {
      'content-security-policy': POLICY,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  site.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return site;
}

/** Waits for the answer to what was asked and returns the ids of the pages in it, best first. */
export async function found(page: Page, status: RegExp): Promise<string[]> {
  await page.getByRole('main').getByRole('status').filter({ hasText: status }).waitFor();
  const links = page.getByRole('main').locator('ol .which a');
  return links.evaluateAll((anchors) =>
    anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname.split('/').at(-2) ?? ''),
  );
}
