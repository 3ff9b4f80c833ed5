import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const unknownSeverity: Rule = {
  name: 'unknown-severity',
  what: '`severity` is an id of the scale in site.yaml (as shipped: SEV1 to SEV4).',
  *judge({ postmortems, site }) {
    const scale = site.values.severities?.flatMap((severity) => severity?.id ?? []);
    // Where the scale itself is wrong, nothing is certain about what is judged by it.
    if (!scale || (!site.valid && scale.length < (site.values.severities?.length ?? 0))) return;
    const known = new Set(scale);
    for (const entry of postmortems) {
      const { severity } = entry.values;
      if (severity === undefined || known.has(severity)) continue;
      yield finding(entry, ['severity'], {
        rule: this.name,
        message: `\`${severity}\` is not on the severity scale: ${scale.join(', ')}`,
        hint: nearestHint(severity, scale),
      });
    }
  },
};
