import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const eitherOr: Rule = {
  name: 'either-or',
  what: '`noActions` stands in place of `actions`, and `ongoing: true` in place of `resolved`.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const { actions, noActions, ongoing } = entry.values;
      if (noActions !== undefined && actions !== undefined && actions.length > 0) {
        yield finding(entry, ['noActions'], {
          rule: this.name,
          message: '`noActions` says why there are no actions, and `actions` lists some',
          hint: 'leave one of the two',
        });
      }
      if (ongoing && entry.keys.has('resolved')) {
        yield finding(entry, ['ongoing'], {
          rule: this.name,
          message: 'it cannot be `ongoing` and have a `resolved` time',
          hint: 'leave one of the two',
        });
      }
    }
  },
};
