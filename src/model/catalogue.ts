import { z } from 'zod';
import { idSchema } from './id.ts';
import { text, webAddress } from './scalars.ts';

const entry = {
  name: text.describe('What it is called, short enough for a table.'),
  category: text.optional().describe('The group it belongs to, such as Capacity or Change.'),
  summary: text.optional().describe('One sentence that tells it from its neighbours.'),
  aliases: z.array(text).optional().describe('Other names people use for it, and its former ids. All are searched.'),
  related: z.array(idSchema).optional().describe('Ids of causes or factors worth reading beside it.'),
};

/** A root cause: why incidents could happen. The body is its primer. */
export const causeSchema = z.strictObject(entry);

/** A contributing factor: what makes incidents worse or longer. The body is its primer. */
export const factorSchema = z.strictObject(entry);

/** A service that can be affected. */
export const serviceSchema = z.strictObject({
  name: text.describe('What people call it.'),
  summary: text.optional().describe('What it does, in one sentence.'),
  team: idSchema.optional().describe('The team that runs it: an id of teams/.'),
  tier: text.optional().describe('How much depends on it, in your own scale.'),
  runbook: webAddress.optional().describe('Where its runbook is.'),
  repository: webAddress.optional().describe('Where its code is.'),
});

/** A team that owns services, postmortems and actions. */
export const teamSchema = z.strictObject({
  name: text.describe('What the team is called.'),
  summary: text.optional().describe('What it answers for, in one sentence.'),
  contact: text.optional().describe('How to reach it: a channel, an address, a rota.'),
});

export type CauseFrontMatter = z.output<typeof causeSchema>;
export type ServiceFrontMatter = z.output<typeof serviceSchema>;
export type TeamFrontMatter = z.output<typeof teamSchema>;
