import type { Lack } from './fetch-index.ts';
import type { SimilarAnswer } from './worker.ts';

/** What is announced while an answer takes its time. */
export const LOOKING = 'Looking for similar incidents';

/** What is announced when there is no answer. */
export const NO_ANSWER = 'Similar incidents cannot be looked for now.';

/** What is said of a paste that would be empty once it was cleaned. */
export const ALL_NOISE = 'All of this looks like times, numbers and ids; it was searched as it is.';

/** Words named in one sentence. Of a dump there may be hundreds, and the results stand below. */
const MOST_WORDS = 4;

/** What there is, in one line: `4 incidents match, 2 are further off`. */
export function countText({ near, further }: Pick<SimilarAnswer, 'near' | 'further'>): string {
  if (near.length === 0) return 'No incident matches';
  const match = near.length === 1 ? '1 incident matches' : `${near.length} incidents match`;
  if (further.length === 0) return match;
  return `${match}, ${further.length} ${further.length === 1 ? 'is' : 'are'} further off`;
}

/** What became of words that no incident holds, in one sentence each. */
export function answerNotes({ unknown, readAs, near }: Pick<SimilarAnswer, 'unknown' | 'readAs' | 'near'>): string[] {
  const read = readAs.slice(0, MOST_WORDS).map(({ from, to }) => `“${from}” was read as “${to}”`);
  return [
    ...(read.length > 0 ? [`No incident has these words: ${read.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`No incident has ${quoted(unknown, 'or')}.`] : []),
    ...(near.length === 0 && unknown.length === 0 ? ['There is nothing in this that any incident has.'] : []),
  ];
}

/** The line before what is further off: what had to be left out to find it. */
export function furtherText(leftOut: readonly string[]): string {
  return leftOut.length > 0
    ? `Further off: found after leaving out ${quoted(leftOut, 'and')}`
    : 'Further off: they have much less of it';
}

/** Why there is no answer, in one sentence. */
export function lackText(lack: Lack): string {
  return lack === 'page-is-old'
    ? 'The site has changed since this page was opened.'
    : 'The index of similar incidents cannot be loaded: it is not there, or the server cannot be reached.';
}

function quoted(words: readonly string[], joint: 'and' | 'or'): string {
  const said = words.slice(0, MOST_WORDS).map((word) => `“${word}”`);
  const more = words.length - said.length;
  if (more > 0) return `${said.join(', ')} and ${more} more`;
  const last = said.pop() ?? '';
  return said.length > 0 ? `${said.join(', ')} ${joint} ${last}` : last;
}
