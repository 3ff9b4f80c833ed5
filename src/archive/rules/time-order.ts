import { dayIn } from '../../analysis/days.ts';
import type { Moments, Rule } from '../sources.ts';
import { asWritten } from '../times/moments.ts';
import { zoneFault } from '../times/zones.ts';
import { finding, hint } from './finding.ts';

type Single = Exclude<keyof Moments, 'windows' | 'timeline'>;

/** A moment, one that comes before it in the life of an incident, and whether the contrary is certainly wrong. */
const ORDER: readonly { later: Single; earlier: Single; isError: boolean; note?: string }[] = [
  { later: 'detected', earlier: 'started', isError: false, note: 'the time to detect counts as 0 min' },
  { later: 'acknowledged', earlier: 'started', isError: false },
  { later: 'acknowledged', earlier: 'detected', isError: true },
  { later: 'mitigated', earlier: 'started', isError: true },
  { later: 'mitigated', earlier: 'detected', isError: false },
  { later: 'mitigated', earlier: 'acknowledged', isError: false },
  { later: 'resolved', earlier: 'started', isError: true },
  { later: 'resolved', earlier: 'detected', isError: false },
  { later: 'resolved', earlier: 'acknowledged', isError: false },
  { later: 'resolved', earlier: 'mitigated', isError: true },
];

export const timeOrder: Rule = {
  name: 'time-order',
  what: 'It starts, is detected, acknowledged, mitigated, resolved, and published. What cannot be otherwise is an error, the rest a hint.',
  *judge({ postmortems, site }) {
    const { timezone = 'UTC' } = site.values;
    const zone = zoneFault(timezone) ? 'UTC' : timezone;
    for (const entry of postmortems) {
      const { moments } = entry;
      const reported = new Set<Single>();
      for (const { later, earlier, isError, note } of ORDER.toSorted((a, b) => Number(b.isError) - Number(a.isError))) {
        const [a, b] = [moments[later], moments[earlier]];
        if (a === undefined || b === undefined || a >= b) continue;
        // Once a moment is known to be wrong, what else it comes before is no news.
        if (reported.has(later)) continue;
        reported.add(later);
        const report = isError ? finding : hint;
        const [one, other] = asWritten([entry.values[later], entry.values[earlier]], [a, b]);
        const message = `\`${later}\` (${one}) is before \`${earlier}\` (${other})`;
        yield report(entry, [later], {
          rule: this.name,
          message: note ? `${message}: ${note}` : message,
          hint: 'correct the one that is wrong',
        });
      }
      const { published, started } = entry.values;
      if (published !== undefined && moments.started !== undefined && published < dayIn(zone, moments.started)) {
        yield hint(entry, ['published'], {
          rule: this.name,
          message: `\`published\` (${published}) is before \`started\` (${started})`,
          hint: 'correct the one that is wrong',
        });
      }
    }
  },
};
