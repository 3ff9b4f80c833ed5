import { positionsIn } from '../body/findings.ts';
import type { Entry } from '../entry.ts';
import { secretsIn } from '../secrets.ts';
import type { Rule } from '../sources.ts';

export const secret: Rule = {
  name: 'secret',
  what: 'No key, token or password stands in a file. What was pushed once is known: it is to be changed, not only deleted.',
  *judge({ site, synonyms, postmortems, causes, factors, services, teams, guides, templates }) {
    const entries: Entry<unknown>[] = [
      site,
      ...(synonyms ? [synonyms] : []),
      ...postmortems,
      ...causes,
      ...factors,
      ...services,
      ...teams,
      ...guides,
      ...templates,
    ];
    for (const { file, text } of entries) {
      for (const { what, start } of secretsIn(text)) {
        yield {
          file,
          position: positionsIn(text, 1)(start),
          rule: this.name,
          severity: 'error',
          message: `this looks like ${what}`,
          hint: 'change it where it is valid, and write *** in its place here',
        };
      }
    }
  },
};
