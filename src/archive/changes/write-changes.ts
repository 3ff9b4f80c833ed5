import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../fixes/edits.ts';
import type { Changes } from './rehearse.ts';

/** Thrown where changes could not be made. `stands` are the files that could not be put back either: mostly none. */
export class ChangeError extends Error {
  override name = 'ChangeError';
  readonly file: string;
  readonly stands: readonly string[];

  constructor(file: string, stands: readonly string[], cause: unknown) {
    super(`${file} cannot be changed`, { cause });
    this.file = file;
    this.stands = stands;
  }
}

/**
 * Makes changes in an archive, all of them or none: where one cannot be made, those before it are undone. Each file is replaced
 * whole, what moves goes last, and an interrupt waits until all is done. Throws `ChangeError`.
 */
export function writeChanges(contentDir: string, { texts, move }: Changes): void {
  const undo: { file: string; run: () => void }[] = [];
  const step = (file: string, make: () => () => void): void => {
    try {
      undo.push({ file, run: make() });
    } catch (error) {
      throw new ChangeError(file, undone(undo), error);
    }
  };
  uninterrupted(() => {
    for (const [file, text] of texts) {
      const path = join(contentDir, file);
      step(file, () => {
        const before = readFileSync(path, 'utf8');
        replaceFile(path, text);
        return () => replaceFile(path, before);
      });
    }
    if (move) step(move.from, () => moveAway(join(contentDir, move.from), join(contentDir, move.to)));
  });
}

/** Moves a file or folder, which may leave no empty folder behind, and gives what moves it back. */
function moveAway(from: string, to: string): () => void {
  if (existsSync(to)) throw new Error('there is something of that name');
  const made = mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true });
    throw error;
  }
  try {
    rmdirSync(dirname(from));
  } catch {
    // It holds other files.
  }
  return () => {
    mkdirSync(dirname(from), { recursive: true });
    renameSync(to, from);
  };
}

function undone(steps: readonly { file: string; run: () => void }[]): string[] {
  return steps.toReversed().flatMap(({ file, run }) => {
    try {
      run();
      return [];
    } catch {
      return [file];
    }
  });
}

/** A signal that arrives while `run` runs, which waits for nothing, is heard when it is over, and then means nothing. */
export function uninterrupted(run: () => void): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const hear = (): void => {};
  for (const signal of signals) process.on(signal, hear);
  try {
    run();
  } finally {
    for (const signal of signals) process.off(signal, hear);
  }
}
