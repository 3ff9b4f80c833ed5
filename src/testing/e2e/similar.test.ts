import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ApiIncident } from '../../site/api-incidents.ts';
import { launchBrowser } from '../browser.ts';
import { emptyFolder } from '../site.ts';
import { overflow, violations } from './judge.ts';
import { found, type SearchSite, serveSearchSite } from './search-fixture.ts';
import { type Complaints, watch } from './watch.ts';

const BASE = '/kb/';

/** As it came from a log of another day: nothing but the failure is that of an incident. */
const LINE =
  '2026-11-20T03:12:44.918+01:00 ERROR [stock-api,7f3c9a1e5b2d4c60] [http-nio-8080-exec-41] c.t.db.BasketRepository - HikariPool-1 - Connection is not available, request timed out after 30004ms (total=40, active=40, idle=0, waiting=187) pod=stock-api-6d9f7c5b8-x2lqk';

/** As much as one copies of a failure: its frames, and what was beneath it. */
const TRACE = [
  '2026-11-20 03:12:44.918 ERROR 1 --- [http-nio-8080-exec-41] c.t.db.BasketRepository',
  'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30004ms',
  ...Array.from(
    { length: 60 },
    (_, line) => `\tat com.example.shop.basket.BasketRepository.take(BasketRepository.java:${line})`,
  ),
  'Caused by: java.net.SocketTimeoutException: Read timed out',
].join('\n');

let browser: Browser;
let built: string;
let site: SearchSite;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  built = inject('sites').find(({ base }) => base === BASE)?.dir ?? '';
  browser = await launchBrowser(inject('browser'));
  // Every file comes with a strict policy, so that the worker, too, is held to it.
  site = await serveSearchSite(built, BASE);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = async (options: BrowserContextOptions = {}): Promise<void> => {
  await context?.close();
  context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = watch(page, site.url);
};

beforeEach(() => open());

afterEach(() => {
  site.dir = built;
});

const similar = async (text: string, status: RegExp = /match/): Promise<string[]> => {
  await page.goto(`${site.url}similar/?q=${encodeURIComponent(text)}`);
  return found(page, status);
};
const main = () => page.getByRole('main');
const field = () => main().getByRole('textbox', { name: 'Alert, log line' });
const results = () => main().locator('ol.hits > li');
const cleaned = () => main().locator('.cleaned');
const putBack = (name: string) => page.getByRole('list', { name: 'Taken for noise' }).getByRole('button', { name });
const shown = (part: Locator): Promise<string> => part.innerText();

describe('a pasted line', () => {
  test('finds the incidents that looked like it', async () => {
    const ids = await similar(LINE);
    expect(ids.slice(0, 3).every((id) => /pool|connection|stock/.test(id))).toBe(true);
    expect(ids).toContain('2025-08-27-stock-connection-leak');
    expect(await shown(main().getByRole('heading', { level: 2 }))).toMatch(/^\d+ incidents match/);
    expect(complaints).toEqual([]);
  });

  test('each says what fixed it first, then which it was, how long it took, and why it matched', async () => {
    await similar(LINE);
    const first = results().first();
    const lines = (await shown(first)).split(/\n+/);
    expect(lines[0]).toBe('What fixed it');
    expect(await shown(first.locator('.which'))).toBe(lines[2]);
    expect(await shown(first.locator('.meta'))).toMatch(/SEV\d[\s\S]*20\d\d/);
    expect(await shown(first.locator('.took'))).toMatch(/\d\s(?:min|h)[\s\S]*to resolve/);
    expect(await shown(first.locator('.why'))).toMatch(/Signal\s+HikariPool-1 - Connection is not available/);
    expect(await shown(first.locator('.why'))).toMatch(/Words\s+\S/);
  });

  test('on a phone, too, how long it took and why come before what there is to do', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await similar('migration deadlock detected backfill');
    const one = results()
      .filter({ has: page.locator('.still-open') })
      .first();
    const parts = ['.did', '.which', '.meta', '.took', '.reasons', '.still-open', '.copy'];
    const tops = await Promise.all(parts.map(async (part) => (await one.locator(part).boundingBox())?.y ?? 0));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('what is still open of an incident is said, and leads to it', async () => {
    await similar('migration deadlock detected backfill');
    const open = main().locator('.still-open a').first();
    await open.click();
    await page.waitForURL(/\/incidents\/[^/]+\/#action-/);
    expect(complaints).toEqual([]);
  });

  test('shows the line again, what was searched apart from what was dropped', async () => {
    await similar(LINE);
    expect((await cleaned().textContent())?.trim()).toBe(LINE);
    const dropped = await cleaned().locator('del').allTextContents();
    expect(dropped.join(' ')).toContain('2026-11-20T03:12:44.918+01:00');
    expect(dropped).toContain('ERROR');
    expect((await cleaned().locator('ins').allTextContents()).join(' ')).toContain('Connection is not available');
    expect(await shown(main().locator('summary'))).toMatch(/^What was cleaned from it: time, level, .*numbers/);
  });

  test('what was dropped can be put back, and that stands in the address', async () => {
    await similar(LINE);
    await putBack('level ERROR').click();
    await page.waitForURL(/keep=30/);
    expect(await cleaned().locator('del').allTextContents()).not.toContain('ERROR');
    await expect.poll(() => putBack('level ERROR').getAttribute('aria-pressed')).toBe('true');
    expect(await putBack('level ERROR').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.reload();
    await found(page, /match/);
    expect(await putBack('level ERROR').getAttribute('aria-pressed')).toBe('true');
    await putBack('level ERROR').click();
    await page.waitForURL((url) => !url.search.includes('keep'));
  });

  test('weaker results follow a line that says what was left out to find them', async () => {
    await similar('certificate expired');
    const divide = main().locator('.divide');
    expect(await shown(divide)).toBe('Further off: found after leaving out “certificate”');
    expect(await shown(main().getByRole('heading', { level: 2 }))).toMatch(
      /^\d+ incidents match, \d+ (?:is|are) further off$/,
    );
    const [near, further] = await Promise.all(
      ['near', 'further'].map((list) => main().locator(`ol[data-similar="${list}"] .why`).allInnerTexts()),
    );
    expect(near?.every((why) => /certificate/i.test(why))).toBe(true);
    expect(further?.length).toBeGreaterThan(0);
    expect(further?.some((why) => /certificate/i.test(why))).toBe(false);
  });
});

describe('a stack trace', () => {
  test.each([
    [1280, 720],
    [360, 800],
  ])('leaves the first result on the first screen of %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    await similar(TRACE);
    const { y = height } = (await results().first().locator('.did').boundingBox()) ?? {};
    expect(y).toBeLessThan(height - 40);
  });

  test('is shown again to who asks, and stays open then', async () => {
    await page.goto(`${site.url}similar/`);
    await field().fill(TRACE);
    await found(page, /match/);
    expect(await cleaned().isVisible()).toBe(false);
    await main().locator('summary').click();
    expect(await cleaned().isVisible()).toBe(true);
    await putBack('level ERROR').click();
    await page.waitForURL(/keep=/);
    expect(await cleaned().isVisible()).toBe(true);
  });

  test('is there as it was after a look at a result, and after a reload', async () => {
    await page.goto(`${site.url}similar/`);
    await field().fill(TRACE);
    const before = await found(page, /match/);
    await results().first().locator('.which a').click();
    await page.waitForURL(/incidents/);
    await page.goBack();
    expect(await found(page, /match/)).toEqual(before);
    expect(await field().inputValue()).toBe(TRACE);
    await page.evaluate(() => window.scrollTo(0, 600));
    await results().nth(2).locator('.which a').click();
    await page.waitForURL(/incidents/);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
    await page.reload();
    expect(await found(page, /match/)).toEqual(before);
    expect(await field().inputValue()).toBe(TRACE);
  });
});

describe('any paste', () => {
  test('a slip of the pen is read as the word that was meant, and said', async () => {
    expect((await similar('deadlok'))[0]).toMatch(/deadlock/);
    expect(await shown(main().locator('[data-similar="notes"]'))).toContain('“deadlok” was read as “deadlock”');
  });

  test('words that no incident has are named, and the rest is found', async () => {
    expect((await similar('xylophone deadlock'))[0]).toMatch(/deadlock/);
    expect(await shown(main().locator('[data-similar="notes"]'))).toBe('No incident has “xylophone”.');
  });

  test('with nothing known in it says so, and leads to the search', async () => {
    expect(await similar('xylophone', /^No incident matches$/)).toEqual([]);
    await main().getByRole('link', { name: 'Search the whole text' }).click();
    await page.waitForURL(/\/search\/\?q=xylophone$/);
  });

  test('50 kB are answered while the page stays awake, and the address stays short', async () => {
    await page.goto(`${site.url}similar/`);
    const trace = Array.from(
      { length: 420 },
      (_, line) =>
        `2026-11-20 03:12:${line % 60} ERROR worker-${line} ${LINE.slice(100, 160)} at com.example.Pool.take(Pool.java:${line})\n`,
    ).join('');
    expect(trace.length).toBeGreaterThan(50_000);
    await field().fill(trace);
    expect((await found(page, /match/)).some((id) => /pool|connection/.test(id))).toBe(true);
    expect(page.url().length).toBeLessThan(6100);
    expect(await cleaned().textContent()).toMatch(/and [\d,]+ characters more, cleaned the same way$/);
    expect(await shown(main().locator('[data-similar="link"]'))).toBe('Link to the beginning of this search');
    expect(await overflow(page)).toEqual([]);
    await page.reload();
    expect((await found(page, /match/)).length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('in a script that takes much room makes no address that servers refuse', async () => {
    await page.goto(`${site.url}similar/`);
    await field().fill('接続が枯渇してタイムアウトしています。'.repeat(80));
    await found(page, /match/);
    expect(page.url().length).toBeLessThan(6100);
  });

  test('of nothing but noise is searched as it is, and that is said', async () => {
    await similar('2026-11-20T03:12:44Z 12 0x7f');
    expect(await shown(main().locator('[data-similar="notes"]'))).toContain('it was searched as it is');
    expect(await main().locator('details').isVisible()).toBe(false);
  });

  test.each([
    ['colons and brackets', 'a:b::c [x] {y} (z) <w> \\ / | ^ $ * + ? .'],
    ['emoji', '🔥 deadlock 👩‍👩‍👧'],
    ['half of a surrogate pair', 'deadlock \ud83d'],
    ['percent signs', '%E0%A4%A 100%'],
    ['markup', '<script>alert(1)</script> &amp; <mark>deadlock</mark>'],
    ['names of objects', '__proto__ constructor toString hasOwnProperty'],
    ['other scripts', '日本語 接続 Ελληνικά عربي'],
    ['nothing but noise', '2026-11-20T03:12:44Z 12 0x7f'],
  ])('%s are no error', async (_, text) => {
    await page.goto(`${site.url}similar/`);
    await field().fill(text);
    await page.keyboard.press('Enter');
    await found(page, /match/);
    expect(complaints).toEqual([]);
  });
});

describe('the page', () => {
  test('works by keyboard: paste, Enter, Tab to the first result', async () => {
    await page.goto(`${site.url}similar/`);
    await page.keyboard.press('/');
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.insertText(LINE);
    await page.keyboard.press('Enter');
    const [first = ''] = await found(page, /match/);
    const stops: string[] = [];
    for (let press = 0; press < 40 && !stops.at(-1)?.includes(first); press += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href ?? ''));
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}incidents/${first}/`);
  });

  test('asks for nothing before it is meant, then for its own files alone, and keeps nothing', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url().slice(site.url.length)}`));
    await page.goto(`${site.url}similar/`, { waitUntil: 'networkidle' });
    expect(asked.filter((request) => /similar\/.*json|worker|pagefind/.test(request))).toEqual([]);
    await field().fill(LINE);
    await found(page, /match/);
    const meanwhile = asked.filter((request) => /worker|json|pagefind/.test(request));
    expect(
      meanwhile.every((request) => /^GET (?:assets\/worker|similar\/(?:current|[0-9a-f]+)\.json)/.test(request)),
    ).toBe(true);
    expect(asked.some((request) => request.includes('Hikari'))).toBe(false);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie.length,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, 0, 0]);
    expect(complaints).toEqual([]);
  });

  test('works where storage is refused', async () => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }
    });
    expect((await similar(LINE)).length).toBeGreaterThan(0);
    // A text that is too long for an address cannot be carried from the first page; its beginning can.
    await page.goto(site.url);
    await main().getByRole('textbox', { name: 'Paste an alert' }).fill(`${LINE}\n`.repeat(40));
    await page.keyboard.press('Enter');
    await page.waitForURL(/similar/);
    expect((await found(page, /match/)).length).toBeGreaterThan(0);
  });

  test('copies one line for the channel, and says so', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const [first = ''] = await similar(LINE);
    const names = await page
      .getByRole('button', { name: 'Copy a line' })
      .evaluateAll((all) => all.map((one) => one.textContent));
    expect(new Set(names).size).toBe(names.length);
    await page.getByRole('button', { name: 'Copy a line' }).first().click();
    await main().getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(line).toMatch(/^Similar: .+ \(SEV\d, .+ to resolve\)\. Fixed by: .+\. http/);
    expect(line).toContain(`${site.url}incidents/${first}/`);
    expect(line).not.toContain('\n');
    await page.getByRole('button', { name: 'Copy a line' }).first().click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe(line);
    expect(await page.getByRole('button', { name: 'Copied' }).count()).toBe(1);
  });

  test('gives the line to take by hand where there is no clipboard', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await similar(LINE);
    await page.getByRole('button', { name: 'Copy a line' }).first().click();
    expect(await main().getByRole('textbox', { name: 'A line for the channel' }).inputValue()).toMatch(/^Similar: /);
  });

  test.each(['light', 'dark'] as const)('is accessible in %s, wide and narrow', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await similar(LINE);
      await main()
        .locator('details')
        .evaluate((details) => details.setAttribute('open', ''));
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      const numbers = await results().evaluateAll((items) =>
        items.map((item) => getComputedStyle(item, '::before').whiteSpace),
      );
      expect(new Set(numbers)).toEqual(new Set(['nowrap']));
    }
  });

  test('without JavaScript says so and leads to the lists', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto(`${site.url}similar/?q=deadlock`);
    expect(await shown(main())).toContain('needs JavaScript');
    expect(await shown(main())).not.toContain('has not started');
    await main().getByRole('link', { name: 'Incidents' }).click();
    await page.waitForURL(`${site.url}incidents/`);
  });
});

describe('the page of an incident', () => {
  test('names the most similar, past and later apart, each once and with its reasons', async () => {
    await page.goto(`${site.url}incidents/2025-08-27-stock-connection-leak/`);
    const rail = page.getByRole('complementary', { name: 'Similar incidents' });
    const daysIn = (group: string): Promise<string[]> =>
      rail
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: group }) })
        .locator('h4 a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split('/').at(-2) ?? ''));
    const before = await daysIn('Before this one');
    const after = await daysIn('After this one');
    expect(before.length + after.length).toBeGreaterThanOrEqual(5);
    expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
    expect(before.every((id) => id < '2025-08-27')).toBe(true);
    expect(after.every((id) => id > '2025-08-27')).toBe(true);
    expect(after).toContain('2026-03-21-stock-retry-storm');
    for (const why of await rail.locator('.why').allInnerTexts()) {
      expect(why).toMatch(/^(?:Signal|Link|Cause|Factor|Service|Trigger|Words)/);
    }
    expect(complaints).toEqual([]);
  });

  test('scripts read the same list, with the same reasons', async () => {
    const { version, results: all } = await (await fetch(`${site.url}api/v1/incidents.json`)).json();
    expect(version).toBe(1);
    const incidents = new Map<string, ApiIncident>(all.map((one: ApiIncident) => [one.id, one]));
    for (const id of [
      '2025-08-27-stock-connection-leak',
      '2024-03-01-migration-deadlock',
      '2026-11-19-order-mails-deferred',
    ]) {
      const incident = incidents.get(id);
      await page.goto(new URL(incident?.url ?? '', site.url).href);
      const seen = await page.locator('aside.rail article').evaluateAll((articles) =>
        articles.map((article) => ({
          id: article.querySelector('a')?.pathname.split('/').at(-2),
          reasons: [...article.querySelectorAll('.why dt')].map((label) => label.textContent?.trim()),
        })),
      );
      const listed = [...(incident?.similar.earlier ?? []), ...(incident?.similar.later ?? [])];
      expect(listed.length).toBeGreaterThanOrEqual(5);
      expect(listed.map((one) => ({ id: one.id, reasons: one.reasons.map(({ label }) => label) }))).toEqual(seen);
    }
  });
});

describe('after a deploy', () => {
  const copy = async (name: string): Promise<string> => {
    const folder = join(await emptyFolder(name), 'site');
    await cp(built, folder, { recursive: true });
    return folder;
  };

  test('a page that was open asks the new index', async () => {
    const next = await copy('similar-next');
    const folder = join(next, 'similar');
    const { digest } = JSON.parse(await readFile(join(folder, 'current.json'), 'utf8'));
    const old = await readFile(join(folder, `${digest}.json`), 'utf8');
    await rename(join(folder, `${digest}.json`), join(folder, 'abc123.json'));
    await writeFile(join(folder, 'abc123.json'), old.replaceAll('"day":"', '"day":"after '));
    await writeFile(join(folder, 'current.json'), '{"digest":"abc123"}');
    await similar('deadlock');
    site.dir = next;
    await field().fill('deadlock detected');
    await expect.poll(() => shown(results().first().locator('.meta'))).toContain('after');
    expect(complaints).toEqual([]);
  });

  test('an index that is gone is said to be gone; one that was opened serves without a network', async () => {
    await similar('deadlock');
    await context.setOffline(true);
    await field().fill('certificate expired');
    await expect.poll(() => found(page, /match/)).toContain('2025-07-08-carrier-certificate');
    await context.setOffline(false);
    const bare = await copy('similar-bare');
    await rm(join(bare, 'similar/current.json'));
    site.dir = bare;
    await field().fill('disk full');
    await main().getByRole('status').filter({ hasText: 'cannot be looked for' }).waitFor();
    expect(await shown(main())).toContain('index of similar incidents cannot be loaded');
    expect(await results().first().isVisible()).toBe(false);
    expect(await main().getByRole('link', { name: 'Load this page anew' }).getAttribute('href')).toMatch(
      /\?q=disk\+full$/,
    );
    site.dir = built;
    await main().getByRole('button', { name: 'Search' }).click();
    await found(page, /match/);
    expect(await main().getByText('cannot be loaded').isVisible()).toBe(false);
  });

  test('an index of another kind tells the reader to load the page anew', async () => {
    const newer = await copy('similar-newer');
    const folder = join(newer, 'similar');
    for (const file of await readdir(folder)) {
      if (!/^[0-9a-f]+\.json$/.test(file)) continue;
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), text.replace(/"version":\d+/, '"version":999'));
    }
    site.dir = newer;
    await page.goto(`${site.url}similar/?q=deadlock`);
    await main().getByText('The site has changed since this page was opened').waitFor();
    expect(await main().getByRole('link', { name: 'Load this page anew' }).isVisible()).toBe(true);
  });

  test('a worker whose script is gone is noticed', async () => {
    const stripped = await copy('similar-stripped');
    for (const file of await readdir(join(stripped, 'assets'))) {
      if (file.includes('worker')) await rm(join(stripped, 'assets', file));
    }
    site.dir = stripped;
    await page.goto(`${site.url}similar/?q=deadlock`);
    await main().getByRole('status').filter({ hasText: 'cannot be looked for' }).waitFor();
  });
});
