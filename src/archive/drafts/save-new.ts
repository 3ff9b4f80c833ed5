import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file that is not there yet, with the folders it needs: whole, or nothing of it. Gives false where there is one
 * already. Throws what the system says where it cannot be written.
 */
export function saveNew(path: string, text: string): boolean {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true });
  // A name that starts with a dot is no record, should the program be stopped before the file has its own.
  const beside = join(folder, `.${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, text);
    giveName(beside, path);
    rmSync(beside, { force: true });
    return true;
  } catch (error) {
    rmSync(beside, { force: true });
    if (made !== undefined) removeEmpty(folder, made);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts a file under its name in one step, unless there is one of that name. */
function giveName(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some file systems have no links.
    copyFileSync(beside, path, constants.COPYFILE_EXCL);
  }
}

/** Removes a folder and those above it, up to `top`, as far as they are empty. */
function removeEmpty(folder: string, top: string): void {
  try {
    rmdirSync(folder);
    if (folder !== top) removeEmpty(dirname(folder), top);
  } catch {
    // Somebody else has put something there: it is no longer ours.
  }
}
