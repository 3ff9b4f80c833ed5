import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { filesBelow } from '../gates/files.ts';
import { findBrokenLinks } from '../gates/links.ts';
import { type ServedSite, serve } from '../serve.ts';
import { buildSite, emptyFolder } from '../site.ts';
import { convert, knownWords, REAL_ARCHIVES, type RealDocument } from './real-archives.ts';
import { searchResults } from './search-page.ts';
import { watch } from './watch.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});

afterAll(() => browser?.close());

for (const { name, folder, present, title } of REAL_ARCHIVES) {
  describe.skipIf(!present)(title, () => {
    let documents: RealDocument[];
    let out: string;
    let site: ServedSite;

    beforeAll(async () => {
      const workshop = await emptyFolder(name);
      out = join(workshop, 'out');
      documents = await convert(folder, join(workshop, 'content'));
      await buildSite({ content: join(workshop, 'content'), out });
      site = await serve(out, '/');
    });

    afterAll(() => site?.close());

    test('gives a page for each document, and no broken link', () => {
      expect(documents.length).toBeGreaterThan(5);
      expect(filesBelow(out)).toEqual(expect.arrayContaining(documents.map(({ id }) => `incidents/${id}/index.html`)));
      expect(findBrokenLinks(out, '/')).toEqual([]);
    });

    test('is found by its words', async () => {
      const page = await browser.newPage();
      const complaints = watch(page, site.url);
      for (const document of [0, Math.floor(documents.length / 2), documents.length - 1].map((at) => documents[at])) {
        if (!document) throw new Error('no such document');
        const words = knownWords(document, documents, 3).join(' ');
        const found = await searchResults(page, site.url, words);
        expect(found.slice(0, 3), words).toContain(`incidents/${document.id}/`);
      }
      await page.close();
      expect(complaints).toEqual([]);
    });
  });
}
