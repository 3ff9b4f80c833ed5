import type { Rule } from '../sources.ts';
import { hint } from './finding.ts';

const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 600;

/** The end of a sentence: a mark, and after it a blank and what a sentence begins with. */
const END = /(?<!\b(?:e\.g|i\.e|etc|vs|ca|approx|no|v?\d+))[.!?]["'”’`)]*(?=\s+["'“‘`(*[]?[\p{Lu}\p{N}]|\s*$)/gu;

export const summaryLength: Rule = {
  name: 'summary-length',
  what: 'A summary has one to three sentences: every list and search result shows it whole.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const { summary } = entry.values;
      if (summary === undefined) continue;
      const sentences = summary.match(END)?.length ?? 1;
      if (sentences <= MOST_SENTENCES && summary.length <= MOST_CHARACTERS) continue;
      yield hint(entry, ['summary'], {
        rule: this.name,
        message:
          sentences > MOST_SENTENCES
            ? `the summary has ${sentences} sentences, and at most ${MOST_SENTENCES} are read in a list`
            : `the summary has ${summary.length} characters, and at most ${MOST_CHARACTERS} are read in a list`,
        hint: 'keep who was affected, how long, by what, and how it ended; move the rest to the text',
      });
    }
  },
};
