import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Lexicon } from '../lexicon.ts';
import { readTextFile } from './read-text.ts';
import type { SplitFile } from './split-front-matter.ts';

/** The most rows an export is read to: more than any team has incidents. */
const MOST_ROWS = 100_000;

/** The rows of a CSV, TSV or JSON export, each as a file of its own: its columns are keys, the one mapped to `body` its text. */
export function rowsOfExport(path: string, lexicon: Lexicon): { rows: SplitFile[] } | { why: string } {
  const read = readTextFile(path);
  if ('why' in read) return read;
  try {
    const extension = extname(path).toLowerCase();
    const records =
      extension === '.json'
        ? recordsOfJson(read.text)
        : recordsOfCsv(read.text, extension === '.tsv' ? '\t' : undefined);
    if (records === undefined) return { why: 'it holds no list of incidents' };
    return { rows: records.slice(0, MOST_ROWS).map((record) => toSplit(record, lexicon)) };
  } catch (error) {
    return { why: `it cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
}

function recordsOfCsv(text: string, tab: string | undefined): Record<string, unknown>[] {
  const [head = ''] = text.split('\n', 1);
  const delimiter = tab ?? (head.split(';').length > head.split(',').length ? ';' : ',');
  return parse(text, {
    columns: true,
    delimiter,
    skip_empty_lines: true,
    relax_column_count: true,
    bom: true,
  }) as Record<string, unknown>[];
}

/** A list of objects, at the top or as the one list in an object (`{ "incidents": […] }`). */
function recordsOfJson(text: string): Record<string, unknown>[] | undefined {
  const value: unknown = JSON.parse(text);
  const lists = Array.isArray(value)
    ? [value]
    : isRecord(value)
      ? Object.values(value).filter((one) => Array.isArray(one))
      : [];
  const [list] = lists;
  return lists.length === 1 && list?.every(isRecord) ? (list as Record<string, unknown>[]) : undefined;
}

function toSplit(record: Record<string, unknown>, lexicon: Lexicon): SplitFile {
  const flat = flatten(record);
  const bodies = Object.entries(flat).filter(
    ([key, value]) => lexicon.label(key) === 'body' && typeof value === 'string',
  );
  const values = Object.fromEntries(
    Object.entries(flat).filter(([key, value]) => !bodies.some(([name]) => name === key) && value !== ''),
  );
  return {
    format: 'json',
    values,
    body: bodies.map(([, value]) => String(value)).join('\n\n'),
    bodyLine: 1,
    comments: [],
  };
}

/** `{ severity: { name: … } }` gives the key `severity.name`; lists of texts stay lists. */
function flatten(record: Record<string, unknown>, before = '', depth = 0): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(record).map(([key, value]) => {
      const name = `${before}${key}`;
      if (isRecord(value) && depth < 4) return flatten(value, `${name}.`, depth + 1);
      if (Array.isArray(value))
        return { [name]: value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))) };
      return { [name]: value === null || value === undefined ? '' : String(value) };
    }),
  ) as Record<string, unknown>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
