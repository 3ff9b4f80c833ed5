import { readFileSync } from 'node:fs';
import type { ContentFile } from '../files.ts';
import { readText } from '../source-text.ts';
import { textsAt } from '../texts.ts';
import { openYaml } from './yaml-text.ts';

/** What keeps `id` from being the new id of a record, as a sentence: another record's id or alias. Undefined where it is free. */
export function takenBy(id: string, record: ContentFile, files: readonly ContentFile[]): string | undefined {
  // Causes and factors share their ids.
  const group = ({ kind }: ContentFile): string => (kind === 'factor' ? 'cause' : kind);
  for (const file of files) {
    if (group(file) !== group(record) || file.file === record.file) continue;
    if (file.id === id) return `${id} is the id of ${file.file}`;
    const source = readText(file.file, file.path);
    if (!('text' in source) || !source.text.toLowerCase().includes(id)) continue;
    const values: unknown = openYaml(readFileSync(file.path, 'utf8'), file.format)?.values;
    const aliases = [...textsAt(values, 'aliases.*')];
    if (aliases.some(({ text }) => text.toLowerCase() === id)) return `${id} is an alias of ${file.file}`;
  }
  return undefined;
}
