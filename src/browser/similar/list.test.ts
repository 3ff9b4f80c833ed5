import { expect, test } from 'vitest';
import { summaryLine } from './list.ts';
import { answerNotes, countText, furtherText } from './notes.ts';

test('the line for the channel says what it was, what fixed it, how long it took and where to read on', () => {
  const card = {
    title: 'A backfill deadlocked.',
    fixed: 'Killed the backfill.',
    eased: '44 min',
    took: '1 h 8 min to resolve',
    day: '1 Mar 2024',
    severity: 'SEV2',
  };
  expect(summaryLine(card, 'https://wiki/incidents/a/')).toBe(
    'Similar: A backfill deadlocked (SEV2, 1 Mar 2024, 44 min to mitigate, 1 h 8 min to resolve). Fixed by: Killed the backfill. https://wiki/incidents/a/',
  );
  expect(summaryLine({ title: 'B', took: 'ongoing', day: '2 Mar 2024' }, 'https://wiki/b/')).toBe(
    'Similar: B (2 Mar 2024, ongoing). https://wiki/b/',
  );
});

test('counts and notes are sentences', () => {
  const hits = (count: number) =>
    Array.from({ length: count }, () => ({ id: '', score: 1, reasons: [], card: { title: '' } }));
  expect(countText({ near: hits(0), further: [] })).toBe('No incident matches');
  expect(countText({ near: hits(1), further: hits(1) })).toBe('1 incident matches, 1 is further off');
  expect(countText({ near: hits(4), further: hits(2) })).toBe('4 incidents match, 2 are further off');
  expect(answerNotes({ near: hits(1), unknown: ['x', 'y'], readAs: [{ from: 'deadlok', to: 'deadlock' }] })).toEqual([
    'No incident has these words: “deadlok” was read as “deadlock”.',
    'No incident has “x” or “y”.',
  ]);
  const many = Array.from({ length: 300 }, (_, word) => `w${word}`);
  expect(answerNotes({ near: [], unknown: many, readAs: [] })[0]).toMatch(/“w3” and 296 more\.$/);
  expect(answerNotes({ near: [], unknown: [], readAs: [] })).toHaveLength(1);
  expect(furtherText(['pool'])).toBe('Further off: found after leaving out “pool”');
  expect(furtherText(['pool', 'lock'])).toBe('Further off: found after leaving out “pool” and “lock”');
  expect(furtherText([])).toMatch(/^Further off: /);
});
