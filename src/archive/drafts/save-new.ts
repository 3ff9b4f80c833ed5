import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that is not there yet, with the folders it needs: whole, or nothing of it. Gives false where there is one
 * already. Throws what the system says where it cannot be written.
 */
export function saveNew(path: string, text: string): boolean {
  const made = mkdirSync(dirname(path), { recursive: true });
  let isOurs = false;
  try {
    writeFileSync(path, '', { flag: 'wx' });
    isOurs = true;
    writeFileSync(path, text);
    return true;
  } catch (error) {
    if (isOurs) rmSync(path, { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && !isOurs) return false;
    throw error;
  }
}
