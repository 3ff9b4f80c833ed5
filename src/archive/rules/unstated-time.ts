import { startOf } from '../drafts/started.ts';
import type { Rule } from '../sources.ts';
import { zoneFault } from '../times/zones.ts';
import { finding, hint } from './finding.ts';

/** The comment above a `started` that has the day alone, as `cairn new` writes it. */
export const ONLY_THE_DAY = '# Only the day is known so far. Put the time in place of this one, which nobody stated.';

export const unstatedTime: Rule = {
  name: 'unstated-time',
  what: 'A published postmortem states when it started, and not only the day that `cairn new` wrote; one in review is told.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const { started, timezone = 'UTC', status } = entry.values;
      if (started === undefined || status === undefined || status === 'draft') continue;
      if (!entry.text.split('\n', entry.bodyLine).includes(ONLY_THE_DAY)) continue;
      const first = startOf(started.slice(0, 10), zoneFault(timezone) ? 'UTC' : timezone);
      if ('fault' in first || first.text !== started) continue;
      const report = status === 'published' ? finding : hint;
      yield report(entry, ['started'], {
        rule: this.name,
        message: '`started` has the day alone: nobody stated this time',
        hint: 'write when users were first affected, or delete the comment above it if it was then',
      });
    }
  },
};
