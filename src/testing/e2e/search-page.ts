import type { Page } from 'playwright-core';

/** Searches for `query` on the search page of the site at `home` and returns the paths of the results, best first. */
export async function searchResults(page: Page, home: string, query: string): Promise<string[]> {
  await page.goto(`${home}search/?q=${encodeURIComponent(query)}`);
  const links = page.getByRole('main').locator('ol li .which a');
  await links.first().waitFor();
  const { pathname } = new URL(home);
  return links.evaluateAll(
    (anchors, base) => anchors.map((anchor) => new URL((anchor as HTMLAnchorElement).href).pathname.slice(base.length)),
    pathname,
  );
}
