import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { emptyFolder } from '../site.ts';
import { violations } from './judge.ts';
import { buildSearchSite, found, type SearchSite, serveSearchSite } from './search-fixture.ts';
import { type Complaints, watch } from './watch.ts';

const BASE = '/kb/';

let browser: Browser;
let built: string;
let site: SearchSite;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  built = join(await emptyFolder('search'), 'site');
  await buildSearchSite(built, BASE);
  browser = await launchBrowser(inject('browser'));
  site = await serveSearchSite(built, BASE);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = watch(page, site.url);
});

afterEach(() => context.close());

const search = async (query: string, status: RegExp = /result/): Promise<string[]> => {
  await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
  return found(page, status);
};
// As it is seen: what is hidden does not count, and blocks are lines of their own.
const shown = (part: Locator): Promise<string> => part.innerText();
const notes = () => shown(page.locator('[data-search="notes"]'));
const field = () => page.getByRole('main').getByRole('searchbox');
const facet = (name: string) => page.getByRole('checkbox', { name, exact: false });

describe('identifiers, codes and versions are found', () => {
  test.each([
    ['ORA-00060', '2024-03-01-migration-deadlock'],
    ['ora-00060:', '2024-03-01-migration-deadlock'],
    ['INC-1234', '2024-03-01-migration-deadlock'],
    ['2024-03-01-migration-deadlock', '2024-03-01-migration-deadlock'],
    ['oom', '2024-03-01-migration-deadlock'],
    ['kube_pod_restarts_total', '2024-09-12-restart-loop'],
    ['kube_pod', '2024-09-12-restart-loop'],
    ['restarts_total', '2024-09-12-restart-loop'],
    ['KubePodCrashLooping', '2024-09-12-restart-loop'],
    ['CrashLooping', '2024-09-12-restart-loop'],
    ['1.2.3', '2024-09-12-restart-loop'],
    ['E_CONN_RESET', '2025-02-17-pool-drained'],
    ['CONN_RESET', '2025-02-17-pool-drained'],
    ['HikariPool', '2025-02-17-pool-drained'],
    ['com.example.QuoteRepository', '2025-02-17-pool-drained'],
    ['QuoteRepository', '2025-02-17-pool-drained'],
    ['cafe', '2025-02-17-pool-drained'],
    ['größe', '2025-02-17-pool-drained'],
    ['x509', '2025-06-30-certificate'],
    ['certificates', '2025-06-30-certificate'],
  ])('%s', async (query, id) => {
    expect((await search(query))[0]).toBe(id);
    expect(complaints).toEqual([]);
  });
});

describe('a result', () => {
  test('says what fixed it first, then title, severity, day and how long', async () => {
    await search('ORA-00060');
    const result = page.getByRole('main').locator('ol.hits > li').first();
    expect((await shown(result)).split(/\n+/).slice(0, 3)).toEqual([
      expect.stringContaining('What fixed it'),
      'Killed the backfill & reran it in <batches> of 500',
      'A column backfill deadlocked with checkout',
    ]);
    expect(await shown(result.locator('.meta'))).toMatch(/SEV1\s*2024-03-01\s*orders, database/);
    expect(await shown(result.locator('.took'))).toMatch(/^44 min\s*to mitigate\s*1 h 8 min to resolve$/);
    expect(await result.locator('.passage mark').allInnerTexts()).toContain('ORA-00060:');
    expect(await result.locator('.passage a').getAttribute('href')).toBe(
      '/kb/incidents/2024-03-01-migration-deadlock/#signals',
    );
  });

  test('shows what a page says and runs none of it', async () => {
    await search('printed script compared');
    const passage = page.locator('ol.hits .passage').first();
    expect(await shown(passage)).toContain('compared a < b and printed <img src=x');
    expect(await page.locator('ol.hits img').count()).toBe(0);
    expect(await page.title()).toBe('Search');
  });

  test('opens its page under the base path', async () => {
    await search('ORA-00060');
    await page.getByRole('link', { name: 'A column backfill' }).click();
    await page.getByRole('heading', { level: 1, name: 'A column backfill' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('facets', () => {
  test('can be browsed without a query, the newest first and what has no date last', async () => {
    await page.goto(`${site.url}search/`);
    expect(await found(page, /^6 pages$/)).toEqual([
      '2025-06-30-certificate',
      '2025-02-17-pool-drained',
      '2024-09-12-restart-loop',
      '2024-03-01-migration-deadlock',
      expect.anything(),
      expect.anything(),
    ]);
    expect(await shown(facet('SEV2').locator('..'))).toMatch(/SEV2\s*2/);
  });

  test('values of one facet are alternatives, facets restrict each other, and counts say so', async () => {
    await page.goto(`${site.url}search/`);
    await found(page, /^6 pages$/);
    await facet('SEV2').check();
    await found(page, /^2 pages$/);
    await facet('SEV3').check();
    expect(await found(page, /^3 pages$/)).toHaveLength(3);
    expect(await shown(facet('SEV1').locator('..'))).toMatch(/SEV1\s*1/);
    await facet('database').check();
    expect(await found(page, /^1 page$/)).toEqual(['2025-02-17-pool-drained']);
    expect(await shown(facet('SEV1').locator('..'))).toMatch(/SEV1\s*1/);
    expect(await shown(facet('edge').locator('..'))).toMatch(/edge\s*1/);
    expect(new URL(page.url()).search).toBe('?severity=SEV2&severity=SEV3&service=database');
  });

  test('stand in the address with the query: reload, back, a shared link', async () => {
    await search('deadlock');
    await facet('SEV1').check();
    const one = await found(page, /^1 result for/);
    await page.reload();
    expect(await found(page, /^1 result for/)).toEqual(one);
    expect(await facet('SEV1').isChecked()).toBe(true);
    expect(await field().inputValue()).toBe('deadlock');
    await page.goBack();
    expect((await found(page, /^[23] results for/)).length).toBeGreaterThan(1);
    expect(await facet('SEV1').isChecked()).toBe(false);
    await page.goForward();
    expect(await found(page, /^1 result for/)).toEqual(one);
  });

  test('that leave nothing say how much is behind them, and can be removed', async () => {
    await page.goto(`${site.url}search/?q=deadlock&severity=SEV3`);
    await found(page, /^No results for/);
    expect(await notes()).toMatch(/The filters leave nothing of [23] results/);
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    expect((await found(page, /^[23] results/)).length).toBeGreaterThan(1);
  });

  test('sort by date, in the address', async () => {
    await search('connection certificate migration', /result/);
    await page.goto(`${site.url}search/?q=migration`);
    const byRelevance = await found(page, /^2 results/);
    expect(byRelevance[0]).toBe('2024-03-01-migration-deadlock');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('newest first');
    await page.waitForURL(/sort=date/);
    await expect
      .poll(() => found(page, /^2 results/))
      .toEqual(['2025-06-30-certificate', '2024-03-01-migration-deadlock']);
  });
});

describe('no search is a dead end', () => {
  test('a pasted log line is cleaned, and the page says of what', async () => {
    const line =
      '2026-11-20T03:12:44.918+01:00 ERROR [orders,7f3c9a1e5b2d4c60] c.k.b.db.QuoteRepository - HikariPool-1 - Connection is not available, request timed out after 30004ms (total=40) pod=orders-6d9f7c5b8-x2lqk';
    expect((await search(line))[0]).toBe('2025-02-17-pool-drained');
    expect(await notes()).toMatch(/time, level/);
  });

  test('unknown words are left out by name', async () => {
    expect((await search('xylophone deadlock'))[0]).toBe('2024-03-01-migration-deadlock');
    expect(await notes()).toBe('No page has “xylophone”.');
  });

  test('words that no page holds together are relaxed', async () => {
    expect((await search('certificate backfill deadlock'))[0]).toBe('2024-03-01-migration-deadlock');
    expect(await notes()).toMatch(/^No page has all of these words/);
    expect(await shown(page.locator('ol.hits > li').first())).toContain('Without certificate');
  });

  test('a slip of the pen is read as the word that was meant, and said', async () => {
    expect((await search('deadlok'))[0]).toBe('2024-03-01-migration-deadlock');
    expect(await notes()).toMatch(/No page has “deadlok”\. Searched in its place: “deadlock/);
  });

  test('an unknown word alone gives no accidental results', async () => {
    expect(await search('xylophone', /^No results/)).toEqual([]);
    expect(await page.getByRole('main').getByRole('link', { name: 'All pages' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a phrase in quotation marks is exact, else its words are searched', async () => {
    expect(await search('"deadlock detected"')).toEqual(['2024-03-01-migration-deadlock']);
    expect(await notes()).toBe('');
    expect(await search('"detected deadlock"')).toEqual(['2024-03-01-migration-deadlock']);
    expect(await notes()).toMatch(/exactly these words in this order/);
  });

  test.each([
    ['colons and brackets', 'a:b::c [x] {y} (z) <w> \\ / | ^ $ * + ? .'],
    ['one quotation mark', '"'],
    ['quotation marks within', 'say "deadlock" and "detected'],
    ['emoji', '🔥🔥🔥'],
    ['emoji beside a word', '🔥 deadlock 👩‍👩‍👧'],
    ['half of a surrogate pair', 'deadlock \ud83d'],
    ['percent signs', '%E0%A4%A 100%'],
    ['markup', '<script>alert(1)</script> &amp; <mark>deadlock</mark>'],
    ['names of objects', '__proto__ constructor toString hasOwnProperty'],
    ['words of the filter language', 'any all none not'],
    ['other scripts', '日本語 接続 Ελληνικά عربي'],
    ['nothing but space', '   '],
  ])('%s never throw', async (_, query) => {
    await page.goto(`${site.url}search/`);
    await found(page, /^6 pages$/);
    await field().fill(query);
    await page.keyboard.press('Enter');
    await found(page, query.trim() ? / for “/ : /^6 pages$/);
    expect(complaints).toEqual([]);
  });

  test('50 kB are searched by their first words, and the address stays short', async () => {
    await page.goto(`${site.url}search/`);
    await found(page, /^6 pages$/);
    const line = 'deadlock detected while waiting for resource\n';
    await field().fill(line.repeat(1200));
    expect((await found(page, /^1 result for/))[0]).toBe('2024-03-01-migration-deadlock');
    expect(page.url().length).toBeLessThan(1000);
    expect(complaints).toEqual([]);
  });

  test('the lines of a paste stay apart', async () => {
    expect((await search('HikariPool-1\nConnection'))[0]).toBe('2025-02-17-pool-drained');
    expect(await field().inputValue()).toBe('HikariPool-1 Connection');
    expect(await notes()).toBe('');
  });

  test('50 kB from the field of another page arrive', async () => {
    await page.goto(site.url);
    const top = page.getByRole('banner').getByRole('searchbox');
    await top.fill('deadlock detected while waiting for resource '.repeat(1200));
    await top.press('Enter');
    expect((await found(page, /^1 result for/))[0]).toBe('2024-03-01-migration-deadlock');
    expect(page.url().length).toBeLessThan(1000);
  });
});

describe('by keyboard, from any page', () => {
  test('/ goes to the field, and Enter to the results', async () => {
    await page.goto(`${site.url}incidents/2024-03-01-migration-deadlock/`);
    await page.keyboard.press('/');
    await page.keyboard.type('HikariPool');
    await page.keyboard.press('Enter');
    expect((await found(page, /^1 result/))[0]).toBe('2025-02-17-pool-drained');
    await page.getByRole('heading', { name: 'Results' }).click();
    await page.keyboard.press('/');
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field().inputValue()).toBe('HikariPool');
  });

  test('Ctrl-K opens the dialog; arrows go through the results; Enter opens one', async () => {
    await page.goto(`${site.url}incidents/2024-03-01-migration-deadlock/`);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').waitFor();
    await page.keyboard.type('connection is not available');
    await dialog.getByRole('status').filter({ hasText: '1 result' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The nightly report' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('Escape closes the dialog, and Enter in its field shows all results on the search page', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('deadlock');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=deadlock$/);
    expect((await found(page, /results for/)).length).toBeGreaterThan(1);
  });

  test('Tab goes from the field through the facets to the results', async () => {
    await search('ORA-00060');
    await field().focus();
    const stops: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { activeElement: on } = document;
          return on instanceof HTMLInputElement ? on.type : (on?.localName ?? '');
        }),
      );
      if (stops.at(-1) === 'a') break;
    }
    expect([...new Set(stops)]).toEqual(
      ['submit', 'summary', 'checkbox', 'select', 'a'].map((name) => (name === 'submit' ? 'button' : name)),
    );
  });
});

describe('loading', () => {
  test('an ordinary page fetches nothing of the search before it is meant', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /pagefind|search-(?:dialog|session|page)/.test(path))).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => asked.filter((path) => path.endsWith('.pf_meta'))).toHaveLength(1);
  });

  test('without JavaScript the page says so and leads to the lists', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(`${site.url}search/`);
    expect(await shown(without.getByRole('main'))).toContain('needs JavaScript');
    expect(await shown(without.getByRole('main'))).not.toContain('has not started');
    expect(await without.getByRole('main').getByRole('link', { name: 'All pages' }).isVisible()).toBe(true);
    await plain.close();
  });

  test('the page with results is accessible', async () => {
    await search('deadlock');
    expect(await violations(page)).toEqual([]);
  });
});

describe('after a deploy', () => {
  /** The site with one page more: another index, so another folder of it. */
  let next: string;

  beforeAll(async () => {
    next = join(await emptyFolder('search-next'), 'site');
    await cp(built, next, { recursive: true });
    const { writeSearchIndex } = await import('../../integrations/search-index.ts');
    const added = join(next, 'incidents/2026-01-01-after');
    await cp(join(next, 'incidents/2025-06-30-certificate'), added, { recursive: true });
    await writeSearchIndex(next);
  });

  afterEach(() => {
    site.dir = built;
  });

  test('a page that was open finds what is new, without being reloaded', async () => {
    expect(await search('certificate')).toEqual(['2025-06-30-certificate']);
    site.dir = next;
    await field().fill('expired');
    expect((await found(page, /^2 results for “expired”/)).sort()).toEqual([
      '2025-06-30-certificate',
      '2026-01-01-after',
    ]);
  });

  test('an index that is gone is said to be gone, with a way on', async () => {
    await search('certificate');
    const bare = join(await emptyFolder('search-bare'), 'site');
    await cp(built, bare, { recursive: true });
    await rm(join(bare, 'pagefind'), { recursive: true });
    site.dir = bare;
    await field().fill('expired');
    await found(page, /^The search is not available/);
    expect(await page.getByRole('link', { name: 'Reload the search' }).isVisible()).toBe(true);
    site.dir = built;
    await page.getByRole('link', { name: 'Reload the search' }).click();
    await found(page, /^6 pages$/);
  });

  test('a dialog whose script is gone says so', async () => {
    const stripped = join(await emptyFolder('search-stripped'), 'site');
    await cp(built, stripped, { recursive: true });
    await page.goto(site.url);
    await rm(join(stripped, 'assets'), { recursive: true });
    site.dir = stripped;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('link', { name: 'Open the search page' }).waitFor();
  });

  test('a search page whose script is gone says so', async () => {
    const stripped = join(await emptyFolder('search-stripped-page'), 'site');
    await cp(built, stripped, { recursive: true });
    for (const file of await readdir(join(stripped, 'assets'))) {
      if (file.endsWith('.js')) await rm(join(stripped, 'assets', file));
    }
    site.dir = stripped;
    await page.goto(`${site.url}search/`);
    const wayOn = page.getByRole('main').getByRole('link', { name: 'load it anew' });
    expect(await wayOn.isVisible()).toBe(false);
    await wayOn.waitFor();
  });
});
