import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Archive, ReadOptions } from '../archive/archive.ts';
import { problemLine } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';

/** The files of a content folder, by path. A string that starts with `-> ` is a symbolic link. */
export type Files = Record<string, string | Uint8Array>;

/** An archive that was written for a test and read back. */
export interface TestArchive extends Archive {
  /** Its problems as `check` prints them. */
  lines: string[];
}

/** Writes files to a folder of their own, reads them as an archive, and removes them. */
export async function archiveOf(files: Files, options: Partial<ReadOptions> = {}): Promise<TestArchive> {
  const contentDir = await mkdtemp(join(tmpdir(), 'cairn-archive-'));
  try {
    await writeFiles(contentDir, files);
    const archive = await readArchive({ contentDir, base: '/', drafts: true, ...options });
    return { ...archive, lines: archive.problems.map(problemLine) };
  } finally {
    await rm(contentDir, { recursive: true, force: true });
  }
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    if (typeof content === 'string' && content.startsWith('-> ')) await symlink(content.slice(3), path);
    else await writeFile(path, content);
  }
}

/** The problems of an archive of these files, as lines. */
export async function linesOf(files: Files, options: Partial<ReadOptions> = {}): Promise<string[]> {
  return (await archiveOf(files, options)).lines;
}

/** A postmortem: `lines` are lines of its front matter, beside a title and a start, which they may replace. */
export function postmortem(lines: string | readonly string[] = [], body = 'It broke.\n'): string {
  const own = typeof lines === 'string' ? lines.split('\n') : lines;
  const defaults = ['title: It broke', 'status: draft', 'started: 2024-03-01T10:00Z'].filter((line) => {
    const key = line.slice(0, line.indexOf(':') + 1);
    return !own.some((one) => one.startsWith(key));
  });
  return `---\n${[...defaults, ...own].filter((line) => line !== '').join('\n')}\n---\n\n${body}`;
}
