import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { found, type SearchSite, serveSearchSite } from './search-fixture.ts';
import { type Complaints, watch } from './watch.ts';

const BASE = '/kb/';

let browser: Browser;
let site: SearchSite;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
  site = await serveSearchSite(inject('sites').find(({ base }) => base === BASE)?.dir ?? '', BASE);
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

const main = () => page.getByRole('main');

test('each paste of the guide finds the incident that stands beside it, among the first three', async () => {
  await page.goto(`${site.url}guides/search-at-3am/`);
  const rows = await main()
    .locator('table.pastes tbody tr')
    .evaluateAll((all) =>
      all.map((row) => {
        const [paste, incident] = [...row.querySelectorAll('a')];
        const id = incident?.pathname.split('/').at(-2) ?? '';
        return {
          paste: paste?.textContent?.trim() ?? '',
          href: paste?.href ?? '',
          id,
          title: incident?.textContent?.trim(),
        };
      }),
    );
  expect(rows).toHaveLength(20);
  const missed: string[] = [];
  for (const { paste, href, id, title } of rows) {
    await page.goto(href);
    const ids = await found(page, /match/);
    expect(await main().getByRole('textbox', { name: 'Alert, log line' }).inputValue()).toBe(paste);
    const place = ids.indexOf(id);
    if (place < 0 || place > 2) missed.push(`${paste}: ${id} is at ${place + 1}, after ${ids[0]}`);
    else expect(await main().locator('ol .which a').nth(place).innerText()).toBe(title);
  }
  expect(missed).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a paste into the first page is answered by the incidents that looked the same', async () => {
  await page.goto(site.url);
  await page.keyboard.press('/');
  await page.keyboard.insertText("OOM command not allowed when used memory > 'maxmemory'");
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/similar\/\?q=/);
  expect((await found(page, /match/))[0]).toBe('2026-02-03-session-store-full');
});

test('a trace too long for an address is carried from the first page, and not kept', async () => {
  await page.goto(site.url);
  const line = "RedisCommandExecutionException: OOM command not allowed when used memory > 'maxmemory'\n";
  await main().getByRole('textbox').fill(line.repeat(200));
  await main().getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/\/similar\//);
  expect((await found(page, /match/))[0]).toBe('2026-02-03-session-store-full');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

describe('a search that found little', () => {
  const search = async (query: string): Promise<void> => {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await main().locator('[data-search="notes"]').getByText('in other words').waitFor();
  };

  test('finds what says the same in other words, and says so', async () => {
    await search('ENOMEM');
    expect(await main().getByRole('status').innerText()).toMatch(/^\d+ results? for “ENOMEM”/);
    expect(await found(page, /results?/)).toContain('2025-05-06-shop-oomkilled');
    expect(await main().locator('ol.hits .lacks').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^Says “.+” for “ENOMEM”/),
    );
    expect(complaints).toEqual([]);
  });

  test('takes a slip for what was meant, also where a guide quotes that slip', async () => {
    await search('deadlok');
    expect(await found(page, /results?/)).toContain('2024-03-01-migration-deadlock');
    expect(await main().locator('ol.hits .lacks').allInnerTexts()).toContain('Says “deadlock” for “deadlok”');
  });

  test('is told of once, and leaves who is at a result there', async () => {
    let letPass = (): void => {};
    const held = new Promise<void>((resolve) => {
      letPass = resolve;
    });
    await page.route('**/similar/*.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.addInitScript(keepTold);
    await page.goto(`${site.url}search/?q=timeout+ENOSPC`);
    const links = main().locator('ol.hits .which a');
    await links.first().waitFor();
    const before = await links.count();
    const second = await links.nth(1).getAttribute('href');
    await links.nth(1).focus();
    letPass();
    await main().locator('[data-search="notes"]').getByText('in other words').waitFor();
    expect(await links.count()).toBeGreaterThan(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
    const told = await page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    expect(told.filter((text) => text !== 'Searching')).toEqual([
      `${await links.count()} results for “timeout ENOSPC”`,
    ]);
  });

  test('is widened in the dialog as well', async () => {
    await page.goto(`${site.url}guides/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('ENOMEM');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('status').filter({ hasText: 'in other words' }).waitFor();
    expect(await dialog.locator('ol.hits .which a').count()).toBeGreaterThan(0);
  });

  test('keeps what it found where there is no index of similar incidents', async () => {
    await page.route('**/similar/*.json', (route) => route.abort());
    await page.goto(`${site.url}search/?q=ENOMEM`);
    await main().getByRole('status').filter({ hasText: 'ENOMEM' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await main().locator('[data-search="notes"]').innerText()).toContain('No page has “ENOMEM”');
  });

  test('asks nobody else where it found enough', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}search/?q=deadlock`);
    await found(page, /results/);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/similar/'))).toEqual([]);
  });
});

/** Runs in a page before its own scripts, and keeps every text that a screen reader is told of. */
function keepTold(): void {
  const told: string[] = [];
  Object.assign(globalThis, { told });
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const status = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]');
      if (status?.textContent && status.textContent !== told.at(-1)) told.push(status.textContent);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
