import { z } from 'zod';

// Front matter is read with every plain value kept as the text that was written, so that `15:30`, `1.10` and
// `0012` survive. The schemas here take that text (or, in an editor, the value YAML would make of it).

/** Text that is not empty. It may hold inline Markdown: code, emphasis, links. */
export const text = z.string().trim().min(1, { error: 'must not be empty' });

/** A list of texts, none of them empty. */
export const texts = z.array(text);

/** A true or false. */
export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false'], { error: 'must be true or false' }).transform((value) => value === 'true'),
]);

/** A number that is not negative, in digits, with an optional fraction. */
export const amount = z.union([
  z.number().nonnegative(),
  z
    .string()
    .regex(/^\d+(?:\.\d+)?$/, { error: 'must be a number in digits, such as 24 or 1.5' })
    .transform(Number),
]);

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date({ error: 'must be a day that exists, written as 2024-03-01' });

/** A web address, http or https. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be a web address that starts with https:// or http://',
});

/**
 * A moment as it is written: ISO 8601 with an offset (`2024-03-01T15:30+01:00`), or without one where the file names its
 * `timezone`. Whether it exists, and which instant it is, is judged where the zone is known.
 */
export const momentText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/, {
    error: 'must be a time written as 2024-03-01T15:30+01:00, or 2024-03-01T15:30 beside `timezone`',
  });
