import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { type Cited, listed } from './citations.ts';
import { finding } from './finding.ts';

export const unknownIncident: Rule = {
  name: 'unknown-incident',
  what: '`related`, `recurrenceOf` and `startHere` in site.yaml are ids of other postmortems.',
  *judge({ postmortems, site, byId }) {
    const fault = (id: string) => ({
      rule: this.name,
      message: `there is no postmortem \`${id}\``,
      hint:
        nearestHint(id, byId.postmortems.keys()) ??
        'an id is the name of a file below postmortems/, without its ending',
    });
    for (const entry of postmortems) {
      const { related, recurrenceOf } = entry.values;
      const references: Cited[] = listed(related, ['related']);
      if (recurrenceOf !== undefined) references.push({ id: recurrenceOf, path: ['recurrenceOf'] });
      for (const { id, path } of references) {
        if (id === entry.id) {
          yield finding(entry, path, { rule: this.name, message: 'this is the id of this postmortem itself' });
        } else if (!byId.postmortems.has(id)) {
          yield finding(entry, path, fault(id));
        }
      }
    }
    for (const { id, path } of listed(site.values.startHere, ['startHere'])) {
      if (!byId.postmortems.has(id)) yield finding(site, path, fault(id));
    }
  },
};
