import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { filesBelow, fingerprints } from './files.ts';
import { findInvalidHtml } from './html.ts';
import { findBrokenLinks, findOrphans } from './links.ts';
import { findLaxPolicies } from './policy.ts';
import { filesWithWord } from './secrets.ts';

const made: string[] = [];

/** A folder with these files in it. */
function folder(files: Record<string, string | Buffer>): string {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-gates-'));
  made.push(dir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

describe('links', () => {
  const good = {
    'index.html': '<a href="/kb/a/#here">a</a> <a href="https://elsewhere.example/">out</a> <a href="#top">top</a>',
    'a/index.html':
      '<h2 id="here">Here</h2><a href="../">home</a><img src="../p.png" srcset="/kb/p.png 1x, /kb/p.png 2x">',
    '404.html': '<a href="/kb/">home</a>',
    'p.png': '',
    's.css': 'body { background: url("p.png") } /* url(gone.png) */',
  };

  test('finds nothing where nothing is wrong', () => {
    const dir = folder({ ...good, 'old/index.html': '<meta http-equiv="refresh" content="0; url=/kb/a/">' });
    expect(findBrokenLinks(dir, '/kb/')).toEqual([]);
    expect(findOrphans(dir, '/kb/')).toEqual([]);
  });

  test.each([
    ['<p>\n<a href="/kb/gone/">x</a>', 'x.html:2 /kb/gone/: no such file'],
    ['<a href="/kb/a/#gone">x</a>', 'x.html:1 /kb/a/#gone: no #gone there'],
    ['<a href="/kb/a">x</a>', 'x.html:1 /kb/a: lacks the slash at its end'],
    ['<a href="/a/">x</a>', 'x.html:1 /a/: leaves /kb/'],
    ['<a href="javascript:void 0">x</a>', 'x.html:1 javascript:void 0: runs code'],
    ['<form action="/kb/find/"></form>', 'x.html:1 /kb/find/: no such file'],
    ['<img src="p.png" srcset="p.png 1x, q.png 2x">', 'x.html:1 q.png: no such file'],
    [
      '<img src="https://elsewhere.example/p.png">',
      'x.html:1 https://elsewhere.example/p.png: is fetched from elsewhere',
    ],
    [
      '<script src="//elsewhere.example/a.js"></script>',
      'x.html:1 //elsewhere.example/a.js: is fetched from elsewhere',
    ],
    ['<link rel="stylesheet" href="gone.css">', 'x.html:1 gone.css: no such file'],
    ['<meta http-equiv="refresh" content="0; url=/kb/gone/">', 'x.html:1 /kb/gone/: no such file'],
    ['<style>a { background: url(gone.png) }</style>', 'x.html:1 gone.png: no such file'],
    ['<svg><use href="#gone"/></svg>', 'x.html:1 #gone: no #gone there'],
  ])('%s', (html, fault) => {
    expect(findBrokenLinks(folder({ ...good, 'x.html': html }), '/kb/')).toEqual([fault]);
  });

  test('looks into style sheets', () => {
    const css = 'a {}\nb { background: url(gone.png) }\n@import "https://elsewhere.example/a.css";';
    expect(findBrokenLinks(folder({ 'index.html': '', 'a.css': css }), '/')).toEqual([
      'a.css:2 gone.png: no such file',
      'a.css:3 https://elsewhere.example/a.css: is fetched from elsewhere',
    ]);
  });

  test('finds a page that nothing leads to', () => {
    expect(findOrphans(folder({ ...good, 'b/index.html': '<a href="/kb/b/">self</a>' }), '/kb/')).toEqual([
      'b/index.html',
    ]);
  });
});

test('HTML: finds an error and says where, and how often', async () => {
  const page = (body: string): string =>
    `<!doctype html>\n<html lang="en"><head><title>A page</title></head><body>\n${body}\n</body></html>`;
  const bad = page('<p><input type="nonsense"></p>');
  const dir = folder({ 'good.html': page('<p>Text</p>'), 'bad/index.html': bad, 'worse.html': bad });
  const faults = await findInvalidHtml(dir);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/^bad\/index\.html:3:\d+ .+ \([a-z0-9-]+\), 2 times$/);
});

test('policy: finds what is missing and what is lax', () => {
  const strict = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'";
  const page = (policy: string): string => `<meta http-equiv="content-security-policy" content="${policy}">`;
  const good = { 'a.html': page(`${strict}; script-src 'self' 'wasm-unsafe-eval' 'sha256-abc='`) };
  const redirect = { 'old.html': '<meta http-equiv="refresh" content="0; url=/">' };
  expect(findLaxPolicies(folder({ ...good, ...redirect }))).toEqual([]);
  const lax = page(`${strict.replace("object-src 'none'; ", '')}; script-src 'self' 'unsafe-inline'; style-src https:`);
  expect(findLaxPolicies(folder({ ...good, 'b.html': lax, 'c.html': lax, 'd.html': '' }))).toEqual([
    "object-src is not 'none', 2 pages",
    "script-src allows 'unsafe-inline', 2 pages",
    'style-src allows https:, 2 pages',
    '0 policies, 1 pages',
  ]);
});

test('secrets: finds a word in a name, in text of any case, in gzip and in base64', () => {
  const dir = folder({
    'clean.html': 'nothing here',
    'zqxj.html': 'nothing here',
    'deep/text.html': 'a ZQXJ here',
    'a.pf_fragment': gzipSync('the zqxj in the index'),
    ...Object.fromEntries(
      [0, 1, 2].map((shift) => [`${shift}.css`, `url(data:x;base64,${btoa(`${'.'.repeat(shift)}zqxj1.${shift}`)})`]),
    ),
  });
  expect(filesWithWord(dir, 'zqxj')).toEqual([
    '0.css',
    '1.css',
    '2.css',
    'a.pf_fragment',
    'deep/text.html',
    'zqxj.html',
  ]);
});

test('fingerprints tell a changed byte and a new file', () => {
  const [one, two] = [folder({ 'a/b': '1', c: '2' }), folder({ 'a/b': '1', c: '3', d: '' })];
  expect(filesBelow(one)).toEqual(['a/b', 'c']);
  expect(fingerprints(one)).not.toEqual(fingerprints(two));
  expect(fingerprints(one)['a/b']).toBe(fingerprints(two)['a/b']);
});
