import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../content/', import.meta.url));
const INDEX = /\/index\.mdx?$/;

/** A postmortem of the example: its path below `postmortems/`, and its id. */
interface Original {
  file: string;
  id: string;
  text: string;
}

/**
 * Writes a valid archive of `count` postmortems to an empty folder: the example, and the postmortems of the example again and
 * again, with ids, aliases and words of their own. Links and mentions lead within one copy, as they do in the example. The same
 * files each time.
 */
export function writeArchive(folder: string, count: number): void {
  cpSync(EXAMPLE, folder, { recursive: true });
  const originals = readOriginals();
  for (let place = originals.length; place < count; place += 1) {
    const copy = Math.floor(place / originals.length);
    const { file, id, text } = originals[place % originals.length] as Original;
    const there = new Set(originals.slice(0, count - copy * originals.length).map((one) => one.id));
    const path = join(folder, 'postmortems', file.replace(id, named(id, copy)));
    // An index file shares its folder with its pictures.
    if (INDEX.test(file)) cpSync(join(EXAMPLE, 'postmortems', dirname(file)), dirname(path), { recursive: true });
    writeFileSync(path, copied(text, copy, there));
  }
}

function readOriginals(): Original[] {
  const folder = join(EXAMPLE, 'postmortems');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .sort()
    .map((file) => ({
      file,
      id: posix.basename(INDEX.test(file) ? dirname(file) : file).replace(/\.mdx?$/, ''),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

function named(id: string, copy: number): string {
  return `${id}-${copy}`;
}

/** `there` are the ids of which this copy exists. */
function copied(text: string, copy: number, there: ReadonlySet<string>): string {
  return `${text
    .replace(/\d{4}-\d{2}-\d{2}-[a-z0-9-]+/g, (id) => (there.has(id) ? named(id, copy) : id))
    .replace(/^aliases: \[(.*)\]$/m, (_, aliases: string) => `aliases: [${aliases.replace(/[^,\s]+/g, `$&-${copy}`)}]`)
    .replace(/^title: (["']?)/m, `title: $1In case ${copy} `)}\nThis was case ${copy} of its kind.\n`;
}
