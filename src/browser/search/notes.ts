import type { Note } from './answer.ts';

/** What the reader is told about a query, in one sentence each. Words of the query stand between quotation marks. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'cleaned':
      return `Left out, because it differs each time: ${note.dropped.join(', ')}.`;
    case 'unknown':
      return `No page has ${quoted(note.words, 'or')}.`;
    case 'read-as':
      return `No page has ${quoted([note.from], 'or')}. Searched in its place: ${quoted(note.to, 'and')}.`;
    case 'not-all':
      return 'No page has all of these words. Those with the most telling ones come first, and each says what it lacks.';
    case 'no-phrase':
      return `No page has exactly these words in this order. Found by the words one by one.`;
    case 'no-words':
      return 'There is no letter and no digit in this to search for.';
    case 'other-words':
      return note.count === 1
        ? '1 incident says it in other words, and shows which.'
        : `${note.count} incidents say it in other words, and each shows which.`;
    case 'hidden-by-filters':
      return `The filters leave nothing of ${results(note.count)}.`;
  }
}

/** What is announced while an answer takes its time: the index comes over the network, and in `dev` it is built first. */
export const WAITING = 'Searching';

/** What is announced when there is no answer. */
export const UNAVAILABLE = 'The search is not available.';

/** `12 results`, or `1 result`. */
export function results(count: number): string {
  return count === 1 ? '1 result' : `${count} results`;
}

/** What is announced when an answer has come: how many there are, and for what. */
export function statusText(count: number, query: string): string {
  const subject = query.length > 60 ? `${query.slice(0, 60)}…` : query;
  if (!query) return count === 1 ? '1 page' : `${count} pages`;
  return count === 0 ? `No results for “${subject}”` : `${results(count)} for “${subject}”`;
}

function quoted(words: readonly string[], joint: 'and' | 'or'): string {
  const all = words.map((word) => `“${word}”`);
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} ${joint} ${last}` : last;
}
