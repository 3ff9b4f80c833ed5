import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { causeSchema, serviceSchema } from '../model/catalogue.ts';
import { postmortemSchema } from '../model/postmortem.ts';
import { siteSchema, synonymsSchema } from '../model/site.ts';
import { linesOf } from '../testing/archive.ts';
import { editorSchema, postmortemEditorSchema } from './editor-schema.ts';

const validator = (schema: object) => new Ajv({ strict: false, validateFormats: false }).compile(schema);
const judge = validator(postmortemEditorSchema(postmortemSchema));
/** True where an editor, which reads YAML 1.2 with its numbers and truth values, has nothing to say. */
const isAccepted = (lines: readonly string[]): boolean => judge(parse(lines.join('\n')));

const WHOLE = ['title: It broke', 'started: 2024-03-01T10:00Z'];
const PUBLISHED = [
  ...WHOLE,
  'status: published',
  'severity: SEV1',
  'summary: Down',
  'services: [orders]',
  'causes: [pool]',
];
const OVER = ['resolved: 2024-03-01T11:00Z', 'mitigation: Restarted'];

describe('what an editor says of a postmortem', () => {
  test.each([
    ['text that looks like a number, a time or a truth value', [...WHOLE.slice(1), 'title: 1.10', 'noActions: true']],
    ['ids of digits', [...WHOLE, 'services: [404]', 'owner: 7', 'causes: [{ id: 12, how: 0012 }]']],
    ['a clock time', [...WHOLE, 'timeline: [{ at: 15:30, what: 12e5 }]']],
    ['days and moments', [...WHOLE, 'published: 2024-03-02', 'resolved: 2024-03-01 11:00']],
    ['truth values in either dress', [...WHOLE, 'ongoing: true']],
    ['truth values in quotes', [...WHOLE, 'ongoing: "true"']],
    [
      'amounts as numbers and as text',
      [...WHOLE, 'impact: { summary: x, users: 15%, cost: { amount: 1.5, currency: EUR } }'],
    ],
    ['an unknown cause', [...WHOLE, 'causes: unknown']],
    ['a draft without anything else', WHOLE],
    ['a published one with all it needs', [...PUBLISHED, ...OVER]],
    ['a published one that is ongoing', [...PUBLISHED, 'ongoing: true']],
    ['a published near miss', [...PUBLISHED, 'type: near-miss']],
  ])('it has nothing to say of %s', (_, lines) => {
    expect(isAccepted(lines)).toBe(true);
  });

  test.each([
    ['a key that is none', [...WHOLE, 'serverity: SEV1']],
    ['a key of an action that is none', [...WHOLE, 'actions: [{ id: A1, what: x, until: 2024-01-01 }]']],
    ['no title', WHOLE.slice(1)],
    ['an empty value', [...WHOLE, 'summary:']],
    ['an empty text', [...WHOLE, "summary: ''"]],
    ['a status that is none', [...WHOLE, 'status: done']],
    ['an id that is none', [...WHOLE, 'services: [Order Service]']],
    ['a number with a point as an id', [...WHOLE, 'services: [1.5]']],
    ['a moment that is none', [...WHOLE, 'detected: yesterday']],
    ['a number for a moment', [...WHOLE, 'detected: 2024']],
    ['a list where text is due', [...WHOLE, 'mitigation: [a, b]']],
    ['a published one without a severity', PUBLISHED.filter((line) => !line.startsWith('severity')).concat(OVER)],
    [
      'a published one without services',
      [...PUBLISHED.filter((line) => !line.startsWith('services')), ...OVER, 'services: []'],
    ],
    ['a published one without a mitigation', [...PUBLISHED, 'resolved: 2024-03-01T11:00Z']],
    ['an action without an owner in a published one', [...PUBLISHED, ...OVER, 'actions: [{ id: A1, what: x }]']],
  ])('it names %s', (_, lines) => {
    expect(isAccepted(lines)).toBe(false);
  });

  test('it flags nothing that the check accepts', async () => {
    const plain = fc.constantFrom(
      ...['1.10', '0012', '15:30', '2024-03-01', '2024-03-01T10:00Z', 'true', 'no', 'False', '12e5', '0x1F', '0o17'],
      ...[
        '1_000',
        '.5',
        '-1',
        '+3',
        '404',
        '4.',
        '.inf',
        '.NaN',
        'text',
        'SEV1',
        '15%',
        'unknown',
        'deploy',
        "'5'",
        '"x"',
      ],
    );
    const keys = fc.constantFrom(
      ...[
        'title',
        'severity',
        'summary',
        'owner',
        'timezone',
        'detected',
        'ongoing',
        'trigger',
        'mitigation',
        'published',
      ],
      ...['noActions', 'recurrenceOf', 'type', 'status'],
    );
    const lists = fc.constantFrom('services', 'aliases', 'signals', 'causes', 'factors', 'lessons', 'tags', 'related');
    const lines = fc.oneof(
      fc.tuple(keys, plain).map(([key, value]) => `${key}: ${value}`),
      fc.tuple(lists, plain).map(([key, value]) => `${key}: [${value}]`),
      plain.map((value) => `actions: [{ id: ${value}, what: ${value} }]`),
      plain.map((value) => `impact: { summary: x, users: ${value}, cost: { amount: ${value}, currency: EUR } }`),
    );
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        const own = line.slice(0, line.indexOf(':'));
        const front = [...WHOLE.filter((one) => !one.startsWith(`${own}:`)), line];
        const found = await linesOf({ 'postmortems/it.md': `---\n${front.join('\n')}\n---\n\nText\n` });
        const isOfSchema = found.some((one) =>
          / (?:unknown-key|missing-key|wrong-type|wrong-value|missing-for-status) /.test(one),
        );
        if (isOfSchema) return;
        accepted += 1;
        expect(isAccepted(front), front.join('\n')).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('what an editor offers', () => {
  test('ids of the archive, where they may stand, and flags none that it does not know', () => {
    const schema = postmortemEditorSchema(postmortemSchema, {
      services: ['orders'],
      causes: ['pool'],
      'causes.id': ['pool'],
      'actions.owner': ['core'],
    });
    const examples = [...JSON.stringify(schema).matchAll(/"examples":\["(\w+)"\]/g)].map(([, id]) => id);
    expect(examples).toEqual(['orders', 'pool', 'pool', 'core']);
    expect(validator(schema)(parse([...WHOLE, 'services: [new]', 'causes: [new]'].join('\n')))).toBe(true);
  });

  test('every offer has a place', () => {
    expect(JSON.stringify(editorSchema(causeSchema, { related: ['x'], nowhere: ['y'] }))).not.toContain('"y"');
  });
});

test('catalogues and settings are judged the same way', () => {
  expect(validator(editorSchema(serviceSchema))(parse('name: 404\ntier: 1\nteam: core'))).toBe(true);
  expect(validator(editorSchema(serviceSchema))(parse('name: x\nowner: core'))).toBe(false);
  expect(validator(editorSchema(siteSchema))(parse('publishWithinHours: 48\nstartHere: []'))).toBe(true);
  expect(validator(editorSchema(synonymsSchema))(parse('oom: out of memory\n5xx: [502, bad gateway]'))).toBe(true);
});
