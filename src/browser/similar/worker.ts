import { answerPaste } from '../../analysis/similar-answer.ts';
import type { Similar } from '../../analysis/similarity/index.ts';
import type { SimilarCard } from '../../site/similar-file.ts';
import { type Lack, NoIndex, similarIndexAt } from './fetch-index.ts';

// Runs in a worker, so that the page stays awake while an answer is looked for. Its name is the folder of the index.

/** What the page asks. Without a text the index is fetched ahead, and there is no reply. */
export interface SimilarQuestion {
  number: number;
  text?: string;
  /** Pieces of the text that stay although they look like noise, by where they start. */
  keep?: number[];
}

/** An incident that was found, and what to show of it. */
export interface SimilarHit extends Similar {
  card: SimilarCard;
}

/** What the page is told. */
export interface SimilarAnswer extends Omit<ReturnType<typeof answerPaste>, 'near' | 'further'> {
  near: SimilarHit[];
  further: SimilarHit[];
}

export type SimilarReply = { number: number } & ({ answer: SimilarAnswer } | { lack: Lack });

const index = similarIndexAt(self.name);
let latest = 0;

self.addEventListener('message', async ({ data }: MessageEvent<SimilarQuestion>) => {
  const { number, text, keep = [] } = data;
  latest = number;
  try {
    const { index: open, cards } = await index.open();
    // While the index was on its way, another question may have made this one void.
    if (text === undefined || number !== latest) return;
    const { near, further, ...rest } = answerPaste(open, text, new Set(keep));
    const hits = (found: readonly Similar[]): SimilarHit[] =>
      found.flatMap((one) => {
        const card = cards.get(one.id);
        return card ? [{ ...one, card }] : [];
      });
    reply({ number, answer: { ...rest, near: hits(near), further: hits(further) } });
  } catch (error) {
    if (!(error instanceof NoIndex)) throw error;
    if (text !== undefined) reply({ number, lack: error.lack });
  }
});

function reply(message: SimilarReply): void {
  self.postMessage(message);
}
