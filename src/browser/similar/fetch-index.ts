import { openIndex, PACKED_VERSION, type SimilarityIndex } from '../../analysis/similarity/index.ts';
import type { SimilarCard, SimilarFile } from '../../site/similar-file.ts';

/** The index of similar incidents as the site has it now. */
export interface OpenSimilar {
  index: SimilarityIndex;
  /** What to show of each incident, by id. */
  cards: ReadonlyMap<string, SimilarCard>;
}

/** Why there is no index: it cannot be had, or it was made for a newer page than this one. */
export type Lack = 'missing' | 'page-is-old';

/** Thrown where there is no index to search. */
export class NoIndex extends Error {
  override name = 'NoIndex';
  readonly lack: Lack;

  constructor(lack: Lack, options?: ErrorOptions) {
    super(lack, options);
    this.lack = lack;
  }
}

/** What the network gives; handed in so that it can be replaced. */
export interface SimilarNetwork {
  /** A JSON file as the server has it now, or as it was kept: undefined where no server answers. Throws on a refusal. */
  get(url: string, cache: 'no-cache' | 'default'): Promise<unknown>;
}

const network: SimilarNetwork = {
  async get(url, cache) {
    const response = await fetch(url, { cache }).catch(() => undefined);
    if (!response) return undefined;
    if (!response.ok) throw new NoIndex('missing');
    return response.json();
  },
};

/**
 * The index below `folder` (`/similar/`, with the base path). The file of an index bears its digest, and before each answer it
 * is asked which one is current: after a deploy the new one is opened. Without a network, one that is open stays in use.
 */
export function similarIndexAt(folder: string, from: SimilarNetwork = network): { open(): Promise<OpenSimilar> } {
  let opened: { digest: string; index: Promise<OpenSimilar> } | undefined;

  const load = async (digest: string): Promise<OpenSimilar> => {
    const file = (await from.get(`${folder}${digest}.json`, 'default')) as SimilarFile | undefined;
    if (!file?.index) throw new NoIndex('missing');
    if (file.index.version !== PACKED_VERSION) throw new NoIndex('page-is-old');
    return {
      index: openIndex(file.index),
      cards: new Map(file.index.ids.flatMap((id, place) => (file.cards[place] ? [[id, file.cards[place]]] : []))),
    };
  };

  const attempt = async (): Promise<OpenSimilar> => {
    const current = (await from.get(`${folder}current.json`, 'no-cache')) as { digest?: unknown } | undefined;
    if (current === undefined && opened) return opened.index;
    const digest = current?.digest;
    if (typeof digest !== 'string' || !/^[0-9a-f]+$/.test(digest)) throw new NoIndex('missing');
    if (opened?.digest !== digest) opened = { digest, index: load(digest) };
    const mine = opened;
    return mine.index.catch((error) => {
      if (opened === mine) opened = undefined;
      throw error;
    });
  };

  return {
    /** @throws {NoIndex} */
    open() {
      // A deploy may fall between the two files; the second attempt asks for both anew.
      return attempt()
        .catch(attempt)
        .catch((cause) => {
          throw cause instanceof NoIndex ? cause : new NoIndex('missing', { cause });
        });
    },
  };
}
