import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { findInvalidHtml } from '../gates/html.ts';
import { findBrokenLinks, findOrphans } from '../gates/links.ts';
import { findLaxPolicies } from '../gates/policy.ts';
import type { RunningSite } from '../setup.ts';
import type { ExampleSite } from '../site.ts';
import { overflow, tablesThatDoNotFit, violations, weighScripts } from './judge.ts';
import { builtPages, samplesOfKinds } from './page-kinds.ts';
import { watch } from './watch.ts';

/** Bytes of compressed JavaScript that a page may load before anybody touches it. */
const SCRIPT_BUDGET = 15_000;

/** Kinds of page that exist to run a script: charts, search. */
const SCRIPTED = /^(?:patterns|search|similar)/;

/** The tests of one build of the example archive: every gate, and pages of every kind in the browser. */
export function judgeSite(base: ExampleSite['base']): void {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(inject('browser'));
  });

  afterAll(() => browser?.close());

  describe(`the site at ${base}`, () => {
    const { dir, url } = siteAt(base);
    const pages = builtPages(dir);
    const samples = samplesOfKinds(pages);

    test('has pages of every kind', () => {
      const kinds = new Set(pages.map(({ kind }) => kind));
      const listed = ['incidents', 'causes', 'factors', 'services', 'teams', 'guides'];
      expect([...kinds]).toEqual(
        expect.arrayContaining(['home', '404.html', 'search', 'patterns', 'actions', 'years/*', ...listed]),
      );
      expect([...kinds]).toEqual(expect.arrayContaining(listed.map((kind) => `${kind}/*`)));
    });

    test('has no broken link or fragment', () => {
      expect(findBrokenLinks(dir, base)).toEqual([]);
    });

    test('has no page that nothing leads to', () => {
      expect(findOrphans(dir, base)).toEqual([]);
    });

    test('is valid HTML', async () => {
      expect(await findInvalidHtml(dir)).toEqual([]);
    });

    test('carries a strict policy on every page', () => {
      expect(findLaxPolicies(dir)).toEqual([]);
    });

    describe('in the browser', () => {
      let page: Page;

      // Each page in a context of its own: nothing is in the cache, as for a reader who comes by a link.
      beforeEach(async () => {
        page = await browser.newPage();
      });

      afterEach(() => page?.close());

      test.each(samples)('$path keeps quiet, fits, is light and accessible', async ({ path, kind }) => {
        const complaints = watch(page, url);
        const weight = weighScripts(page);
        const faults: string[] = [];
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(url + (path === '404.html' ? 'no/such/page/' : path), { waitUntil: 'networkidle' });
        const bytes = await weight();
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 });
          faults.push(...(await overflow(page)).map((fault) => `${width} px: ${fault}`));
          faults.push(...(await tablesThatDoNotFit(page)).map((fault) => `${width} px: ${fault}`));
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            faults.push(...(await violations(page)).map((fault) => `${width} px, ${colorScheme}: ${fault}`));
          }
        }
        const expected = path === '404.html' ? [/^404: .*no\/such\/page/, /^console: .*404/] : [];
        const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
        expect([...unexpected, ...faults]).toEqual([]);
        if (!SCRIPTED.test(kind)) expect(bytes).toBeLessThanOrEqual(SCRIPT_BUDGET);
      });

      test('the policy is in force', async () => {
        await page.goto(url);
        const ran = await page.evaluate(async () => {
          const script = document.createElement('script');
          script.textContent = `document.documentElement.dataset.ran = 'inline'`;
          document.body.append(script);
          const button = document.createElement('button');
          button.setAttribute('onclick', `document.documentElement.dataset.ran = 'handler'`);
          document.body.append(button);
          button.click();
          await new Promise((resolve) => setTimeout(resolve, 50));
          return document.documentElement.dataset.ran;
        });
        expect(ran).toBeUndefined();
      });
    });

    describe('without JavaScript', () => {
      let context: BrowserContext;
      let page: Page;

      beforeAll(async () => {
        context = await browser.newContext({ javaScriptEnabled: false });
        page = await context.newPage();
      });

      afterAll(() => context?.close());

      test.each(samples)('$path can be read', async ({ path }) => {
        await page.goto(url + path);
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        expect((await shownText(page)).length).toBeGreaterThan(60);
      });

      test('what needs it says so, and leads to the lists', async () => {
        const scripted = pages.filter(({ kind }) => kind === 'search' || kind === 'similar');
        expect(scripted.length).toBeGreaterThan(0);
        for (const { path } of scripted) {
          await page.goto(url + path);
          expect(await shownText(page), path).toContain('JavaScript');
          await page.getByRole('main').locator(`a[href="${base}incidents/"]`).first().click();
          await page.waitForURL(`${url}incidents/`);
        }
      });
    });
  });
}

function siteAt(base: ExampleSite['base']): RunningSite {
  const site = inject('sites').find((one) => one.base === base);
  if (!site) throw new Error(`The example archive was not built at ${base}`);
  return site;
}

/** The words of the page proper that a reader sees. */
function shownText(page: Page): Promise<string> {
  return page.getByRole('main').innerText();
}
