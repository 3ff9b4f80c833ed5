import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { tablesThatDoNotFit } from './judge.ts';
import { builtPages } from './page-kinds.ts';

const [site] = inject('sites');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});

afterAll(() => browser?.close());

/** Pages whose tables are stacked on a phone, one of each table. */
const PAGES = [
  '',
  'actions/',
  'causes/',
  'patterns/',
  'services/',
  'teams/',
  'guides/severity/',
  'incidents/2024-05-14-midnight-maintenance/',
];

async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site?.url}${path}`, { waitUntil: 'networkidle' });
  return page;
}

/** The tables that can be stacked as assistive technology is told of them, each part as `role: name`. */
async function toldTables(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const tables = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '.stacks > table' });
  const told: string[] = [];
  for (const nodeId of tables.nodeIds) {
    const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId });
    for (const { ignored, role, name } of nodes) {
      const kind = String(role?.value);
      if (ignored || !/^(?:table|row|rowheader|columnheader|cell|gridcell)$/.test(kind)) continue;
      told.push(
        `${kind}: ${String(name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim()}`,
      );
    }
  }
  return told;
}

test.each(PAGES)('the tables of /%s are told as tables on a phone too, with the same words', async (path) => {
  const [wide, narrow] = [await open(path, 1280), await open(path, 360)];
  const told = await toldTables(wide);
  expect(told.filter((part) => part.startsWith('columnheader')).length).toBeGreaterThan(3);
  expect(await toldTables(narrow)).toEqual(told);
  await Promise.all([wide.close(), narrow.close()]);
});

test.each(PAGES)('on a phone nothing of the stacked tables of /%s lies outside of the window', async (path) => {
  const page = await open(path, 360);
  expect(await page.locator('.stacks').count()).toBeGreaterThan(0);
  expect(await tablesThatDoNotFit(page)).toEqual([]);
  const outside = await page
    .locator('.stacks :is(td, tbody th, td *)')
    .evaluateAll((parts) =>
      parts
        .filter((part) => !part.closest('svg') && part.getBoundingClientRect().right > innerWidth)
        .map((part) => part.textContent),
    );
  expect(outside).toEqual([]);
  await page.close();
});

test.each(PAGES)('the tables of /%s are whole in a window of any width', async (path) => {
  const page = await open(path, 1280);
  for (let width = 1280; width >= 360; width -= 20) {
    await page.setViewportSize({ width, height: 900 });
    expect(await tablesThatDoNotFit(page), `${width} px`).toEqual([]);
  }
  await page.close();
});

test('code, which may be wider than the window, can be scrolled by keyboard', () => {
  const dir = site?.dir ?? '';
  const blocks = builtPages(dir).flatMap(({ file }) => {
    const html = readFileSync(join(dir, file), 'utf8');
    return [...html.matchAll(/<pre\b[^>]*>/g)].map(([tag]) => ({ file, tag }));
  });
  expect(blocks.length).toBeGreaterThan(100);
  expect(blocks.filter(({ tag }) => !/tabindex="?0/.test(tag))).toEqual([]);
});

test('a cell of a stacked row says which column it is of, once there is no room for the columns', async () => {
  const said = (page: Page): Promise<string> =>
    page
      .getByRole('cell')
      .and(page.locator('[data-head="Incidents"]'))
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
  const [wide, narrow] = [await open('causes/', 1280), await open('causes/', 360)];
  expect(await said(wide)).toBe('none');
  expect(await said(narrow)).toContain('"Incidents"');
  await Promise.all([wide.close(), narrow.close()]);
});
