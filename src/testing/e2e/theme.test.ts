import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';

const [site] = inject('sites');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});

beforeEach(async () => {
  page = await browser.newPage({ colorScheme: 'light' });
});

afterAll(() => browser?.close());

const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const WHITE = 'rgb(255, 255, 255)';

test('without a choice the theme is that of the system, also when that changes', async () => {
  await page.goto(site?.url ?? '');
  expect(await paper()).toBe(WHITE);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).not.toBe(WHITE);
});

test('a chosen theme is there before the page has a body, and on the next page', async () => {
  await page.goto(site?.url ?? '');
  const button = page.getByRole('button', { name: 'Theme: auto' });
  await button.click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  expect(await paper()).not.toBe(WHITE);

  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.setAttribute('data-at-body', document.documentElement.dataset.theme ?? 'none');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site?.url}incidents/`);
  expect(await page.locator('html').getAttribute('data-at-body')).toBe('dark');
  expect(await page.getByRole('button', { name: 'Theme: dark' }).isVisible()).toBe(true);
});

test('paper is white whatever was chosen', async () => {
  await page.goto(site?.url ?? '');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.reload();
  expect(await paper()).not.toBe(WHITE);
  await page.emulateMedia({ media: 'print' });
  expect(await paper()).toBe(WHITE);
});

test('in forced colours too, the line of the navigation stands below where one is, and nowhere else', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site?.url}incidents/`);
  const links = page.getByRole('navigation').first().getByRole('link');
  const lined = await links.evaluateAll((all) =>
    all
      .filter((one) => getComputedStyle(one).borderBottomWidth !== '0px')
      .map((one) => one.getAttribute('aria-current')),
  );
  expect(lined).toEqual(['page']);
});

test('without JavaScript there is no button that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(site?.url ?? '');
  expect(await plain.getByText('Theme: auto').isVisible()).toBe(false);
  await context.close();
});
