import type { Rule } from '../sources.ts';
import { zoneFault } from '../times/zones.ts';
import { finding, hint } from './finding.ts';
import { meantField } from './severity-sections.ts';

export const siteSettings: Rule = {
  name: 'site-settings',
  what: 'The zone in site.yaml exists, and its severities have an id each and ask for fields that there are, or for headings.',
  *judge({ site }) {
    const { timezone, severities = [] } = site.values;
    const fault = timezone === undefined ? undefined : zoneFault(timezone);
    if (fault) yield finding(site, ['timezone'], fault);
    const seen = new Set<string>();
    for (const [index, severity] of severities.entries()) {
      if (severity?.id === undefined) continue;
      if (seen.has(severity.id)) {
        yield finding(site, ['severities', index, 'id'], {
          rule: this.name,
          message: `the severity \`${severity.id}\` stands on the scale twice`,
          hint: 'give one of the two another id, or take it away',
        });
      }
      seen.add(severity.id);
      for (const [at, name] of (severity.sections ?? []).entries()) {
        const field = name === undefined ? undefined : meantField(name);
        if (field === undefined) continue;
        yield hint(site, ['severities', index, 'sections', at], {
          rule: this.name,
          message: `\`${name}\` is no field, and is taken for the nearest that is`,
          hint: `write \`${field}\``,
        });
      }
    }
  },
};
