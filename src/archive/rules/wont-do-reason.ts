import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const wontDoReason: Rule = {
  name: 'wont-do-reason',
  what: 'An action that will not be done says why.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      for (const [index, action] of (entry.values.actions ?? []).entries()) {
        if (action?.status !== 'wont-do' || action.reason !== undefined) continue;
        yield finding(entry, ['actions', index, 'status'], {
          rule: this.name,
          message: 'an action that will not be done needs a `reason`',
          hint: 'write reason: and why it was decided against',
        });
      }
    }
  },
};
