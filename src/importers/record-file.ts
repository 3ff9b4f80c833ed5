import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { postmortemSchema } from '../model/postmortem.ts';

/** Where an imported record came from. */
export interface Source {
  /** Path below the archive, with `/`; for one of several incidents in a file, its number after `#`. */
  file: string;
  /** Digest of the source as it was read. */
  digest: string;
}

/** The keys of the front matter in the order in which the model lists them. */
const ORDER = Object.keys(postmortemSchema.shape);

const WRITTEN = /^( {2}written: )([0-9a-f]{16})$/m;
const SOURCE = /^source:\n {2}file: (.+)\n {2}digest: ([0-9a-f]{16})\n {2}written: ([0-9a-f]{16})$/m;

/** The text of a record's file. Its `written` is a digest of all the rest, so that an edit by hand is seen later. */
export function recordText(values: Record<string, unknown>, source: Source, body: string): string {
  const { imported, ...own } = values;
  const sorted = Object.fromEntries(ORDER.filter((key) => own[key] !== undefined).map((key) => [key, own[key]]));
  const head = frontMatter(sorted);
  const origin = `source:\n  file: ${JSON.stringify(source.file)}\n  digest: ${source.digest}\n  written: ${'0'.repeat(16)}\n`;
  const rest = isEmpty(imported) ? '' : frontMatter({ imported });
  const text = `---\n${head}${origin}${rest}---\n${body === '' ? '' : `\n${body}`}`;
  return text.replace(WRITTEN, `$1${digestOf(text)}`);
}

/** What a file says of where it came from; undefined where it was not imported. `edited` if somebody changed it since. */
export function readSource(text: string): (Source & { edited: boolean }) | undefined {
  const [, file, digest, written] = SOURCE.exec(text) ?? [];
  if (file === undefined || digest === undefined) return undefined;
  try {
    const blank = text.replace(WRITTEN, `$1${'0'.repeat(16)}`);
    return { file: JSON.parse(file) as string, digest, edited: digestOf(blank) !== written };
  } catch {
    return undefined;
  }
}

/** Values as YAML that the archive's reader takes for exactly these texts. */
export function frontMatter(values: Record<string, unknown>): string {
  return stringify(values, {
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: 1_000_000,
    aliasDuplicateObjects: false,
    blockQuote: false,
  });
}

export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
