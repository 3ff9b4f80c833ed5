import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ServedSite, serve } from '../serve.ts';
import { emptyFolder } from '../site.ts';
import { overflow, violations, weighScripts } from './judge.ts';
import { builtPages, samplesOfKinds } from './page-kinds.ts';
import { watch } from './watch.ts';

const POLICY = '<meta http-equiv="content-security-policy" content="default-src \'self\'; img-src \'self\' data:">';
const PAGES: Record<string, string> = {
  'index.html': '<main><h1>Home</h1><p>Nothing is wrong here.</p></main>',
  'faults/index.html':
    '<main><h1>Faults</h1><img src="/gone.png"><div style="width: 900px">wide</div><script src="/throws.js"></script></main>',
  'elsewhere/index.html': '<main><h1>Elsewhere</h1><img alt="" src="http://127.0.0.1:9/p.png"></main>',
  'inline/index.html': `<main><h1>Inline</h1></main><script>document.title = 'ran'</script>`,
  'moved/index.html': '<meta http-equiv="refresh" content="0; url=/">',
  'throws.js': `throw new Error('planted')`,
};

let browser: Browser;
let site: ServedSite;
let page: Page;
let dir: string;

beforeAll(async () => {
  dir = await emptyFolder('judged');
  for (const [path, body] of Object.entries(PAGES)) {
    const file = join(dir, path);
    await mkdir(join(file, '..'), { recursive: true });
    const head = `<!doctype html><html lang="en"><head><meta charset="utf-8">${POLICY}<link rel="icon" href="data:,"><title>T</title>`;
    await writeFile(file, path.endsWith('.html') ? `${head}</head><body>${body}</body></html>` : body);
  }
  site = await serve(dir, '/');
  browser = await launchBrowser(inject('browser'));
  page = await browser.newPage({ viewport: { width: 360, height: 800 } });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function complaintsAbout(path: string): Promise<string> {
  const other = await browser.newPage();
  const complaints = watch(other, site.url);
  await other.goto(site.url + path);
  await other.close();
  return complaints.join('\n');
}

test('watching finds each fault, and none where there is none', async () => {
  expect(await complaintsAbout('')).toBe('');
  const faults = await complaintsAbout('faults/');
  expect(faults).toContain(`404: ${site.url}gone.png`);
  expect(faults).toContain('exception: planted');
  expect(faults).toContain('console: Applying inline style violates');
  expect(await complaintsAbout('elsewhere/')).toContain('Loading the image');
  expect(await complaintsAbout('inline/')).toContain('Executing inline script violates');
});

test('axe works under the policy and finds a fault', async () => {
  await page.goto(site.url);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${site.url}faults/`);
  expect((await violations(page)).join('\n')).toContain('image-alt');
});

test('finds what is too wide', async () => {
  await page.goto(site.url);
  expect(await overflow(page)).toEqual([]);
  await page.evaluate(() => {
    const div = document.createElement('div');
    div.style.width = '900px';
    div.textContent = 'wide';
    document.body.append(div);
  });
  expect((await overflow(page))[0]).toBe('the page is 908 px wide');
});

test('weighs scripts, fetched and inline', async () => {
  const weightOf = async (path: string): Promise<number> => {
    const other = await browser.newPage();
    const weight = weighScripts(other);
    await other.goto(site.url + path, { waitUntil: 'networkidle' });
    return weight().finally(() => other.close());
  };
  expect(await weightOf('')).toBe(0);
  expect(await weightOf('faults/')).toBeGreaterThan(20);
  expect(await weightOf('inline/')).toBeGreaterThan(20);
});

test('knows the pages that are shown, and of what kind they are', async () => {
  expect(builtPages(dir).map(({ path, kind }) => [path, kind])).toEqual([
    ['elsewhere/', 'elsewhere'],
    ['faults/', 'faults'],
    ['', 'home'],
    ['inline/', 'inline'],
  ]);
  const one = (path: string, size: number) => ({ file: `${path}index.html`, path, kind: 'incidents/*', size });
  const incidents = [one('incidents/a/', 2), one('incidents/b/', 9), one('incidents/c/', 1)];
  expect(samplesOfKinds(incidents).map(({ path }) => path)).toEqual(['incidents/b/', 'incidents/c/']);
});
