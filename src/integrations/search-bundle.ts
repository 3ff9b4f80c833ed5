import { createHash } from 'node:crypto';
import { close, createIndex } from 'pagefind';

/** A page as the index reads it. */
export interface IndexedPage {
  /** Its address below the site's base path, with slashes at both ends: `/incidents/<id>/`. */
  url: string;
  /** Reads it: thousands of pages need not be in memory at once. */
  html(): string | Promise<string>;
}

/** What the browser fetches to search: files by name, and a digest of them all that names their folder. */
export interface SearchBundle {
  digest: string;
  /** How many pages can be found. */
  pages: number;
  files: Map<string, Uint8Array>;
}

/** Only pages that say so are found. */
const BODY_MARK = 'data-pagefind-body';

// Pagefind always packs its own interfaces, its highlighter and an engine for languages without a stemmer. None is used here.
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/;

/**
 * Indexes those of `pages` that carry `data-pagefind-body`. The same pages give the same bytes, in whatever order they come.
 *
 * Every page is read as English, whatever its `lang`: otherwise Pagefind splits the index by language, and a page in one
 * language is never found from a page in another. The price: words of other languages are not reduced to their stems (they
 * are found as written, by their beginning, and without their accents), and text written without spaces is one long word.
 *
 * No extra characters are declared as parts of words. Pagefind then keeps `ORA-00060`, `1.2.3` and `kube_pod_restarts_total`
 * whole as well as in parts; declared, the full stop of a sentence would become part of its last word.
 *
 * @throws {Error} with Pagefind's own words where a page cannot be indexed.
 */
export function buildSearchBundle(pages: readonly IndexedPage[]): Promise<SearchBundle> {
  const bundle = last.then(() => build(pages));
  last = bundle.catch(() => {});
  return bundle;
}

// Pagefind's process serves all indexes, and closing it ends them all: one is built after the other.
let last: Promise<unknown> = Promise.resolve();

async function build(pages: readonly IndexedPage[]): Promise<SearchBundle> {
  const inOrder = [...pages].sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
  let count = 0;
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (!index) throw failure(errors);
    for (const { url, html } of inOrder) {
      const content = await html();
      if (!content.includes(BODY_MARK)) continue;
      const added = await index.addHTMLFile({ url, content });
      if (added.errors.length > 0) throw failure(added.errors, url);
      count += 1;
    }
    const built = await index.getFiles();
    if (built.errors.length > 0) throw failure(built.errors);
    const files = built.files
      .filter((file) => !UNUSED.test(file.path))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((file): [string, Uint8Array] => [file.path, file.content]);
    return { digest: digestOf(files), pages: count, files: new Map(files) };
  } finally {
    await close();
  }
}

/** The one file whose name never changes: it says which folder is the current one. */
export function currentBundle({ digest, pages }: SearchBundle): string {
  return `${JSON.stringify({ digest, pages })}\n`;
}

function digestOf(files: readonly [string, Uint8Array][]): string {
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 16);
}

function failure(errors: readonly string[], url?: string): Error {
  const where = url ? ` at ${url}` : '';
  return new Error(`The search index could not be built${where}: ${errors.join('; ') || 'Pagefind did not say why'}`);
}
