import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const duplicateAction: Rule = {
  name: 'duplicate-action',
  what: 'The id of an action is unique in its postmortem, capitals aside.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const seen = new Map<string, number>();
      for (const [index, action] of (entry.values.actions ?? []).entries()) {
        if (action?.id === undefined) continue;
        const key = action.id.toLowerCase();
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, index);
          continue;
        }
        const { line } = entry.places.value(['actions', first, 'id']);
        yield finding(entry, ['actions', index, 'id'], {
          rule: this.name,
          message: `the action on line ${line} has the id \`${action.id}\` already`,
          hint: 'number it anew',
        });
      }
    }
  },
};
