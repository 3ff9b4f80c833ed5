import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { toLines } from '../../archive/source-text.ts';

/** The largest file that is read, in bytes: more than anybody writes by hand. */
const MOST_BYTES = 5 * 1024 * 1024;

export interface ReadText {
  /** Without byte order mark, with LF line ends. */
  text: string;
  /** What the file was written in, where that is not UTF-8. */
  encoding?: 'UTF-16' | 'Latin-1';
}

/** The text of a file in whatever encoding it is; `why` where it holds none. */
export function readTextFile(path: string): ReadText | { why: string } {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) return { why: `it has ${(size / 1024 / 1024).toFixed(1)} MB; at most 5 MB are read` };
    return decodeText(readFileSync(path));
  } catch (error) {
    return { why: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Reads bytes as UTF-8, as UTF-16 where they start with its mark, and else as Windows-1252, the superset of Latin-1 that
 * editors write: every byte is a letter there, so the report says that it was a guess. `why` where they are no text.
 */
export function decodeText(bytes: Uint8Array): ReadText | { why: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes.subarray(0, 8000).includes(0)) return { why: 'it is no text' };
  if (isUtf8(bytes)) return { text: toLines(new TextDecoder('utf-8').decode(bytes)) };
  return { text: toLines(new TextDecoder('windows-1252').decode(bytes)), encoding: 'Latin-1' };
}

function utf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): ReadText {
  return { text: toLines(new TextDecoder(label).decode(bytes)), encoding: 'UTF-16' };
}
