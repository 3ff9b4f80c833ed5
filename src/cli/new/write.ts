import { join } from 'node:path';
import { saveNew } from '../../archive/drafts/save-new.ts';
import { reasonOf } from '../../archive/files.ts';
import { UsageError } from '../command.ts';
import { refreshEditorFiles } from '../editor-files.ts';
import { fromHere } from '../from-here.ts';

/**
 * Writes a new file of the content folder, prints its path, and says `next` on standard error. Gives the exit code. Throws
 * `UsageError` where there is such a file.
 */
export function writeNew(
  { contentDir, file, text }: { contentDir: string; file: string; text: string },
  { wayOut, next }: { wayOut: string; next: (path: string) => readonly string[] },
): number {
  const path = join(contentDir, file);
  const shown = fromHere(path);
  try {
    if (!saveNew(path, text)) throw new UsageError(`there is a file ${shown} already`, wayOut);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    process.stderr.write(`cairn: ${shown} cannot be written: ${reasonOf(error)}\n`);
    return 1;
  }
  refreshEditorFiles(contentDir);
  process.stdout.write(`${shown}\n`);
  process.stderr.write(`${next(shown).join('\n')}\n`);
  return 0;
}
