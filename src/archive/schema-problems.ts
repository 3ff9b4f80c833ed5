import type { z } from 'zod';
import { toId } from '../model/id.ts';
import { nearest, nearMatch } from './nearest.ts';
import type { Fault, Position, Problem } from './problem.ts';
import { descriptionAt, isTextDue, keysAt, neededKeysAt } from './schema-walk.ts';
import type { Path, Places } from './yaml/places.ts';
import { quote } from './yaml/quote.ts';

type Issue = z.core.$ZodIssue;

/** What `schema` had against `value`, each problem at its place: the one door for what zod finds. */
export function schemaProblems(
  file: string,
  schema: z.ZodType,
  value: unknown,
  error: z.ZodError,
  places: Places,
): Problem[] {
  const issues = error.issues.flatMap((issue) => plainIssues(issue, []));
  const misspelt = misspeltKeys(issues, schema);
  return issues
    .filter(({ path }) => !misspelt.has(path.join('\n')) || valueAt(value, path) !== undefined)
    .flatMap((issue) =>
      describe(issue, schema, value, places).map((problem) => ({ file, severity: 'error' as const, ...problem })),
    );
}

/** The paths of the keys that were meant by those which are not listed: what is misspelt is not missing besides. */
function misspeltKeys(issues: readonly Issue[], schema: z.ZodType): ReadonlySet<string> {
  const paths = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const keys = keysAt(schema, issue.path);
    return issue.keys.map((key) => [...issue.path, nearMatch(key, keys)].join('\n'));
  });
  return new Set(paths);
}

/** An issue, or the issues of that branch of a union which was meant; paths from the root. */
function plainIssues(issue: Issue, prefix: Path): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [{ ...issue, path } as Issue];
  const branches = issue.errors.map((branch) => branch.flatMap((one) => plainIssues(one, path)));
  const meant =
    branches.find((branch) => branch.every((one) => one.path.length > path.length || !isMismatch(one))) ??
    branches.find((branch) => branch.some((one) => one.code === 'invalid_value' && one.values.length > 1));
  return meant ?? [{ ...issue, path, message: '' } as Issue];
}

function isMismatch({ code }: Issue): boolean {
  return code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union';
}

type Description = { position: Position } & Fault;

function describe(issue: Issue, schema: z.ZodType, root: unknown, places: Places): Description[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, schema, places));
  const value = valueAt(root, path);
  if (value === undefined) {
    const hint = wanted(issue, schema);
    return [{ position: places.key(path), rule: 'missing-key', message: `${subject(path)} is missing`, hint }];
  }
  const isCollection = typeof value === 'object' && value !== null;
  const fault =
    isCollection && expectations(issue).join() === 'text'
      ? textMisread(path, value, schema, places)
      : wrongValue(issue, value, path, schema);
  return [{ position: places.value(path), ...fault }];
}

/** Words that YAML took for a map or a list; or a list of one, where no list is due. */
function textMisread(path: Path, value: object, schema: z.ZodType, places: Places): Fault {
  const source = places.source(path);
  const isList = Array.isArray(value);
  const only = isList && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined;
  const isMeant = only !== undefined && (source?.startsWith('-') || !isTextDue(schema, path));
  return {
    rule: 'yaml-map-for-text',
    message: `${subject(path)} must be text, and YAML reads a ${isList ? 'list' : 'map'} here`,
    hint: isMeant ? `write \`${only}\`` : source && `write ${quote(source)}`,
  };
}

function wrongValue(issue: Issue, value: unknown, path: Path, schema: z.ZodType): Fault {
  const name = subject(path);
  const wrong = (message: string, hint?: string): Fault => ({
    rule: 'wrong-value',
    message: /^(?:must|has) /.test(message) ? `${name} ${message}` : `${name}: ${message}`,
    hint,
  });
  switch (issue.code) {
    case 'invalid_union':
      if (issue.message) return wrong(issue.message);
      return wrongType(issue, value, path, schema);
    case 'invalid_type':
      return wrongType(issue, value, path, schema);
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return wrong(`must be ${list(choices.map((choice) => `\`${choice}\``))}`, nearChoice(choices, value));
    }
    case 'invalid_format': {
      const id = issue.message.startsWith('an id is') ? toId(String(value)) : '';
      return wrong(issue.message, id && `write \`${id}\``);
    }
    case 'too_small':
      return wrong(issue.message.startsWith('Too small') ? 'must not be empty' : issue.message);
    case 'too_big':
      return wrong(issue.message.startsWith('Too big') ? `has at most ${issue.maximum} characters` : issue.message);
    default:
      return wrong(issue.message);
  }
}

function wrongType(issue: Issue, value: unknown, path: Path, schema: z.ZodType): Fault {
  const expected = expectations(issue);
  const fault = { rule: 'wrong-type', message: `${subject(path)} must be ${list(expected)}` };
  if (expected.join() === 'a map') return { ...fault, hint: mapOf(value, neededKeysAt(schema, path)) };
  if (typeof value !== 'string' || !expected.includes('a list')) return fault;
  const branches = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  const choices = branches.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
  return { ...fault, hint: nearChoice(choices, value) ?? `write \`[${value}]\`` };
}

/** A map with the keys that it cannot do without; what was written is the value of the one, where there is one. */
function mapOf(value: unknown, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return undefined;
  const isPlain = typeof value === 'string' && /^[\w.% -]+$/.test(value);
  const first = keys.length === 1 && typeof value === 'string' ? (isPlain ? value : quote(value)) : '…';
  return `write \`{ ${keys.map((key, index) => `${key}: ${index === 0 ? first : '…'}`).join(', ')} }\``;
}

function unknownKey(key: string, path: Path, schema: z.ZodType, places: Places): Description {
  const keys = keysAt(schema, path);
  const holder = fieldName(path);
  return {
    position: places.key([...path, key]),
    rule: 'unknown-key',
    message: `\`${key}\` is not a key of ${holder ? `\`${holder}\`` : 'this file'}`,
    hint: `the nearest is \`${nearest(key, keys)}\``,
  };
}

/** Offers the choice that was meant, if most of what was written is in it. */
function nearChoice(choices: string[], value: unknown): string | undefined {
  const near = typeof value === 'string' ? nearMatch(value, choices) : undefined;
  return near && `the nearest is \`${near}\``;
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What may stand where the issue is, in an author's words. */
function expectations(issue: Issue): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [TYPES[issue.expected] ?? issue.expected];
    case 'invalid_value':
      return issue.values.map((value) => `\`${String(value)}\``);
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectations)))];
    case 'invalid_format':
    case 'too_small':
      return issue.path.length === 0 ? ['text'] : [];
    default:
      return [];
  }
}

/** What a missing key is for: its choices, or its own doc line. */
function wanted(issue: Issue, schema: z.ZodType): string | undefined {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return descriptionAt(schema, issue.path)?.replace(/\.$/, '');
}

function list(words: string[]): string {
  return words.length < 2 ? (words[0] ?? 'something else') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What a sentence about the value at `path` starts with. */
function subject(path: Path): string {
  const name = fieldName(path);
  if (typeof path.at(-1) === 'number') return `an item of \`${name}\``;
  return name === '' ? 'it' : `\`${name}\``;
}

/** `['actions', 0, 'owner']` → `actions.owner`: the line says which. */
export function fieldName(path: Path): string {
  return path.filter((step) => typeof step !== 'number').join('.');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
