import { z } from 'zod';
import { idSchema } from './id.ts';
import { amount, text, texts, webAddress } from './scalars.ts';

const severitySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, {
      error: 'a severity id is letters and digits joined by hyphens, such as SEV1',
    })
    .describe('What postmortems write in `severity`, such as SEV1.'),
  meaning: text.describe('When an incident is of this severity.'),
  dueDays: amount.describe('Days until an action without its own date is due.'),
  sections: z
    .array(text)
    .optional()
    .describe('Fields a postmortem of this severity must have, or headings its body must have.'),
});

/** The scale used where site.yaml sets none, the worst first. Due rules: 15 days for the two highest, 30 below. */
const DEFAULT_SEVERITIES: z.input<typeof severitySchema>[] = [
  {
    id: 'SEV1',
    meaning: 'A core service is down or data is at risk for many users.',
    dueDays: 15,
    sections: [
      'impact',
      'timeline',
      'detection',
      'factors',
      'rollback',
      'validation',
      'wentWell',
      'wentBadly',
      'lessons',
      'actions',
    ],
  },
  {
    id: 'SEV2',
    meaning: 'A core service is badly degraded, or down for some users.',
    dueDays: 15,
    sections: ['impact', 'timeline', 'detection', 'factors', 'lessons', 'actions'],
  },
  {
    id: 'SEV3',
    meaning: 'A feature is degraded, or there is a way around it.',
    dueDays: 30,
    sections: ['timeline', 'actions'],
  },
  { id: 'SEV4', meaning: 'Hardly anybody noticed.', dueDays: 30, sections: [] },
];

/** The settings of a site: content/site.yaml. Everything has a default. */
export const siteSchema = z.strictObject({
  name: text.default('Postmortems').describe('The name of your archive, usually that of your company.'),
  description: text.optional().describe('One sentence about the archive, for search engines and feeds.'),
  url: webAddress.optional().describe('Where the site is published. Feeds and calendars need it for whole addresses.'),
  repository: z
    .strictObject({
      url: webAddress.describe('Where the repository is, such as https://git.example.com/ops/postmortems.'),
      branch: text.default('main').describe('The branch that is published.'),
      contentPath: text.default('content').describe('Where the content folder is in that repository.'),
    })
    .optional()
    .describe('The repository the archive lives in. It gives every page its links to edit and to history.'),
  timezone: z
    .string()
    .min(1)
    .default('UTC')
    .describe('The zone in which the site shows times: Europe/Berlin, UTC. Never used to read a time.'),
  severities: z
    .array(severitySchema)
    .min(1)
    .default(severitySchema.array().parse(DEFAULT_SEVERITIES))
    .describe('The severity scale, the worst first.'),
  triggers: z.array(idSchema).default([]).describe('Triggers of your own, beside those Cairn knows.'),
  publishWithinHours: amount
    .default(48)
    .describe('Hours from `resolved` within which a postmortem should be published.'),
  startHere: z.array(idSchema).default([]).describe('Ids of the postmortems a newcomer should read first.'),
});

export type SiteSettings = z.output<typeof siteSchema>;
export type Severity = z.output<typeof severitySchema>;

/** The team's own words: content/synonyms.yaml. Each key means the same as each of its values. */
export const synonymsSchema = z.record(z.string().min(1), z.union([text, texts.min(1)]));

/** `oom` → `['out of memory', …]`. */
export type Synonyms = Record<string, string[]>;
