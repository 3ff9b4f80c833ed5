import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { uninterrupted } from '../archive/changes/write-changes.ts';
import { listContent, reasonOf } from '../archive/files.ts';
import { replaceFile } from '../archive/fixes/edits.ts';
import { mend } from '../archive/fixes/mend.ts';
import type { Problem } from '../archive/problem.ts';
import { judgeArchive } from '../archive/read.ts';
import { MOST_BYTES } from '../archive/source-text.ts';
import { count } from '../reporters/count.ts';

/** Some mistakes show only when the one before them is mended. */
const MOST_ROUNDS = 5;

/**
 * Mends what is mechanical in the files that `isWanted`, and says on standard error what it did. Returns false where a file
 * could not be written: it is then as it was.
 */
export async function fixFiles(
  contentDir: string,
  isWanted: (file: string) => boolean,
  replace: typeof replaceFile = replaceFile,
): Promise<boolean> {
  const mended = new Set<string>();
  const refused = new Set<string>();
  let things = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { problems } = judgeArchive({ contentDir, base: '/', drafts: false });
    const byFile = Map.groupBy(problems, ({ file }: Problem) => file);
    const before = things;
    for (const file of listContent(contentDir).files.filter((each) => isWanted(each.file) && !refused.has(each.file))) {
      try {
        const bytes = readFileSync(file.path);
        if (bytes.length > MOST_BYTES || !isUtf8(bytes)) continue;
        const raw = bytes.toString('utf8');
        const { text, count: mendings } = mend(raw, file, byFile.get(file.file) ?? []);
        if (text === raw) continue;
        uninterrupted(() => replace(file.path, text));
        mended.add(file.file);
        things += mendings;
      } catch (error) {
        refused.add(file.file);
        process.stderr.write(`cairn: ${file.file} cannot be written: ${reasonOf(error)}\n`);
      }
    }
    if (things === before) break;
  }
  process.stderr.write(
    things === 0 ? 'Nothing to mend.\n' : `Mended ${count(things, 'thing')} in ${count(mended.size, 'file')}.\n`,
  );
  return refused.size === 0;
}
