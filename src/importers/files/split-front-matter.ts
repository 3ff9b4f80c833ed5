import { parse as parseToml } from 'smol-toml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** A file taken apart. Texts are kept as they were written; nothing is given a type. */
export interface SplitFile {
  format: 'yaml' | 'toml' | 'json' | 'none';
  values: Record<string, unknown>;
  body: string;
  /** The line of the file on which the body starts, counted from 1. */
  bodyLine: number;
  /** Comments of the front matter. */
  comments: string[];
  /** What is wrong with the front matter; then it is left in the body as text. */
  fault?: string;
}

const FENCES = [
  { format: 'yaml', open: /^---[ \t]*(?:yaml|yml)?[ \t]*\n/, close: /^(?:---|\.\.\.)[ \t]*$/m },
  { format: 'toml', open: /^\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*$/m },
  { format: 'toml', open: /^---[ \t]*toml[ \t]*\n/, close: /^---[ \t]*$/m },
  { format: 'json', open: /^;;;[ \t]*\n/, close: /^;;;[ \t]*$/m },
] as const;

/** How many aliases a YAML front matter may use: a bomb needs more. */
const MOST_ALIASES = 0;

/**
 * Splits front matter (YAML, TOML, JSON) from the body. `text` has LF line ends. Blank lines before it are forgiven. What
 * only looks like front matter (a rule at the head of the text, a block that is never closed) is body.
 */
export function splitFrontMatter(text: string): SplitFile {
  const lead = /^\s*\n|^[ \t]+(?=[-+;]{3})/.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  const none: SplitFile = { format: 'none', values: {}, body: text, bodyLine: 1, comments: [] };
  for (const { format, open, close } of FENCES) {
    const opening = open.exec(rest)?.[0];
    if (opening === undefined) continue;
    const closing = close.exec(rest.slice(opening.length));
    if (!closing) return none;
    const block = rest.slice(opening.length, opening.length + closing.index);
    if (format === 'yaml' && !/^[^\n]*:/m.test(block)) return none;
    const end = lead.length + opening.length + closing.index + closing[0].length;
    const body = text.slice(end).replace(/^\n/, '');
    const read = readBlock(format, block);
    if ('fault' in read) return { ...none, fault: read.fault };
    const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
    const comments =
      format === 'json' ? [] : [...block.matchAll(/^[ \t]*#+(.*\S.*)$/gm)].map((line) => (line[1] ?? '').trim());
    return { format, values: read.values, body, bodyLine, comments };
  }
  return none;
}

type BlockValues = { values: Record<string, unknown> } | { fault: string };

function readBlock(format: 'yaml' | 'toml' | 'json', block: string): BlockValues {
  try {
    if (format === 'yaml') return readYamlBlock(block);
    const value: unknown = format === 'toml' ? parseToml(block) : JSON.parse(block);
    return isRecord(value) ? { values: asTexts(value) } : { fault: 'its front matter is no list of keys' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fault: `its front matter cannot be read: ${message.split('\n')[0]}` };
  }
}

/** YAML with every scalar as the text that was written: other people's files hold `10:30` and `1.10` too. */
function readYamlBlock(block: string): BlockValues {
  const read = (text: string): ReturnType<typeof parseDocument> =>
    parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const strict = read(block);
  const quoted = strict.errors.length > 0 ? withQuotes(block) : block;
  const document = quoted === block ? strict : read(quoted);
  const [error] = document.errors.length > 0 ? strict.errors : [];
  if (error) return { fault: `its front matter is no YAML: ${error.message.split('\n')[0]}` };
  if (!isMap(document.contents)) return { fault: 'its front matter is no list of keys' };
  keepRepeatedKeys(document.contents.items);
  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  const values = asTexts(value as Record<string, unknown>);
  // A ` #` cuts a plain value short; the words after it are no comment in a title.
  for (const { key, value: node } of document.contents.items) {
    if (!isScalar(key) || !isScalar(node) || node.type !== 'PLAIN' || !node.range) continue;
    const after = /^[ \t]+#[^\n]*/.exec(quoted.slice(node.range[1]))?.[0];
    if (after !== undefined) values[String(key.value)] = `${String(node.value)}${after.trimEnd()}`;
  }
  for (const { key, value: node } of document.contents.items) {
    if (isScalar(key) && node === null) values[String(key.value)] = '';
    else if (isScalar(key) && isSeq(node) && node.items.length === 0) values[String(key.value)] = [];
  }
  return { values };
}

/** `title: Status page: errors` and `owner: @sam` are no YAML, and plain enough: such values are read as if they were quoted. */
function withQuotes(block: string): string {
  return block.replace(
    /^([\w -]+):[ \t]+(?!["'|>[{])(.*(?::[ \t]|:$).*|[@`%*&!].*)$/gm,
    (_, key, value) => `${key}: ${JSON.stringify(String(value).trim())}`,
  );
}

/** A key that stands twice is kept twice, the second as `key (2)`. */
function keepRepeatedKeys(items: { key: unknown }[]): void {
  const seen = new Map<string, number>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count > 1) key.value = `${name} (${count})`;
  }
}

/** Every leaf as text, `null` as an empty one. */
function asTexts(record: Record<string, unknown>, depth = 0): Record<string, unknown> {
  const leaf = (value: unknown, level: number): unknown => {
    if (Array.isArray(value)) return level > 20 ? '' : value.map((item) => leaf(item, level + 1));
    if (value instanceof Date) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/, '');
    if (isRecord(value)) return level > 20 ? '' : asTexts(value, level + 1);
    return value === null || value === undefined ? '' : String(value);
  };
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, leaf(value, depth)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
