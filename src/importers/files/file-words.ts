import { posix } from 'node:path';

/** Endings of file names that say how they are written: `.md`, `.html.md.erb`. */
const ENDING = /(?:\.(?:html?|md|mdx|markdown|mdown|mkdn?|qmd|rmd|erb|txt|org|adoc|asciidoc))+$/i;

/** The name of a file without its ending; of `index` files and READMEs, that of their folder. */
export function stemOf(file: string): string {
  const name = plainName(posix.basename(file).replace(ENDING, ''));
  const folder = plainName(posix.basename(posix.dirname(file)));
  const isIndex = /^(?:_?index|readme|post-?mortem|report|incident)$/i.test(name);
  return isIndex && folder !== '' && folder !== '.' ? folder : name;
}

/** Without what a tool adds or hides: the id of 32 digits that Notion puts behind a name, and `%2D` for a hyphen. */
function plainName(name: string): string {
  const plain = name.replace(/(?<=.)[ _-][0-9a-f]{32}$/, '');
  if (!/%[0-9A-F]{2}/i.test(plain)) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** A title out of a file's name: `PM2019-009 - Nodes gone` → `Nodes gone`, `2024-03-01_db-outage` → `2024-03-01 db outage`. */
export function titleFromFile(file: string): string {
  const stem = stemOf(file);
  const { rest } = codeOf(stem);
  if (/\s/.test(rest)) return rest.trim();
  const day = /^\d{4}-\d{2}-\d{2}/.exec(rest)?.[0] ?? '';
  const words = rest.slice(day.length).replace(/[-_]+/g, ' ').trim();
  return [day, words].filter((part) => part !== '').join(' ');
}

/** The number that a team gave an incident, at the head of the file's name: `PM2019-009 - …`, `INC-1234_…`. */
export function codeOf(stem: string): { code?: string; rest: string } {
  const [whole, code] = /^([A-Z]{2,8}[-_ ]?\d[\d-]{0,12})(?:\s+-\s+|\s*[–—:]\s*|[-_]{1,2}|\s+)(?=\S)/.exec(stem) ?? [];
  const isSeverity = /^(?:SEV|PRIO|P|S)[-_ ]?\d$/.test(code ?? '');
  return whole === undefined || code === undefined || isSeverity
    ? { rest: stem }
    : { code: code.replace(/[-_]+$/, ''), rest: stem.slice(whole.length) };
}

/** The day in a file's name, or in the folders above it (`2024/03/01/outage.md`). */
export function dayInPath(file: string): string | undefined {
  const stem = stemOf(file);
  const match =
    /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(stem) ??
    /(?:^|\/)((?:19|20)\d{2})\/(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])(?:\/|-)/.exec(file);
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined;
}
