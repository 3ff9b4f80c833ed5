import { z } from 'zod';
import { readEntry } from '../entry.ts';
import type { ContentFile } from '../files.ts';
import type { Named } from './near-names.ts';

/** What records of a catalogue, or guides, are called. */
const nameSchema = z.looseObject({
  name: z.string().optional(),
  title: z.string().optional(),
  aliases: z.array(z.string()).optional(),
});

/** What the records of these files are called. */
export function readNames(files: readonly ContentFile[]): Named[] {
  return files.map((source) => {
    const { name, title, aliases = [] } = readEntry(source, nameSchema).entry.values;
    const called = name ?? title ?? source.id;
    const others = aliases.filter((alias) => alias !== undefined);
    return { file: source.file, name: called, names: [source.id, called, ...others] };
  });
}
