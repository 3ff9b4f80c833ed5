import type { Choices } from './state.ts';

/** A found page before its text is fetched. */
export interface Hit {
  id: string;
  data(): Promise<HitData>;
  /** Words of the query that the page does not hold; absent where it holds them all. */
  missing?: string[];
  /** Words of the page, and what was asked with other ones; absent where it holds the very words. */
  instead?: { from: string; text: string }[];
}

/** The part of Pagefind's record of a page that results are made from. */
export interface HitData {
  url: string;
  /** The passage with most matches; matched words between `<mark>` and `</mark>`, `<` and `>` as entities. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  /** The passage with most matches under each heading that has an anchor, and above the first of them. */
  sub_results: { title: string; url: string; excerpt: string; anchor?: { id: string } }[];
}

/** How many results each value of each filter would leave. */
export type Counts = Record<string, Record<string, number>>;

export interface Found {
  hits: Hit[];
  counts: Counts;
}

/** The calls of pagefind.js that are used here. */
interface Engine {
  search(text: string | null, options: object): Promise<{ results: Hit[]; filters: Counts }>;
  filters(): Promise<Counts>;
  destroy(): Promise<void>;
}

interface Bundle {
  createInstance(options: object): Engine;
}

/** An index that was opened, as the site has it now. */
export interface OpenIndex {
  digest: string;
  /** How many pages can be found. */
  pages: number;
  /**
   * Searches for pages that hold all words of `text`, or for all pages where it is null. Values of one facet are
   * alternatives; facets restrict each other.
   */
  search(text: string | null, choices: Choices, sort?: 'date'): Promise<Found>;
}

/** The index cannot be had: it is not there, or this page is older than it and only loading the page anew helps. */
export class IndexUnavailable extends Error {
  override name = 'IndexUnavailable';
}

/** What the network gives; handed in so that it can be replaced. */
export interface Network {
  /** The content of a JSON file as the server has it now; undefined where no server answers. Throws on a refusal. */
  current(url: string): Promise<unknown>;
  load(url: string): Promise<Bundle>;
}

const network: Network = {
  async current(url) {
    const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
    if (!response) return undefined;
    if (!response.ok) throw new IndexUnavailable(`${response.status} for ${url}`);
    return response.json();
  },
  load: (url) => import(/* @vite-ignore */ url),
};

/**
 * The search index below `folder` (`/pagefind/`, with the base path).
 *
 * Pagefind drops a word without a sign when the file that holds it is gone, as it is after a deploy. So the folder of each
 * index bears its digest, all files of an index come from one folder, and before results count it is asked whether that
 * folder is still the current one. If not, the new one is opened in its place.
 */
export function searchIndexAt(folder: string, from: Network = network): { open(): Promise<OpenIndex> } {
  let opened: { digest: string; index: Promise<OpenIndex>; engine?: Engine } | undefined;

  const load = async (digest: string, pages: number): Promise<OpenIndex> => {
    // Pagefind has no answer for an index without pages.
    if (pages === 0) return { digest, pages, search: async () => ({ hits: [], counts: {} }) };
    const basePath = `${folder}${digest}/`;
    const bundle = await from.load(`${basePath}pagefind.js`);
    const engine = bundle.createInstance({
      basePath,
      baseUrl: folder.replace(/[^/]+\/$/, ''),
      // The folder never changes what it holds, so its entry file need not be asked for anew.
      metaCacheTag: digest,
    });
    // Counts of facets come with a search only once all filters were loaded.
    await engine.filters();
    if (opened?.digest === digest) opened.engine = engine;
    return { digest, pages, search: (...query) => searchIn(engine, ...query) };
  };

  return {
    /**
     * The current index; cheap when it is the one already open. Without a network an index that is open stays in use.
     * @throws {IndexUnavailable}
     */
    async open() {
      const current = await from.current(`${folder}current.json`);
      if (current === undefined && opened) return opened.index;
      if (!isCurrent(current)) throw new IndexUnavailable('the index was not found');
      if (opened?.digest !== current.digest) {
        opened?.engine?.destroy().catch(() => {});
        const { digest, pages } = current;
        opened = { digest, index: Promise.resolve().then(() => load(digest, pages)) };
      }
      const attempt = opened;
      return attempt.index.catch((cause) => {
        if (opened === attempt) opened = undefined;
        throw new IndexUnavailable('the index could not be loaded', { cause });
      });
    },
  };
}

async function searchIn(engine: Engine, text: string | null, choices: Choices, sort?: 'date'): Promise<Found> {
  const filters = Object.fromEntries(Object.entries(choices).map(([facet, any]) => [facet, { any }]));
  const found = await engine.search(text, { filters, sort: sort ? { date: 'desc' } : {} });
  return { hits: found.results, counts: found.filters };
}

function isCurrent(value: unknown): value is { digest: string; pages: number } {
  const { digest, pages } = (value ?? {}) as Record<string, unknown>;
  return typeof digest === 'string' && /^[0-9a-f]+$/.test(digest) && typeof pages === 'number';
}
