import { z } from 'zod';

/** The longest id a record may have, in characters. */
export const ID_LENGTH = 80;

/** What an id looks like: lower-case words and digits, joined by single hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True if `text` may name a record. */
export function isId(text: string): boolean {
  return text.length <= ID_LENGTH && ID_PATTERN.test(text);
}

/** The id nearest to `text` (`DB outage` → `db-outage`); empty if no letter or digit is left of it. */
export function toId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/** An id of a record, as a schema. */
export const idSchema = z
  .string()
  .max(ID_LENGTH, { error: `an id has at most ${ID_LENGTH} characters` })
  .regex(ID_PATTERN, { error: 'an id is lower-case words and digits joined by hyphens' });
