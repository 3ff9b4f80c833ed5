import { z } from 'zod';
import { NEEDED, NEEDED_OF_ACTIONS } from './rules/missing-for-status.ts';

/** A JSON schema, as far as it is put together here. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What may be offered for a key beside what the schema knows: ids of an archive, by the path of the key (`actions.owner`). */
export type Offers = Readonly<Record<string, readonly string[]>>;

/**
 * The JSON schema (draft 7) by which an editor completes, explains and checks what is written for `schema`. An editor takes a
 * plain `1.10`, `404` or `true` for a number or a truth value; Cairn reads it as the text that stands there, and so it is
 * accepted wherever that text would be.
 */
export function editorSchema(schema: z.ZodType, offers: Offers = {}): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'string') Object.assign(jsonSchema, { type: plainTypes(jsonSchema) });
    },
  });
  for (const [path, values] of Object.entries(offers)) {
    for (const place of placesAt(json, path.split('.'))) {
      // Beside ids, an editor would offer true and false.
      Object.assign(place, { type: [place.type].flat().filter((type) => type !== 'boolean'), examples: [...values] });
    }
  }
  return json;
}

/** The same for postmortems, with what a published one needs. */
export function postmortemEditorSchema(schema: z.ZodType, offers: Offers = {}): JsonSchema {
  const published = { status: { const: 'published' } };
  const over = { ...published, type: { const: 'incident' }, ongoing: { enum: [false, 'false'] } };
  const isOfOver = (key: string): boolean => OF_WHAT_IS_OVER.includes(key);
  const filled = { services: { minItems: 1 }, actions: { items: { required: [...NEEDED_OF_ACTIONS] } } };
  const allOf = [
    whenever(published, { required: NEEDED.filter((key) => !isOfOver(key)), properties: filled }),
    whenever(over, { required: NEEDED.filter(isOfOver) }),
  ];
  return { ...editorSchema(schema, offers), allOf } as JsonSchema;
}

/** `demand` holds wherever there is a `status`, and all that is there of `properties` is so. */
function whenever(properties: object, demand: object): object {
  // biome-ignore lint/suspicious/noThenProperty: it is the word of JSON schema.
  return { if: { required: ['status'], properties }, then: demand };
}

/** Keys that near misses, exercises and what is not over do without. */
const OF_WHAT_IS_OVER: readonly string[] = ['resolved', 'mitigation'];

/** The types that YAML makes of plain values whose text `json` allows. */
function plainTypes({ pattern, format, maxLength }: JsonSchema): string[] {
  const isText = format === undefined;
  const fits = (value: string): boolean =>
    isText && value.length <= (maxLength ?? value.length) && (!pattern || new RegExp(pattern).test(value));
  return [
    'string',
    ...(fits('1.5') ? ['number'] : fits('404') ? ['integer'] : []),
    ...(fits('true') ? ['boolean'] : []),
  ];
}

/** Every schema of a text that the keys of `path` lead to, through lists and alternatives. */
function placesAt(json: JsonSchema, path: readonly string[]): JsonSchema[] {
  const inner = [json.items, ...(json.anyOf ?? [])].flat().filter((one) => typeof one === 'object') as JsonSchema[];
  const [key, ...rest] = path;
  if (key === undefined) {
    const isText = [json.type].flat().includes('string' as never) && json.const === undefined;
    return [...(isText ? [json] : []), ...inner.flatMap((one) => placesAt(one, path))];
  }
  const own = json.properties?.[key];
  return [
    ...(typeof own === 'object' ? placesAt(own as JsonSchema, rest) : []),
    ...inner.flatMap((one) => placesAt(one, path)),
  ];
}
