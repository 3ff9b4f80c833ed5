import { randomUUID } from 'node:crypto';
import { accessSync, chmodSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Position } from '../problem.ts';

/** Puts `text` in the place of what stands from `start` up to `end`, in UTF-16 code units of a file as it is. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text with all edits made; of two that overlap, the first. Every other character stays what it is. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let done = 0;
  for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue;
    edited += text.slice(done, start) + by;
    done = end;
  }
  return edited + text.slice(done);
}

/** The offset of a position in a file as it is: with its byte order mark and its own line ends. */
export function offsetsIn(raw: string): (position: Position) => number {
  const starts = [raw.startsWith('\uFEFF') ? 1 : 0];
  for (const { 0: end, index } of raw.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return ({ line, column }) => (starts[line - 1] ?? raw.length) + column - 1;
}

/** The line end that a file uses. */
export function lineEndOf(raw: string): string {
  return /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
}

/** Replaces a file by another text, whole or not at all. Throws what the system says where it cannot be written. */
export function replaceFile(path: string, text: string): void {
  // Its name starts with a dot: were the process killed here, nothing would take it for a record.
  accessSync(path, constants.W_OK);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    writeFileSync(beside, text);
    chmodSync(beside, statSync(path).mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
