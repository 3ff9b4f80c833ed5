import type { Page } from 'playwright-core';

/** What a page did that it should not have, as sentences; it grows while the page lives. */
export type Complaints = string[];

/**
 * Follows `page` and notes every error on its console, every exception nobody caught, every request to another origin than
 * that of `home` and every answer that is an error. What the security policy blocks is an error on the console.
 */
export function watch(page: Page, home: string): Complaints {
  const { origin } = new URL(home);
  const complaints: Complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && new URL(url).origin !== origin) complaints.push(`asks elsewhere: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}
