import { beginningForAddress, fitsAddress } from '../address-length.ts';

/** What `/similar/` was asked, as its address says it. */
export interface SimilarState {
  text: string;
  /** Pieces that were put back into the search, by where they start in the text. */
  keep: number[];
}

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
 * The query of the address that asks the same, with its `?`; empty for an empty text. Of a text that is too long for an address
 * it holds the beginning of what was searched, `kept`, and each line of that once: a log repeats itself.
 */
export function writeSimilarState({ text, keep }: SimilarState, kept: string): string {
  if (!text) return '';
  const parameters = new URLSearchParams();
  if (fitsAddress(text)) {
    parameters.set('q', text);
    for (const start of keep) parameters.append('keep', String(start));
  } else {
    parameters.set('q', beginningForAddress(linesOnce(kept)));
  }
  return `?${parameters}`;
}

function linesOnce(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return [...new Set(lines)].filter(Boolean).join('\n');
}
