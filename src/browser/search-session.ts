import { type Answer, answer } from './search-answer.ts';
import { searchIndexAt } from './search-client.ts';
import type { SearchState } from './search-state.ts';
import { type ResultView, resultView } from './search-view.ts';

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
}

/** In milliseconds. */
const PATIENCE = 500;

/** One conversation with the index: a later question makes an earlier one void. */
export function searchSession(folder: string, severities: readonly string[]): SearchSession {
  const index = searchIndexAt(folder);
  let latest = 0;

  const attempt = async (state: SearchState): Promise<Shown> => {
    const found = await answer(await index.open(), state);
    const views = found.hits
      .slice(0, state.shown)
      .map(async (hit) => resultView(await hit.data(), found.words, severities, hit.missing));
    return { ...found, views: await Promise.all(views) };
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
  };
}

/** The session for the element that names the folder of the index and the scale of severities. */
export function sessionFor(element: HTMLElement): SearchSession {
  return searchSession(element.dataset.index ?? '/pagefind/', (element.dataset.severities ?? '').split(' '));
}
