import { type Edit, offsetsIn, withEdits } from '../fixes/edits.ts';
import type { Position } from '../problem.ts';
import { toLines } from '../source-text.ts';

/**
 * For places in a text after `edits`, where the same thing stood before them; undefined for what the edits put in. Of a value
 * that was replaced, its start.
 */
export function positionsBefore(raw: string, edits: readonly Edit[]): (position: Position) => Position | undefined {
  const offsetOf = offsetsIn(withEdits(raw, edits));
  const inOrder = [...edits].sort((a, b) => a.start - b.start);
  return (position) => {
    const offset = offsetOf(position);
    let longer = 0;
    for (const { start, end, text } of inOrder) {
      if (offset < start + longer) break;
      if (offset < start + longer + text.length) return end > start ? positionAt(raw, start) : undefined;
      longer += text.length - (end - start);
    }
    return positionAt(raw, offset - longer);
  };
}

function positionAt(raw: string, offset: number): Position {
  const lines = toLines(raw.slice(0, offset)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
