import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import type { Archive, ReadOptions } from '../archive.ts';
import { readArchive } from '../read.ts';
import { type Move, movedPath } from './link-edits.ts';

/** What is to become of files. Paths are below the content folder, as they are now. */
export interface Changes {
  /** The new texts of files. */
  texts: ReadonlyMap<string, string>;
  /** The file or folder that moves. */
  move?: Move;
}

/** Thrown where a rehearsal finds no room. The message is the folder for temporary files. */
export class RehearsalError extends Error {
  override name = 'RehearsalError';
}

/**
 * Reads an archive as it will be once `changes` are made, from a folder of its own that is gone afterwards: the archive itself
 * is not touched. Files that stay as they are cost no space where the system lets two names share one file. Throws
 * `RehearsalError`.
 */
export async function rehearse(options: ReadOptions, { texts, move }: Changes): Promise<Archive> {
  const contentDir = orRefuse(() => mkdtempSync(join(tmpdir(), 'cairn-rehearsal-')));
  try {
    copyBelow('');
    return await readArchive({ ...options, contentDir });
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }

  function copyBelow(folder: string): void {
    for (const entry of entriesOf(join(options.contentDir, folder))) {
      const file = posix.join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) copyBelow(file);
      else if (entry.isFile() || entry.isSymbolicLink()) copy(file, entry.isSymbolicLink());
    }
  }

  function copy(file: string, isLink: boolean): void {
    const from = join(options.contentDir, file);
    const to = join(contentDir, move ? movedPath(file, move) : file);
    const text = texts.get(file);
    orRefuse(() => {
      mkdirSync(dirname(to), { recursive: true });
      if (text !== undefined) writeFileSync(to, text);
      else if (isLink) symlinkSync(readlinkSync(from), to);
      else shareOrCopy(from, to);
    });
  }
}

/** What cannot be read is a problem now as it will be then. */
function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function orRefuse<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new RehearsalError(tmpdir(), { cause: error });
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function shareOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    if (isReadable(from)) copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
