import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../fixes/edits.ts';
import type { Position } from '../problem.ts';
import { positionsBefore } from './positions-before.ts';

const words = fc
  .array(fc.constantFrom('a', 'b', '\t', '\u{1F534}', '\n', '\r\n'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const change = fc.record({ old: fc.oneof(fc.constant(''), words), new: fc.oneof(fc.constant(''), words) });

/** The place that follows a text. */
function placeAfter(text: string): Position {
  const lines = text.replace('\uFEFF', '').split(/\r\n|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

test('what stays is found where it stood', () => {
  fc.assert(
    fc.property(fc.constantFrom('', '\uFEFF'), fc.array(fc.tuple(change, words), { minLength: 1 }), (mark, parts) => {
      let before = mark;
      let after = mark;
      const edits: Edit[] = [];
      const stays: [Position, Position][] = [];
      for (const [{ old, new: text }, kept] of parts) {
        if (old !== text) edits.push({ start: before.length, end: before.length + old.length, text });
        before += old;
        after += text;
        stays.push([placeAfter(after), placeAfter(before)]);
        before += kept;
        after += kept;
      }
      const placeOf = positionsBefore(before, edits);
      for (const [now, then] of stays) expect(placeOf(now)).toEqual(then);
    }),
    { numRuns: 500 },
  );
});

test('of a value that was replaced, its start; what was put in stood nowhere', () => {
  const placeOf = positionsBefore('a: old\nb: x\n', [
    { start: 3, end: 6, text: 'new one' },
    { start: 11, end: 11, text: '\nc: y' },
  ]);
  expect(placeOf({ line: 1, column: 8 })).toEqual({ line: 1, column: 4 });
  expect(placeOf({ line: 2, column: 4 })).toEqual({ line: 2, column: 4 });
  expect(placeOf({ line: 3, column: 4 })).toBeUndefined();
});
