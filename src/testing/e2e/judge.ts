import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Violations of accessibility rules on the page as it is shown now, as `rule: help at selector, selector …`. */
export async function violations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map((node) => String(node.target)) }));
  });
  return found.map(({ id, help, targets }) => `${id}: ${help} at ${targets.join(', ')}`);
}

/** What sticks out of the window on the right, as `selector: pixels`; empty where the page needs no sideways scrolling. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `the page is ${scrollWidth} px wide`,
      ...wide
        .slice(0, 5)
        .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
    ];
  });
}

/**
 * Bytes of JavaScript, compressed, that a page loads before anybody touches it: what it fetches and what it carries inline.
 * Opens `url` in `page`.
 */
export async function weightOfScripts(page: Page, url: string): Promise<number> {
  const fetched: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' || /\.m?js(?:\?|$)/.test(response.url())) {
      fetched.push(response.body());
    }
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const inline = await page
    .locator('script:not([src]):not([type$="json"])')
    .evaluateAll((scripts) => scripts.map((script) => script.textContent ?? ''));
  const scripts = [...(await Promise.all(fetched)), ...inline];
  return scripts.reduce((total, script) => total + gzipSync(script).length, 0);
}

/** The directives of the policy in the page's own `<meta>`, by name; empty without one. */
export async function securityPolicy(page: Page): Promise<Map<string, string[]>> {
  const metas = await page
    .locator('meta[http-equiv="content-security-policy" i]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('content') ?? ''));
  const directives = metas
    .join(';')
    .split(';')
    .map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
}
