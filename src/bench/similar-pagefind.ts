import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import type { SimilarDocument } from '../analysis/similarity/index.ts';
import { textOf } from './similar-corpus.ts';
import type { System } from './similar-systems.ts';

/** The part of pagefind.js that is used here. */
interface Engine {
  options(options: { basePath: string; baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** pagefind.js asks for this address; its files are read from the folder they were written to. */
const ORIGIN = 'http://localhost';

/** Pagefind as it comes, given the same text as custom records and asked through the script that it ships. */
export async function pagefind(documents: readonly SimilarDocument[]): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pagefind-'));
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind made no index');
  for (const [place, document] of documents.entries()) {
    await index.addCustomRecord({ url: `/${place}`, content: textOf(document) || ' ', language: 'en' });
  }
  await index.writeFiles({ outputPath: folder });
  await close();

  standInForBrowser(folder);
  const engine = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Engine;
  await engine.options({ basePath: `${ORIGIN}/${encodeURIComponent(folder)}/`, baseUrl: '/' });
  await engine.init();
  const search = async (text: string): Promise<string[]> => {
    const { results } = await engine.search(text);
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map(({ url }) => documents[Number(url.slice(1))]?.id ?? '');
  };
  return {
    name: 'Pagefind',
    likeDocument: (id) => search(textOf(documents.find((document) => document.id === id) ?? ({ texts: [] } as never))),
    likeText: search,
    close: async () => rmSync(folder, { recursive: true }),
  };
}

/** What pagefind.js needs of a browser: an address, a page in English, and files by address. */
function standInForBrowser(folder: string): void {
  const location = { origin: ORIGIN, href: `${ORIGIN}/` };
  Object.assign(globalThis, {
    window: { location },
    location,
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'en' }) },
    fetch: async (address: string | URL) => {
      const [, at = '', ...path] = new URL(address, ORIGIN).pathname.split('/');
      return new Response(await readFile(join(decodeURIComponent(at) || folder, ...path)));
    },
  });
}
