import { expect, test } from 'vitest';
import type { Note } from './answer.ts';
import { noteText, statusText } from './notes.ts';

test.each<[Note, string]>([
  [{ kind: 'cleaned', dropped: ['time', '2 numbers'] }, 'Left out, because it differs each time: time, 2 numbers.'],
  [{ kind: 'unknown', words: ['a', 'b', 'c'] }, 'No page has “a”, “b” or “c”.'],
  [{ kind: 'read-as', from: 'deadlok', to: ['deadlock'] }, 'No page has “deadlok”. Searched in its place: “deadlock”.'],
  [{ kind: 'hidden-by-filters', count: 1 }, 'The filters leave nothing of 1 result.'],
])('%o', (note, text) => {
  expect(noteText(note)).toBe(text);
});

test.each([
  [0, 'pool', 'No results for “pool”'],
  [1, 'pool', '1 result for “pool”'],
  [12, 'pool', '12 results for “pool”'],
  [12, '', '12 pages'],
  [2, 'x'.repeat(90), `2 results for “${'x'.repeat(60)}…”`],
])('%d for %j is announced as %j', (count, query, text) => {
  expect(statusText(count, query)).toBe(text);
});
