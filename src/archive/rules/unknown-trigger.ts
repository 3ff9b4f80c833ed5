import { TRIGGERS } from '../../model/postmortem.ts';
import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { finding } from './finding.ts';

export const unknownTrigger: Rule = {
  name: 'unknown-trigger',
  what: '`trigger` is one of those Cairn knows, or of the `triggers` in site.yaml.',
  *judge({ postmortems, site }) {
    const known = new Set<string>(TRIGGERS);
    for (const own of site.values.triggers ?? []) if (own !== undefined) known.add(own);
    for (const entry of postmortems) {
      const { trigger } = entry.values;
      if (trigger === undefined || known.has(trigger)) continue;
      yield finding(entry, ['trigger'], {
        rule: this.name,
        message: `\`trigger\` must be one of ${[...known].join(', ')}`,
        hint: [nearestHint(trigger, known), 'add your own under `triggers` in site.yaml'].filter(Boolean).join('; '),
      });
    }
  },
};
