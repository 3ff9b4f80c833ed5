import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type Complaints, watch } from './watch.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});

afterAll(() => browser?.close());

describe.each(inject('sites'))('in the site at $base', ({ base, url }) => {
  let page: Page;
  let complaints: Complaints;

  beforeEach(async () => {
    page = await browser.newPage();
    complaints = watch(page, url);
    await page.goto(url);
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const main = (): Locator => page.getByRole('main');
  const arrivesAt = async (name: string): Promise<void> => {
    await main().getByRole('heading', { level: 1, name, exact: true }).waitFor();
    // The heading stands before the rest of a long page has arrived.
    await page.waitForLoadState();
  };
  const rowsOf = (table: Locator): Locator => table.getByRole('row').filter({ has: page.getByRole('cell') });
  const incidentLink = (row: Locator): Locator => row.locator(`a[href^="${base}incidents/"]`).first();

  test('a newcomer filters the incidents by service, opens one and comes back', async () => {
    await page.getByRole('banner').getByRole('link', { name: 'Incidents' }).click();
    await arrivesAt('Incidents');
    const rows = rowsOf(main().getByRole('table').first());
    const all = await rows.count();
    await main().getByRole('combobox', { name: 'Service' }).selectOption({ label: 'Checkout' });
    expect(new URL(page.url()).search).toBe('?service=checkout');
    const some = await rows.count();
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(all);
    for (const row of await rows.all()) expect(await row.innerText()).toContain('Checkout');

    const name = await incidentLink(rows.first()).innerText();
    await incidentLink(rows.first()).click();
    await arrivesAt(name);
    expect(await main().getByRole('link', { name: 'Checkout', exact: true }).count()).toBeGreaterThan(0);

    await page.goBack();
    await expect.poll(() => rows.count()).toBe(some);
    await page.reload();
    await expect.poll(() => rows.count()).toBe(some);
    expect(await main().getByRole('combobox', { name: 'Service' }).inputValue()).toBe('checkout');
  });

  test('whoever is on call pastes an error message and opens the incident that had it', async () => {
    const message = 'ERROR:  relation "auth.credentials" does not exist at character 37';
    await page.keyboard.press('/');
    await page.keyboard.insertText(message);
    await page.keyboard.press('Enter');
    const best = main().getByRole('list').filter({ hasText: 'What fixed it' }).getByRole('listitem').first();
    await best.waitFor();
    expect(await best.innerText()).toContain('What fixed it');
    await incidentLink(best).click();
    await page.waitForURL(/\/incidents\/2023-10-15-authentication-table-dropped\//);
    expect((await main().innerText()).replace(/ +/g, ' ')).toContain(message.replace(/ +/g, ' '));
  });

  test('from a cause to its incidents to an action that is still open', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Causes' }).click();
    await arrivesAt('Causes');
    const cause = 'Connection pool exhaustion';
    await main().getByRole('link', { name: cause, exact: true }).click();
    await arrivesAt(cause);

    const incident = incidentLink(rowsOf(main().getByRole('table', { name: /incidents/i })).first());
    const name = await incident.innerText();
    await incident.click();
    await arrivesAt(name);
    const action = rowsOf(main().getByRole('table', { name: /actions/i }))
      .filter({ hasText: cause })
      .first();
    const promise = (await action.getByRole('cell').nth(1).innerText()).split('\n', 1)[0] ?? '';
    const anchor = await action.locator('xpath=ancestor-or-self::*[starts-with(@id, "action-")]').getAttribute('id');

    await page.getByRole('banner').getByRole('link', { name: 'Actions' }).click();
    await arrivesAt('Open actions');
    const open = main().getByRole('row').filter({ hasText: name }).filter({ hasText: promise });
    expect(await open.count()).toBe(1);
    await incidentLink(open).click();
    await page.waitForURL(new RegExp(`#${anchor}$`));
    expect(await page.locator(`#${anchor}`).innerText()).toContain(promise);
    expect(await page.locator(`#${anchor}`).isVisible()).toBe(true);
  });
});
