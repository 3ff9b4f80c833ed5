import type { Rule } from '../sources.ts';
import { asWritten } from '../times/moments.ts';
import { finding } from './finding.ts';

export const windowsInOrder: Rule = {
  name: 'windows',
  what: 'Each of the `windows` ends after it begins, and begins when the one before it has ended.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      let before: string | undefined;
      for (const [index, window] of entry.moments.windows.entries()) {
        if (window === undefined) continue;
        const { from, to } = window;
        if (from >= to) {
          const written = entry.values.windows?.[index];
          const [start, end] = asWritten([written?.from, written?.to], [from, to]);
          yield finding(entry, ['windows', index, 'to'], {
            rule: this.name,
            message: `this window ends (${end}) before it has begun (${start})`,
          });
        } else if (before !== undefined && from < before) {
          yield finding(entry, ['windows', index, 'from'], {
            rule: this.name,
            message: `this window begins (${from}) before the one above it has ended (${before})`,
            hint: 'put them in order, and make one of those that overlap',
          });
        }
        before = before === undefined || to > before ? to : before;
      }
    }
  },
};
