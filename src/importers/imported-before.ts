import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readSource } from './record-file.ts';

/** What a content folder already holds. */
export interface ImportedBefore {
  /** Ids of every postmortem there, imported or not. */
  ids: Set<string>;
  /** Those that were imported, by the source they came from. */
  bySource: Map<string, { id: string; file: string }>;
}

/** Looks through the postmortems of a content folder. */
export function importedBefore(out: string): ImportedBefore {
  const found: ImportedBefore = { ids: new Set(), bySource: new Map() };
  const root = join(out, 'postmortems');
  if (!existsSync(root)) return found;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const name = /^(.+)\.mdx?$/.exec(entry.name)?.[1];
    if (!entry.isFile() || name === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const below = path
      .slice(out.length + 1)
      .split(/[\\/]/)
      .join('/');
    const id = name === 'index' ? posix.basename(posix.dirname(below)) : name;
    found.ids.add(id);
    const source = readSource(readFileSync(path, 'utf8'));
    if (source) found.bySource.set(source.file, { id, file: below });
  }
  return found;
}
