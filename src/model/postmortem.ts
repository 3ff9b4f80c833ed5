import { z } from 'zod';
import { actionSchema } from './action.ts';
import { idSchema } from './id.ts';
import { amount, day, flag, momentText, text, texts, webAddress } from './scalars.ts';
import { timelineEntrySchema } from './timeline.ts';

export const POSTMORTEM_TYPES = ['incident', 'near-miss', 'exercise'] as const;
const POSTMORTEM_STATUSES = ['draft', 'review', 'published'] as const;
const VISIBILITIES = ['internal', 'restricted'] as const;
export const DETECTED_BY = ['alert', 'customer', 'employee', 'partner', 'test'] as const;
const ROLLBACK_USED = ['yes', 'no', 'partly', 'impossible'] as const;
export const TRIGGERS = [
  'deploy',
  'config',
  'migration',
  'traffic',
  'dependency',
  'hardware',
  'expiry',
  'maintenance',
  'attack',
  'data',
  'none',
  'unknown',
] as const;

const citationSchema = z.union([
  idSchema,
  z.strictObject({
    id: idSchema.describe('An id of causes/ or factors/.'),
    how: text.optional().describe('How it showed in this incident, in one sentence.'),
  }),
]);

const detectionSchema = z.strictObject({
  by: z.enum(DETECTED_BY).describe('Who or what noticed first.'),
  alert: text.optional().describe('The name of the alert that fired, exactly as it is named.'),
  gap: text.optional().describe('What should have noticed it, or noticed it sooner.'),
});

const costSchema = z.strictObject({
  amount: amount.describe('How much, in digits.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'must be a currency code of three capitals, such as EUR' })
    .describe('The currency as a code of three capitals: EUR, USD.'),
});

const impactSchema = z.strictObject({
  summary: text.describe('Who could not do what, in one or two sentences.'),
  users: text.optional().describe('Users affected: a share ("15%") or a number.'),
  requests: text.optional().describe('Requests or transactions that failed: a number or a share.'),
  dataLoss: text.optional().describe('What data was lost or wrong. Write "none" only where that was checked.'),
  downtime: text
    .optional()
    .describe('Downtime as you count it, if that differs from the times above, such as "2-8 h".'),
  cost: costSchema.optional().describe('What it cost in money.'),
  errorBudget: text.optional().describe('The share of an error budget that it used, and of which one.'),
  engineerHours: text.optional().describe('Working hours spent on it: 24, or a range such as "16-32".'),
  reputation: text.optional().describe('What it did to trust: who complained, who has to be told.'),
});

const causeChainStepSchema = z.strictObject({
  step: text.describe('What was done, or not done.'),
  cause: idSchema.optional().describe('The root cause this step stands for: an id of causes/.'),
  consequence: text.describe('What followed from it.'),
  prevention: text.describe('What would have stopped the chain here.'),
});

/** The front matter of a postmortem, as an author writes it. Which fields a status needs is judged by the archive's rules. */
export const postmortemSchema = z.strictObject({
  title: text.describe('What broke, for whom: clear, and in words that somebody will search for.'),
  type: z
    .enum(POSTMORTEM_TYPES)
    .default('incident')
    .describe('incident, near-miss (nobody was hurt, by luck or design) or exercise (on purpose).'),
  status: z
    .enum(POSTMORTEM_STATUSES)
    .default('draft')
    .describe('draft: only in preview. review: in every build, marked. published: final.'),
  visibility: z
    .enum(VISIBILITIES)
    .default('internal')
    .describe('restricted: only its date and severity are counted; nothing else of it is shown anywhere.'),
  severity: z.string().min(1).optional().describe('How bad it was: an id of the scale in site.yaml, such as SEV1.'),
  summary: text.optional().describe('One to three sentences. Every list and search result shows them.'),
  services: z.array(idSchema).optional().describe('The services that were affected: ids of services/.'),
  owner: idSchema.optional().describe('The team that keeps this postmortem: an id of teams/.'),
  aliases: texts.optional().describe('Former ids of this postmortem, and its ticket or incident numbers elsewhere.'),
  timezone: z
    .string()
    .min(1)
    .optional()
    .describe('The zone of the times in this file that carry no offset: Europe/Berlin, UTC.'),
  started: momentText.describe('When users were first affected.'),
  detected: momentText.optional().describe('When somebody or something first noticed.'),
  acknowledged: momentText.optional().describe('When somebody took it on.'),
  mitigated: momentText.optional().describe('When users were no longer affected.'),
  resolved: momentText.optional().describe('When normal operation was confirmed.'),
  ongoing: flag.optional().describe('true while it is not over; then there is no `resolved`.'),
  windows: z
    .array(
      z.strictObject({
        from: momentText.describe('When users began to be affected.'),
        to: momentText.describe('When they no longer were.'),
      }),
    )
    .min(1)
    .optional()
    .describe('For an intermittent incident: each stretch with impact. Time with impact is their sum.'),
  detection: detectionSchema.optional().describe('How it was noticed, and what should have noticed it.'),
  signals: texts
    .optional()
    .describe('Error messages, alert names and log lines exactly as seen: what the next person will paste.'),
  trigger: z
    .string()
    .min(1)
    .optional()
    .describe('What set it off: deploy, config, migration, traffic … It is not the cause.'),
  causes: z
    .union([z.literal('unknown'), z.array(citationSchema).min(1)])
    .optional()
    .describe('Root causes, why it could happen: ids of causes/, bare or with `how`; or unknown.'),
  factors: z
    .array(citationSchema)
    .optional()
    .describe('What made it worse or longer: ids of factors/ or causes/, bare or with `how`.'),
  causeChain: z
    .array(causeChainStepSchema)
    .min(1)
    .optional()
    .describe('Where one mistake led to the next: each step, its consequence, its prevention.'),
  impact: impactSchema.optional().describe('Measurable facts. What is not known is left out, never 0.'),
  mitigation: text.optional().describe('What stopped the bleeding, in one sentence: every search result shows it.'),
  rollback: z
    .strictObject({
      used: z.enum(ROLLBACK_USED).describe('"yes", "no", partly or impossible.'),
      why: text.describe('Why it was, or was not, rolled back.'),
    })
    .optional()
    .describe('Whether the change was rolled back, and why.'),
  timeline: z.array(timelineEntrySchema).min(1).optional().describe('What happened when, in order.'),
  validation: texts.optional().describe('How recovery was confirmed.'),
  measures: texts.optional().describe('Corrective measures in general, beyond the single actions.'),
  wentWell: texts.optional().describe('What worked, and should be kept.'),
  wentBadly: texts.optional().describe('What did not work, or took too long.'),
  gotLucky: texts.optional().describe('What kept it from being worse, by no merit of ours.'),
  surprises: texts.optional().describe('What nobody expected.'),
  lessons: texts.optional().describe('What somebody who was not there should take from it.'),
  actions: z.array(actionSchema).optional().describe('What is promised, by which team, by when.'),
  noActions: text.optional().describe('Why nothing needs to be done, in place of `actions`.'),
  related: z.array(idSchema).optional().describe('Ids of postmortems that help to understand this one.'),
  recurrenceOf: idSchema.optional().describe('The id of the earlier incident that this one repeats.'),
  review: z
    .strictObject({
      held: day.optional().describe('The day the review took place.'),
      next: day.optional().describe('The day of the next one.'),
      facilitator: text.optional().describe('Who led it: a role or a team, no name.'),
    })
    .optional()
    .describe('When the postmortem was reviewed.'),
  published: day.optional().describe('The day it was published.'),
  tags: texts.optional().describe('Further words to be found by. They are searched and nothing else.'),
  links: z
    .array(z.strictObject({ label: text.describe('What it is.'), url: webAddress.describe('Where it is.') }))
    .optional()
    .describe('Dashboards, tickets, channels, pull requests.'),
  authors: texts.optional().describe('Who wrote it, if your team wants that said.'),
  source: z.unknown().optional().describe('Where an imported postmortem came from. Written by `cairn import`.'),
  imported: z
    .unknown()
    .optional()
    .describe('Keys of an imported file that have no field here. Written by `cairn import`.'),
});

export type PostmortemFrontMatter = z.output<typeof postmortemSchema>;
export type PostmortemType = (typeof POSTMORTEM_TYPES)[number];
export type Impact = z.output<typeof impactSchema>;

/** Facts that an author may also write as a list in the body, under the heading named here (or one of its other names). */
export const LIST_FIELDS = [
  'timeline',
  'validation',
  'measures',
  'wentWell',
  'wentBadly',
  'gotLucky',
  'surprises',
  'lessons',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];
