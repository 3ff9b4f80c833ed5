import type { z } from 'zod';
import { defOf } from './schema-walk.ts';

/** What is left of values when all that is wrong is taken out: lists keep their length, with holes. */
export type Lenient<T> = T extends (infer Item)[]
  ? (Lenient<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Lenient<T[Key]> | undefined }
    : T;

/**
 * The parts of `value` that the schema accepts, as it outputs them. The rules go on with these, so that one mistake in a
 * file does not hide the next.
 */
export function parseLeniently(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const def = defOf(schema);
  if (def.type === 'union') {
    for (const option of def.options) {
      const part = parseLeniently(option, value);
      if (part !== undefined) return part;
    }
    return undefined;
  }
  if (def.type === 'array') {
    return Array.isArray(value) ? value.map((item) => parseLeniently(def.element, item)) : undefined;
  }
  if (def.type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const parts: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(def.shape)) {
      const parsed = parseLeniently(part, (value as Record<string, unknown>)[key]);
      if (parsed !== undefined) parts[key] = parsed;
    }
    return parts;
  }
  return undefined;
}
