import { expect, test } from 'vitest';
import { z } from 'zod';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from './catalogue.ts';
import { guideSchema, templateSchema } from './guide.ts';
import { postmortemSchema } from './postmortem.ts';
import { siteSchema } from './site.ts';

const schemas = {
  postmortemSchema,
  causeSchema,
  factorSchema,
  serviceSchema,
  teamSchema,
  guideSchema,
  templateSchema,
  siteSchema,
};

type Node = z.core.JSONSchema.BaseSchema;

/** Every field below `node`, by its path, with the line that an editor shows for it. */
function fieldsOf(node: Node, path: string): [path: string, description: string | undefined][] {
  const fields = Object.entries(node.properties ?? {}).flatMap(([key, field]): [string, string | undefined][] => {
    if (typeof field === 'boolean') return [];
    const place = `${path}.${key}`;
    return [[place, field.description], ...fieldsOf(field, place)];
  });
  const inner = [node.items, ...(node.anyOf ?? []), ...(node.allOf ?? [])].flat();
  return [...fields, ...inner.flatMap((one) => (one && typeof one === 'object' ? fieldsOf(one as Node, path) : []))];
}

test.each(Object.entries(schemas))('every field of %s has a line for the person who fills it in', (name, schema) => {
  const fields = fieldsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), name);
  expect(fields.length).toBeGreaterThan(0);
  expect(
    fields
      .filter(([, description]) => !description?.endsWith('.') && !description?.endsWith('…'))
      .map(([path]) => path),
  ).toEqual([]);
});

test('the walk sees the fields of lists and alternatives', () => {
  const paths = fieldsOf(z.toJSONSchema(postmortemSchema, { io: 'input', unrepresentable: 'any' }), '').map(
    ([path]) => path,
  );
  expect(paths).toEqual(
    expect.arrayContaining(['.timeline.at', '.causes.how', '.impact.cost.currency', '.actions.addresses']),
  );
});
