import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { buildSite, CHECKOUT, type RunningServer, startServer } from '../site.ts';
import { searchResults } from './search-page.ts';
import { type Complaints, watch } from './watch.ts';

let browser: Browser;
let page: Page;
let content: string;
let workshop: string;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
  // Outside of node_modules, where no watcher looks.
  workshop = await mkdtemp(join(tmpdir(), 'cairn-servers-'));
  content = join(workshop, 'content');
  await cp(join(CHECKOUT, 'src/testing/fixtures/tiny'), content, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await rm(workshop, { recursive: true });
});

/** A port that nobody listens on. */
function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' && address?.port)));
    });
  });
}

describe('cairn preview', () => {
  let server: RunningServer;
  let complaints: Complaints;

  beforeAll(async () => {
    const out = join(workshop, 'out');
    await buildSite({ content, out, base: '/kb' });
    server = await startServer([
      'preview',
      '--content',
      content,
      '--out',
      out,
      '--base',
      '/kb',
      '--port',
      await freePort(),
    ]);
    page = await browser.newPage();
    complaints = watch(page, server.url);
  });

  afterAll(() => server?.stop());

  test('says the address of the first page', async () => {
    expect(new URL(server.url).pathname).toBe('/kb/');
    expect((await page.goto(server.url))?.status()).toBe(200);
    expect(await page.title()).toContain('Tiny Archive');
  });

  test('has the search with it', async () => {
    expect((await searchResults(page, server.url, 'ORA-00060'))[0]).toBe('incidents/2025-03-04-queue-stalled/');
  });

  test('a former id leads on', async () => {
    await page.goto(`${server.url}incidents/queue-outage/`);
    await page.waitForURL(`${server.url}incidents/2025-03-04-queue-stalled/`);
  });

  test('nothing was complained about', () => {
    expect(complaints).toEqual([]);
  });

  test('what is not there is not found', async () => {
    expect((await page.goto(`${server.url}no/such/page/`))?.status()).toBe(404);
  });
});

describe('cairn dev', () => {
  const file = 'postmortems/2025/2025-12-31-last-hour.md';
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer(['dev', '--content', content, '--port', await freePort()]);
    page = await browser.newPage();
  });

  afterAll(() => server?.stop());

  async function edit(change: (text: string) => string): Promise<void> {
    await writeFile(join(content, file), change(await readFile(join(content, file), 'utf8')));
  }

  test('shows the site, drafts included, with its search', async () => {
    await edit((text) => text.replace('status: review', 'status: draft'));
    expect((await page.goto(`${server.url}incidents/2025-12-31-last-hour/`))?.status()).toBe(200);
    expect((await searchResults(page, server.url, 'ORA-00060'))[0]).toBe('incidents/2025-03-04-queue-stalled/');
  });

  test('follows an edit, in the page and in the search', async () => {
    await edit((text) => `${text}\nThe quetzalcoatlus landed.\n`);
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}incidents/2025-12-31-last-hour/`);
          return page.getByRole('main').textContent();
        },
        { timeout: 20_000 },
      )
      .toContain('quetzalcoatlus');
    await expect
      .poll(async () => (await searchResults(page, server.url, 'quetzalcoatlus'))[0], { timeout: 20_000 })
      .toBe('incidents/2025-12-31-last-hour/');
  });

  test('names a mistake and recovers from it', async () => {
    await edit((text) => text.replace('severity:', 'severty:'));
    await expect
      .poll(() => server.output(), { timeout: 20_000 })
      .toMatch(/2025-12-31-last-hour\.md:\d+:\d+ .*severity/);
    await edit((text) => text.replace('severty:', 'severity:').replace('landed', 'left'));
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}incidents/2025-12-31-last-hour/`);
          return page.getByRole('main').textContent();
        },
        { timeout: 20_000 },
      )
      .toContain('quetzalcoatlus left');
  });
});
