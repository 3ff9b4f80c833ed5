import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A folder of files on a port of this machine. */
export interface ServedSite {
  /** Where the site begins, with a slash at the end: `http://127.0.0.1:40123/kb/`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the files in `dir` below `base` as a plain host does: gzip for text, 404.html for what is not there, and no
 * header on what a page may do, which the site has to say itself.
 */
export async function serve(dir: string, base: string): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname)).replaceAll('\\', '/');
    if (!path.startsWith(base)) return send(response, 404, undefined);
    const target = join(dir, path.slice(base.length));
    if (existsSync(target) && statSync(target).isDirectory()) {
      if (path.endsWith('/')) return send(response, 200, join(target, 'index.html'));
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    return send(response, 200, target);
  });

  function send(response: ServerResponse, status: number, file: string | undefined): void {
    if (file === undefined || !existsSync(file)) {
      const notFound = join(dir, '404.html');
      if (status === 404 || !existsSync(notFound)) return void response.writeHead(404).end();
      response.writeHead(404, { 'content-type': MEDIA_TYPES['.html'] });
      createReadStream(notFound).pipe(response);
      return;
    }
    const type = MEDIA_TYPES[extname(file)] ?? 'application/octet-stream';
    const isText = /^text|json|xml|svg/.test(type);
    response.writeHead(status, { 'content-type': type, ...(isText && { 'content-encoding': 'gzip' }) });
    pipeline([createReadStream(file), ...(isText ? [createGzip()] : []), response], () => {});
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
