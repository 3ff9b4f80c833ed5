import type { z } from 'zod';
import { text } from '../model/scalars.ts';
import type { Path } from './yaml/places.ts';

/** What a schema may be, of those the model uses. */
type Def =
  | { type: 'optional' | 'default'; innerType: z.ZodType }
  | { type: 'pipe'; in: z.ZodType }
  | { type: 'object'; shape: Record<string, z.ZodType> }
  | { type: 'array'; element: z.ZodType }
  | { type: 'union'; options: z.ZodType[] }
  | { type: 'record'; valueType: z.ZodType }
  | { type: 'string' | 'unknown' | 'number' | 'boolean' | 'enum' | 'literal' };

export function defOf(schema: z.ZodType): Def {
  const def = schema.def as unknown as Def;
  switch (def.type) {
    case 'optional':
    case 'default':
      return defOf(def.innerType);
    case 'pipe':
      return defOf(def.in);
    default:
      return def;
  }
}

/** The schemas that a value at `path` may have: several where a union stands on the way, none where no key is listed. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const [step, ...rest] = path;
  const def = defOf(schema);
  if (def.type === 'union') return def.options.flatMap((option) => schemasAt(option, path));
  if (step === undefined) return [schema];
  switch (def.type) {
    case 'object': {
      const own = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
      return own ? schemasAt(own, rest) : [];
    }
    case 'array':
      return typeof step === 'number' ? schemasAt(def.element, rest) : [];
    case 'record':
      return schemasAt(def.valueType, rest);
    case 'unknown':
      return [schema];
    default:
      return [];
  }
}

/** The keys that may stand in the map at `path`. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((found) => {
    const def = defOf(found);
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}

/** The keys without which the map at `path` is none. */
export function neededKeysAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((found) => {
    const def = defOf(found);
    if (def.type !== 'object') return [];
    return Object.entries(def.shape).flatMap(([key, field]) => (field.safeParse(undefined).success ? [] : [key]));
  });
}

/** The doc line of the field at `path`. */
export function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  for (const holder of schemasAt(schema, path.slice(0, -1))) {
    const def = defOf(holder);
    const field = def.type === 'object' ? def.shape[String(path.at(-1))] : undefined;
    if (field?.description) return field.description;
  }
  return undefined;
}

/** True if words may stand at `path`: text in the author's own words, not an id, a time or one word of several. */
export function isTextDue(schema: z.ZodType, path: Path): boolean {
  const found = schemasAt(schema, path).map(defOf);
  // A schema and its described copies share their definition.
  return found.length === 0 || found.some((def) => def === text.def || def.type === 'unknown');
}
