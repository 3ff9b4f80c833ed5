import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from './files.ts';
import type { Problem } from './problem.ts';

/** The largest file that is read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/**
 * The text of a file, without byte order mark and with LF line ends: so that lines and columns counted in it are those an
 * editor shows. A problem where there is no such text.
 */
export function readText(file: string, path: string): { text: string } | { problem: Problem } {
  const problem = (rule: string, message: string, more: Partial<Problem> = {}): { problem: Problem } => ({
    problem: { file, rule, severity: 'error', message, ...more },
  });
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      return problem('large-file', `it has ${(size / 1024 / 1024).toFixed(1)} MB; at most 5 MB are read`, {
        hint: 'attach logs elsewhere and link to them',
      });
    }
    bytes = readFileSync(path);
  } catch (error) {
    return problem('unreadable-file', `it cannot be read: ${reasonOf(error)}`);
  }
  if (!isUtf8(bytes)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return problem('not-utf8', `it is not UTF-8${utf16 ? ' but UTF-16' : ''}`, {
      ...(!utf16 && { position: firstBrokenPlace(bytes) }),
      hint: 'save it with the encoding UTF-8',
    });
  }
  const text = toLines(bytes.toString('utf8'));
  if (text.trim() === '') return problem('empty-file', 'it is empty', { hint: 'fill it in, or delete it' });
  return { text };
}

/** Text as it is read everywhere: no byte order mark, LF line ends. */
export function toLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function firstBrokenPlace(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) {
      const text = toLines(part.toString('utf8'));
      const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
      return { line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
    }
    line += toLines(`${part.toString('utf8')}\n`).split('\n').length - 2;
    start = end + 1;
  }
  return { line, column: 1 };
}
