import { stringify } from 'yaml';
import type { z } from 'zod';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from '../../model/catalogue.ts';
import { guideSchema } from '../../model/guide.ts';

/** The records of a catalogue that can be begun with a name alone. */
export const STUB_KINDS = ['cause', 'factor', 'service', 'team', 'guide'] as const;
export type StubKind = (typeof STUB_KINDS)[number];

interface Form {
  folder: string;
  format: 'md' | 'mdx' | 'yaml';
  schema: z.ZodObject;
  /** The key that holds its name. */
  name: 'name' | 'title';
  /** What a key that is needed says until somebody writes it. */
  needed?: Record<string, string>;
  body?: string;
}

const PRIMER = (kind: 'cause' | 'factor'): string =>
  [
    kind === 'cause'
      ? 'What it is, in two or three sentences, for somebody who meets it for the first time tonight.'
      : 'What it does to an incident, in two or three sentences: what it makes worse, longer or harder to see.',
    '## How it happens',
    'The circumstances in which it comes about, and the incidents in which it did: link to their files.',
    '## How to see it',
    'Queries, messages and graphs that show it, ready to be copied.',
    '## How to get out of it',
    'Numbered steps for somebody who is tired, the safe ones first.',
    '## How to prevent it',
    'Properties of the system that take it away, not rules of conduct.',
    '## See also',
    'Its neighbours in causes/ and factors/, as links to their files.',
  ]
    .map((text) => (text.startsWith('## ') ? text : `<!-- ${text} -->`))
    .join('\n\n');

const FORMS: Record<StubKind, Form> = {
  cause: { folder: 'causes', format: 'md', schema: causeSchema, name: 'name', body: PRIMER('cause') },
  factor: { folder: 'factors', format: 'md', schema: factorSchema, name: 'name', body: PRIMER('factor') },
  service: { folder: 'services', format: 'yaml', schema: serviceSchema, name: 'name' },
  team: { folder: 'teams', format: 'yaml', schema: teamSchema, name: 'name' },
  guide: {
    folder: 'guides',
    format: 'mdx',
    schema: guideSchema,
    name: 'title',
    needed: { summary: 'Not written yet.' },
    body: [
      '{/* One page that somebody needs at work. Say first for whom it is and when. */}',
      '## When you need this',
      '## What to do',
      '{/* Numbered steps. A link to a postmortem says why better than a rule does. */}',
    ].join('\n\n'),
  },
};

/** The path below the content folder of the record with this id. */
export function stubFile(kind: StubKind, id: string): string {
  const { folder, format } = FORMS[kind];
  return `${folder}/${id}.${format}`;
}

/**
 * A record that has a name and nothing else: every other key waits as a comment, under what the model says of it. `schemaPath` is
 * where an editor finds the schema of a YAML file, as seen from that file.
 */
export function stubText(kind: StubKind, name: string, schemaPath?: string): string {
  const { format, schema, name: nameKey, needed = {}, body } = FORMS[kind];
  const lines = Object.entries(schema.shape).flatMap(([key, field]) => {
    const value = key === nameKey ? name : needed[key];
    const written = value === undefined ? `# ${key}:` : stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
    return [`# ${(field as z.ZodType).description}`, written];
  });
  const front = lines.join('\n');
  if (format === 'yaml') return `${schemaPath ? `# yaml-language-server: $schema=${schemaPath}\n` : ''}${front}\n`;
  return `---\n${front}\n---\n\n${body}\n`;
}
