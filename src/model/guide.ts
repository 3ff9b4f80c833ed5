import { z } from 'zod';
import { amount, text } from './scalars.ts';

/** A guide: Cairn's own or the team's. */
export const guideSchema = z.strictObject({
  title: text.describe('What the guide is about.'),
  summary: text.describe('What a reader can do after it, in one sentence.'),
  order: amount
    .optional()
    .describe('Its place in the list: small numbers first. Without one it stands after those that have one, by title.'),
});

/** A template for a new postmortem: Cairn's own or the team's. */
export const templateSchema = z.looseObject({
  template: z
    .strictObject({
      name: text.describe('What the template is called.'),
      summary: text.describe('When to use it.'),
    })
    .describe(
      'What this template is for. Left out of the postmortems made from it; every other key is copied, one without a value as a comment.',
    ),
});

export type GuideFrontMatter = z.output<typeof guideSchema>;
