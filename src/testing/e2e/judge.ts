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

/** Tables made to fit their box that have to be scrolled sideways all the same, as `label: pixels`. */
export function tablesThatDoNotFit(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.scroll')]
      .filter((box) => box.matches('.stacks, :has(> .fits)') && box.scrollWidth > box.clientWidth + 1)
      .map((box) => `table “${box.getAttribute('aria-label')}” sticks out by ${box.scrollWidth - box.clientWidth} px`),
  );
}

/**
 * Weighs the JavaScript that `page` loads from now on, fetched and inline. The function it returns gives the sum so far, in
 * bytes when compressed.
 */
export function weighScripts(page: Page): () => Promise<number> {
  const fetched: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' || /\.m?js(?:\?|$)/.test(response.url())) {
      fetched.push(response.body());
    }
  });
  return async () => {
    const inline = await page
      .locator('script:not([src]):not([type$="json"])')
      .evaluateAll((scripts) => scripts.map((script) => script.textContent ?? ''));
    const scripts = [...(await Promise.all(fetched)), ...inline];
    return scripts.reduce((total, script) => total + gzipSync(script).length, 0);
  };
}
