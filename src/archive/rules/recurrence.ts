import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const recurrence: Rule = {
  name: 'recurrence',
  what: '`recurrenceOf` names an incident that started earlier, so that no chain of them leads round in a circle.',
  *judge({ postmortems, byId }) {
    for (const entry of postmortems) {
      const { recurrenceOf } = entry.values;
      if (recurrenceOf === undefined || recurrenceOf === entry.id) continue;
      const earlier = byId.postmortems.get(recurrenceOf)?.moments.started;
      const { started } = entry.moments;
      if (earlier === undefined || started === undefined || earlier < started) continue;
      yield finding(entry, ['recurrenceOf'], {
        rule: this.name,
        message: `\`${recurrenceOf}\` started ${earlier === started ? 'at the same moment' : 'later'}, so this cannot repeat it`,
        hint: 'name the earlier of the two, or use `related`',
      });
    }
  },
};
