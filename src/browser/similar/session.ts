import type { SimilarQuestion, SimilarReply } from './worker.ts';

/** One conversation with the worker: a later question makes an earlier one void. */
export interface SimilarSession {
  /** Fetches the index ahead of the first question. */
  warm(): void;
  /**
   * The reply to a question; undefined if another was asked meanwhile. `onWait` is called if it takes long enough to make
   * the reader wonder. Rejects where the worker does not run: its script is gone.
   */
  ask(text: string, keep: readonly number[], onWait: () => void): Promise<SimilarReply | undefined>;
}

/** In milliseconds. */
const PATIENCE = 500;

/** @param folder where the index is, with the base path: `/similar/` */
export function similarSession(folder: string): SimilarSession {
  let worker: Worker | undefined;
  let latest = 0;

  const tell = (question: SimilarQuestion): Worker => {
    worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: folder });
    worker.postMessage(question);
    return worker;
  };

  return {
    warm() {
      latest += 1;
      tell({ number: latest });
    },
    ask(text, keep, onWait) {
      latest += 1;
      const number = latest;
      const waiting = setTimeout(() => number === latest && onWait(), PATIENCE);
      const asked = tell({ number, text, keep: [...keep] });
      const listening = new AbortController();
      const { signal } = listening;
      return new Promise<SimilarReply | undefined>((resolve, reject) => {
        asked.addEventListener(
          'message',
          ({ data }: MessageEvent<SimilarReply>) => {
            if (data.number < number) return;
            resolve(data.number === number && number === latest ? data : undefined);
          },
          { signal },
        );
        asked.addEventListener(
          'error',
          (event) => {
            if (worker === asked) worker = undefined;
            asked.terminate();
            reject(new Error(event.message || 'the script of the worker cannot be loaded'));
          },
          { signal },
        );
      }).finally(() => {
        clearTimeout(waiting);
        listening.abort();
      });
    },
  };
}
