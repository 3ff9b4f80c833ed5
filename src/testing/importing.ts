import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { type Problem, problemLine } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { readYaml } from '../archive/yaml/values.ts';
import { importArchive } from '../importers/import-archive.ts';
import { readMapFile } from '../importers/map-file.ts';
import type { FileReport, ImportReport } from '../importers/report.ts';

/** An imported file, read back. */
export interface Imported {
  values: Record<string, unknown> & { timeline?: { at: string; what: string }[]; actions?: Record<string, string>[] };
  body: string;
  target: string;
  report: FileReport;
}

export interface Importing {
  report: ImportReport;
  /** The imported file of a source, by its path. */
  of(file: string): Imported;
  /** Errors that the archive's reader finds in what was written. */
  errors(): Promise<string[]>;
  out: string;
  /** Imports the same archive once more. */
  again(): ImportReport;
  remove(): void;
}

/** Imports an archive of these files; `map` is the text of a map file. */
export function importing(files: Record<string, string | Uint8Array>, map = '', split = false): Importing {
  const root = mkdtempSync(join(tmpdir(), 'cairn-importing-'));
  const folder = join(root, 'archive');
  const out = join(root, 'content');
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const read = readMapFile('map.yaml', map);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const run = (): ImportReport => importArchive({ folder, out, map: read.map, split, dryRun: false });
  const report = run();
  return {
    report,
    out,
    of(file) {
      const found = report.files.find((one) => one.file === file);
      if (found?.target === undefined) throw new Error(`${file} was not imported: ${JSON.stringify(found)}`);
      const text = readFileSync(join(out, found.target), 'utf8');
      const [, head = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
      return {
        values: (readYaml('x', head).value ?? {}) as Imported['values'],
        body: body.trim(),
        target: found.target,
        report: found,
      };
    },
    async errors() {
      const { problems } = await readArchive({ contentDir: out, base: '/', drafts: true });
      return problems.filter(({ severity }: Problem) => severity === 'error').map(problemLine);
    },
    again: run,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

let last: Importing | undefined;

/** Imports these files for one test, makes sure that the archive takes what comes of them, and clears up behind it. */
export async function imported(
  files: Record<string, string | Uint8Array>,
  map = '',
  split = false,
): Promise<Importing> {
  last?.remove();
  last = importing(files, map, split);
  expect(await last.errors()).toEqual([]);
  return last;
}

afterEach(() => {
  last?.remove();
  last = undefined;
});
