import { z } from 'zod';
import { momentText, text } from './scalars.ts';

export const TIMELINE_KINDS = [
  'change',
  'symptom',
  'detection',
  'escalation',
  'hypothesis',
  'false-lead',
  'mitigation',
  'recovery',
  'communication',
  'other',
] as const;

/** A clock time of a timeline entry, `HH:MM` or `HH:MM:SS`. */
export const CLOCK_TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** One thing that happened, as it is written. */
export const timelineEntrySchema = z.strictObject({
  at: z
    .union([z.string().regex(CLOCK_TIME), momentText], {
      error: 'must be a clock time (15:30) or a full time (2024-03-01T15:30+01:00)',
    })
    .describe(
      'When: a clock time in `timezone`, or a full time. A clock time means its next occurrence after the entry before.',
    ),
  what: text.describe('What happened, or what somebody saw or did. Teams and systems act; nobody is named.'),
  kind: z
    .enum(TIMELINE_KINDS)
    .optional()
    .describe('What sort of moment it was. A false-lead is shown as a branch with what it cost.'),
  by: text.optional().describe('The team or system that acted.'),
});

export type TimelineKind = (typeof TIMELINE_KINDS)[number];
