import type { z } from 'zod';
import type { ContentFile } from './files.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type Lenient, parseLeniently } from './lenient.ts';
import type { Problem } from './problem.ts';
import { fieldName, schemaProblems } from './schema-problems.ts';
import { isTextDue, keysAt } from './schema-walk.ts';
import { readText } from './source-text.ts';
import type { Path, Places } from './yaml/places.ts';
import { readYaml, type YamlValues } from './yaml/values.ts';

/** One file that was read: its values, and where they stand. */
export interface Entry<Values> extends ContentFile {
  /** What of the values is right. */
  values: Lenient<Values>;
  /** True if nothing was wrong so far: then `values` are all of `Values`. */
  valid: boolean;
  /** True if the file could be read as far as its values: what is missing from them is missing from the file. */
  legible: boolean;
  /** The keys that were written, whatever their values. */
  keys: ReadonlySet<string>;
  places: Places;
  /** The whole file, as `readText` gives it. */
  text: string;
  body: string;
  bodyLine: number;
}

/** Reads one file and judges it by its schema. */
export function readEntry<Values>(
  file: ContentFile,
  schema: z.ZodType<Values>,
): { entry: Entry<Values>; problems: Problem[] } {
  const source = readText(file.file, file.path);
  const nothing = { values: {} as Lenient<Values>, valid: false, legible: false };
  if ('problem' in source) return { entry: { ...noEntry(file, schema), ...nothing }, problems: [source.problem] };
  const { value, places, cuts, problems, body, bodyLine } = takeApart(file, source.text, schema);
  const entry = { ...file, places, text: source.text, body, bodyLine, keys: new Set(Object.keys(value ?? {})) };
  if (!value) return { entry: { ...entry, ...nothing }, problems };

  const cut = cuts.filter(({ path }) => isTextDue(schema, path));
  // What was meant to stand there is not missing besides.
  for (const { path, whole } of cut) if (whole !== undefined) setAt(value, path, whole);
  const lost = cut.map(
    ({ path, quoted, whole }): Problem => ({
      file: file.file,
      position: places.value(path),
      rule: 'yaml-cut-value',
      severity: 'error',
      message:
        whole === undefined
          ? `YAML ends \`${fieldName(path)}\` at the \` #\`, and the words after it would be lost`
          : `YAML reads the words after \`${fieldName(path)}\` as a comment, since they start with #, and they would be lost`,
      hint: `write ${quoted}, or put the comment on a line of its own`,
    }),
  );
  const result = schema.safeParse(value);
  const wrong = result.success ? [] : schemaProblems(file.file, schema, value, result.error, places);
  const values = (result.success ? result.data : (parseLeniently(schema, value) ?? {})) as Lenient<Values>;
  const all = [...problems, ...lost, ...wrong];
  return { entry: { ...entry, values, valid: all.length === 0, legible: true }, problems: all };
}

/** Puts a text at `path`, into the map or list that is there. */
function setAt(root: Record<string, unknown>, path: Path, text: string): void {
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) holder = (holder as Record<PropertyKey, unknown> | undefined)?.[step];
  if (typeof holder === 'object' && holder !== null) (holder as Record<PropertyKey, unknown>)[path.at(-1) ?? ''] = text;
}

/** The entry of a file that is not there: everything in it has its default. */
export function noEntry<Values>(file: Omit<ContentFile, 'path'>, schema: z.ZodType<Values>): Entry<Values> {
  const { places } = readYaml(file.file, '');
  const values = (parseLeniently(schema, {}) ?? {}) as Lenient<Values>;
  return {
    path: '',
    ...file,
    values,
    valid: true,
    legible: true,
    keys: new Set(),
    places,
    text: '',
    body: '',
    bodyLine: 1,
  };
}

function takeApart(
  file: ContentFile,
  text: string,
  schema: z.ZodType,
): FrontMatter | (YamlValues & { body: string; bodyLine: number }) {
  if (file.format === 'yaml') return { ...readYaml(file.file, text), body: '', bodyLine: 1 };
  return readFrontMatter(file.file, text, keysAt(schema, []));
}
