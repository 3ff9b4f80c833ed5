import {
  type CleanedPaste,
  cleanPaste,
  type Similar,
  type SimilarityIndex,
  searchSimilar,
} from './similarity/index.ts';

/** Everything there is to say to a paste: an alert, a log line, a stack trace, a sentence. */
export interface PasteAnswer {
  cleaned: CleanedPaste;
  /** The incidents that match, the best first. */
  near: Similar[];
  /** Those with much less in common, the best first. */
  further: Similar[];
  /** Words that led to what is near, and that nothing further has. */
  leftOut: string[];
  /** Words that no incident holds. */
  unknown: string[];
  /** Words that no incident holds, and the word each was read as. */
  readAs: { from: string; to: string }[];
}

/** With less than this share of the best score an incident is further off. */
const NEAR = 0.5;

/** With less than this share it is not worth a look. */
const WORTH_A_LOOK = 0.1;

const MOST_LEFT_OUT = 4;

/** Searches for what is left of `text` once it is cleaned; `keep` names pieces that stay, by where they start. */
export function answerPaste(
  index: SimilarityIndex,
  text: string,
  keep: ReadonlySet<number> = new Set(),
  count = 10,
): PasteAnswer {
  const cleaned = cleanPaste(text, keep);
  const { results, unknown, readAs } = searchSimilar(index, cleaned.kept, { count });
  const best = results[0]?.score ?? 0;
  const found = results.filter(({ score, reasons }) => reasons.length > 0 && score >= WORTH_A_LOOK * best);
  const near = found.filter(({ score }) => score >= NEAR * best);
  const further = found.filter(({ score }) => score < NEAR * best);
  return { cleaned, near, further, leftOut: leftOutOf(index, near, further), unknown, readAs };
}

function leftOutOf(index: SimilarityIndex, near: readonly Similar[], further: readonly Similar[]): string[] {
  if (further.length === 0) return [];
  const places = new Set(further.map(({ id }) => index.placeOf.get(id)));
  const isHeld = (word: string): boolean =>
    searchSimilar(index, word, { count: 1, only: (place) => places.has(place) }).results.length > 0;
  return askedWords(near)
    .filter((word) => !isHeld(word))
    .slice(0, MOST_LEFT_OUT);
}

/** The words of the question that led to these incidents, each once. */
function askedWords(found: readonly Similar[]): string[] {
  const words = new Map<string, string>();
  for (const { reasons } of found) {
    for (const reason of reasons) {
      if (reason.kind !== 'words') continue;
      for (const { text, from = text } of reason.words) {
        if (!words.has(from.toLowerCase())) words.set(from.toLowerCase(), from);
      }
    }
  }
  return [...words.values()];
}
