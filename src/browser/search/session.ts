import type { SimilarSession } from '../similar/session.ts';
import { type Answer, answer } from './answer.ts';
import { type OpenIndex, searchIndexAt } from './client.ts';
import type { SearchState } from './state.ts';
import { type ResultView, resultView } from './view.ts';
import { foundLittle, type OtherWording, widened, wordingsOf } from './widen.ts';

/** An answer with the results that are shown of it. */
export interface Shown extends Answer {
  views: ResultView[];
}

export interface SearchSession {
  /** Fetches the engine ahead of the first query. Never throws. */
  warm(): void;
  /**
   * The results of a query; undefined if another query was asked meanwhile. `onWait` is called if they take long enough
   * to make the reader wonder.
   * @throws {IndexUnavailable}
   */
  ask(state: SearchState, onWait: () => void): Promise<Shown | undefined>;
  /**
   * Those results, where the query found little with the incidents that say it in other words; undefined if another query
   * was asked meanwhile. `onWait` as above. Never throws: without it the reader has what was found.
   */
  widen(state: SearchState, found: Shown, onWait: () => void): Promise<Shown | undefined>;
}

/** Where a session finds what it asks, with the base path. */
interface Places {
  /** The index of all pages: `/pagefind/`. */
  index: string;
  /** The index of similar incidents: `/similar/`. */
  similar: string;
}

/** In milliseconds. */
const PATIENCE = 500;

/** One conversation with the index: a later question makes an earlier one void. */
function searchSession(places: Places, severities: readonly string[]): SearchSession {
  const index = searchIndexAt(places.index);
  let similar: Promise<SimilarSession> | undefined;
  let latest = 0;

  const views = (found: Answer, count: number): Promise<ResultView[]> =>
    Promise.all(
      found.hits.slice(0, count).map(async (hit) => {
        const words = [...found.words, ...(hit.instead ?? []).map(({ text }) => text)];
        return resultView(await hit.data(), words, severities, hit);
      }),
    );

  const attempt = async (state: SearchState): Promise<Shown> => {
    const found = await answer(await index.open(), state);
    return { ...found, views: await views(found, state.shown) };
  };

  const wordings = async (query: string, onWait: () => void): Promise<OtherWording[]> => {
    similar ??= import('../similar/session.ts').then(({ similarSession }) => similarSession(places.similar));
    const reply = await (await similar).ask(query, [], onWait);
    return reply && 'answer' in reply ? wordingsOf(reply.answer.near, reply.answer.readAs) : [];
  };

  return {
    warm() {
      index.open().catch(() => {});
    },
    async ask(state, onWait) {
      latest += 1;
      const question = latest;
      const waiting = setTimeout(() => question === latest && onWait(), PATIENCE);
      try {
        // A deploy may fall between two files of one answer; the second attempt is all from one index.
        const shown = await attempt(state).catch(() => attempt(state));
        return question === latest ? shown : undefined;
      } finally {
        clearTimeout(waiting);
      }
    },
    async widen(state, found, onWait) {
      const question = latest;
      if (!foundLittle(found, state.query)) return found;
      try {
        const open: OpenIndex = await index.open();
        const wider = await widened(open, found, state.choices, await wordings(state.query, onWait));
        const shown = wider ? { ...wider, views: await views(wider, state.shown) } : found;
        return question === latest ? shown : undefined;
      } catch (error) {
        console.warn(error);
        return question === latest ? found : undefined;
      }
    },
  };
}

/** The session for the element that names the folders of the indexes and the scale of severities. */
export function sessionFor({ dataset }: HTMLElement): SearchSession {
  const places = { index: dataset.index ?? '/pagefind/', similar: dataset.similarIndex ?? '/similar/' };
  return searchSession(places, (dataset.severities ?? '').split(' '));
}
