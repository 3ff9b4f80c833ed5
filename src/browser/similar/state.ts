/** What `/similar/` was asked, as its address says it. */
export interface SimilarState {
  text: string;
  /** Pieces that were put back into the search, by where they start in the text. */
  keep: number[];
}

/** The longest text that goes into an address as it is, in characters: servers refuse addresses of about 8,000 bytes. */
const LONGEST_TEXT = 1500;

/** Reads the query of an address. Nothing in it is trusted: what does not fit is left out. */
export function readSimilarState(search: string): SimilarState {
  const parameters = new URLSearchParams(search);
  const keep = parameters.getAll('keep').map(Number);
  return {
    text: (parameters.get('q') ?? '').trim(),
    keep: [...new Set(keep.filter((start) => Number.isInteger(start) && start >= 0))],
  };
}

/**
 * The query of the address that asks the same, with its `?`; empty for an empty text. Of a long text it holds the beginning of
 * what was searched: `kept`.
 */
export function writeSimilarState({ text, keep }: SimilarState, kept: string): string {
  if (!text) return '';
  const parameters = new URLSearchParams();
  if (text.length <= LONGEST_TEXT) {
    parameters.set('q', text);
    for (const start of keep) parameters.append('keep', String(start));
  } else {
    parameters.set('q', kept.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT).toWellFormed());
  }
  return `?${parameters}`;
}
