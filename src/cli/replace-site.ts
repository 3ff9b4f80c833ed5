import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { uninterrupted } from '../archive/changes/write-changes.ts';

/**
 * Puts what stands in `from` in the place of what stands in `to`. The folder itself stays, which may be mounted or watched, and
 * so does its `.git`, from which some publish. An interrupt waits until all is done.
 */
export function replaceSite(from: string, to: string): void {
  uninterrupted(() => {
    for (const name of readdirSync(to)) if (name !== '.git') rmSync(join(to, name), { recursive: true });
    for (const name of readdirSync(from)) move(join(from, name), join(to, name));
  });
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Another file system.
    cpSync(from, to, { recursive: true });
  }
}
