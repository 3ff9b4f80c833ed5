import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesBelow } from './files.ts';

/**
 * The files below `dir` that hold `word` in their path or content, in any case: as it is, inside gzip (as the search
 * index is), or in base64 (as inlined files are).
 */
export function filesWithWord(dir: string, word: string): string[] {
  const plain = word.toLowerCase();
  const coded = [...base64Cores(word), ...base64Cores(plain)];
  return filesBelow(dir).filter((path) => {
    if (path.toLowerCase().includes(plain)) return true;
    const text = unzipped(readFileSync(join(dir, path))).toString('latin1');
    return text.toLowerCase().includes(plain) || coded.some((core) => text.includes(core));
  });
}

function unzipped(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** What `word` looks like inside base64, whichever of the three places of a group it starts at. */
function base64Cores(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.from(`${'\0'.repeat(shift)}${word}`)
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((shift * 8) / 6);
    const bits = (shift + Buffer.byteLength(word)) * 8;
    return whole.slice(first, Math.floor(bits / 6));
  });
}
