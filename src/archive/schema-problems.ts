import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { toId } from '../model/id.ts';
import { nearest, nearestHint } from './nearest.ts';
import type { Position, Problem } from './problem.ts';
import { descriptionAt, keysAt } from './schema-walk.ts';
import type { Path, Places } from './yaml-places.ts';
import { quote } from './yaml-quote.ts';

type Issue = z.core.$ZodIssue;

/** What `schema` had against `value`, each problem at its place: the one door for what zod finds. */
export function schemaProblems(
  file: string,
  schema: z.ZodType,
  value: unknown,
  error: z.ZodError,
  places: Places,
): Problem[] {
  return error.issues
    .flatMap((issue) => plainIssues(issue, []))
    .flatMap((issue) =>
      describe(issue, schema, value, places).map((problem) => ({ file, severity: 'error' as const, ...problem })),
    );
}

/** An issue, or the issues of that branch of a union which was meant; paths from the root. */
function plainIssues(issue: Issue, prefix: Path): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [{ ...issue, path } as Issue];
  const branches = issue.errors.map((branch) => branch.flatMap((one) => plainIssues(one, path)));
  const meant = branches.find((branch) => branch.every((one) => one.path.length > path.length || !isMismatch(one)));
  const only =
    meant ??
    branches.find((branch) =>
      branch.some((one) => one.code === 'invalid_value' && !('expected' in one) && one.values.length > 1),
    );
  return only ?? [{ ...issue, path, message: '' } as Issue];
}

function isMismatch(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union';
}

type Description = { position: Position } & Omit<Problem, 'file' | 'severity' | 'position'>;

function describe(issue: Issue, schema: z.ZodType, root: unknown, places: Places): Description[] {
  const { path } = issue;
  const name = subject(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, path, schema, places));
  }
  const value = valueAt(root, path);
  if (value === undefined) {
    const message = `${name} is missing`;
    return [{ position: places.key(path), rule: 'missing-key', message, ...wanted(issue, schema) }];
  }
  const position = places.value(path);
  const isCollection = typeof value === 'object' && value !== null;
  if (isCollection && expectations(issue).join() === 'text') {
    const source = places.source(path);
    return [
      {
        position,
        rule: 'yaml-map-for-text',
        message: `${name} must be text, and YAML reads a ${Array.isArray(value) ? 'list' : 'map'} here`,
        ...(source && { hint: `write ${quote(source)}` }),
      },
    ];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [
        {
          position,
          rule: 'wrong-type',
          message: `${name} must be ${list(expectations(issue))}`,
          ...typeHint(issue, value),
        },
      ];
    case 'invalid_union':
      return issue.message
        ? [{ position, rule: 'wrong-value', message: sentence(name, issue.message) }]
        : [
            {
              position,
              rule: 'wrong-type',
              message: `${name} must be ${list(expectations(issue))}`,
              ...typeHint(issue, value),
            },
          ];
    case 'invalid_value':
      return [wrongChoice(issue.values.map(String), value, name, position)];
    case 'invalid_format': {
      const better = issue.message.startsWith('an id is') ? toId(String(value)) : '';
      const hint = better ? { hint: `write \`${better}\`` } : {};
      return [{ position, rule: 'wrong-value', message: sentence(name, issue.message), ...hint }];
    }
    case 'too_small':
    case 'too_big': {
      const message = issue.message.startsWith('Too ')
        ? issue.code === 'too_small'
          ? 'must not be empty'
          : `has at most ${issue.maximum} characters`
        : issue.message;
      return [{ position, rule: 'wrong-value', message: sentence(name, message) }];
    }
    default:
      return [{ position, rule: 'wrong-value', message: sentence(name, issue.message) }];
  }
}

function unknownKey(key: string, path: Path, schema: z.ZodType, places: Places): Description {
  const keys = keysAt(schema, path);
  const holder = fieldName(path);
  return {
    position: places.key([...path, key]),
    rule: 'unknown-key',
    message: `\`${key}\` is not a key of ${holder ? `\`${holder}\`` : 'this file'}`,
    hint: nearestHint(key, keys),
  };
}

function wrongChoice(choices: string[], value: unknown, name: string, position: Position): Description {
  return {
    position,
    rule: 'wrong-value',
    message: `${name} must be ${list(choices.map((choice) => `\`${choice}\``))}`,
    ...nearChoice(choices, value),
  };
}

/** The choice that was meant, if most of what was written is in it. */
function nearChoice(choices: string[], value: unknown): { hint?: string } {
  const near = typeof value === 'string' ? nearest(value, choices) : undefined;
  if (near === undefined || distance(String(value).toLowerCase(), near.toLowerCase()) * 2 >= near.length) return {};
  return { hint: `the nearest is \`${near}\`` };
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

function typeHint(issue: Issue, value: unknown): { hint?: string } {
  if (typeof value !== 'string' || !expectations(issue).includes('a list')) return {};
  const choices =
    issue.code === 'invalid_union'
      ? issue.errors.flat().flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []))
      : [];
  const near = nearChoice(choices, value);
  return near.hint ? near : { hint: `write \`[${value}]\`` };
}

/** What a missing key is for: its own doc line, and its choices where it has some. */
function wanted(issue: Issue, schema: z.ZodType): { hint?: string } {
  if (issue.code === 'invalid_value') return { hint: `one of ${issue.values.map(String).join(', ')}` };
  const description = descriptionAt(schema, issue.path)?.replace(/\.$/, '');
  return description ? { hint: description } : {};
}

function sentence(name: string, message: string): string {
  return /^(?:must|has) /.test(message) ? `${name} ${message}` : `${name}: ${message}`;
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
