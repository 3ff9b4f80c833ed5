import { z } from 'zod';
import { idSchema } from './id.ts';
import { day, text } from './scalars.ts';

const ACTION_KINDS = ['prevent', 'detect', 'mitigate', 'learn'] as const;
export const ACTION_PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export const ACTION_STATUSES = ['proposed', 'open', 'doing', 'done', 'wont-do'] as const;

/** One promised piece of work. Its name across the archive is `<postmortem id>#<id>`. */
export const actionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, {
      error: 'an action id is letters and digits joined by hyphens, such as A1',
    })
    .max(40)
    .describe('Short name, unique in this postmortem, such as A1. Links and scripts refer to it: it never changes.'),
  what: text.describe('What will be different when it is done, so that anybody can tell whether it is.'),
  kind: z
    .enum(ACTION_KINDS)
    .optional()
    .describe(
      'prevent: it cannot happen again. detect: we know sooner. mitigate: it hurts less. learn: we understand more.',
    ),
  owner: idSchema.optional().describe('The team that answers for it: an id of teams/. Needed to publish.'),
  assignee: text.optional().describe('Who is working on it at the moment, if that helps your team.'),
  priority: z
    .enum(ACTION_PRIORITIES)
    .optional()
    .describe('P0 before anything else, P3 when there is time. Needed to publish.'),
  opened: day.optional().describe('The day it was agreed. Left out: the day of `published`, else of `resolved`.'),
  due: day
    .optional()
    .describe('The day it is promised for. Left out: by the rule of the severity, counted from the day it was opened.'),
  status: z
    .enum(ACTION_STATUSES)
    .optional()
    .describe(
      'proposed: not agreed yet. open, doing: promised. done. wont-do: decided against, with a reason. Needed to publish.',
    ),
  closed: day.optional().describe('The day it was done, or decided against.'),
  reason: text.optional().describe('Why it will not be done. Needed with wont-do.'),
  ticket: text.optional().describe('Where the work is tracked: an address or a ticket number.'),
  addresses: z.array(idSchema).optional().describe('The causes or factors it takes away: ids of causes/ or factors/.'),
});

export type Action = z.output<typeof actionSchema>;
