import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

/** What the policy of a page must say, directive by directive. */
const REQUIRED: Record<string, string> = {
  'default-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self'",
};

/** Sources that weaken nothing: our own origin, what is known by its hash, and WebAssembly, which the search runs on. */
const STRICT = /^'(?:self|none|wasm-unsafe-eval|sha(?:256|384|512)-.+)'$/;

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/gi;

/**
 * Every way in which the security policies of the pages below `dir` are laxer than they may be, once, with how many pages
 * have it. A page that only sends the reader on needs none.
 */
export function findLaxPolicies(dir: string): string[] {
  const counts = new Map<string, number>();
  for (const file of filesBelow(dir).filter((path) => path.endsWith('.html'))) {
    const html = readFileSync(join(dir, file), 'utf8');
    if (/http-equiv="?refresh/i.test(html)) continue;
    for (const fault of faultsOf(html)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  return [...counts].map(([fault, count]) => `${fault}, ${count} pages`);
}

function faultsOf(html: string): string[] {
  const metas = [...html.matchAll(META)];
  if (metas.length !== 1) return [`${metas.length} policies`];
  const directives = (metas[0]?.[1] ?? '').split(';').map((directive) => directive.trim().split(/\s+/));
  const policy = new Map(directives.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
  const missing = Object.entries(REQUIRED)
    .filter(([name, source]) => policy.get(name)?.join(' ') !== source)
    .map(([name, source]) => `${name} is not ${source}`);
  const lax = [...policy].flatMap(([name, sources]) =>
    sources
      .filter((source) => !STRICT.test(source) && !(name === 'img-src' && source === 'data:'))
      .map((source) => `${name} allows ${source}`),
  );
  return [...missing, ...lax];
}
