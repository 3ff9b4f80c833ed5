import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { listed } from './citations.ts';
import { finding } from './finding.ts';

export const unknownService: Rule = {
  name: 'unknown-service',
  what: '`services` are ids of files in services/.',
  *judge({ postmortems, byId }) {
    for (const entry of postmortems) {
      for (const { id, path } of listed(entry.values.services, ['services'])) {
        if (byId.services.has(id)) continue;
        yield finding(entry, path, {
          rule: this.name,
          message: `there is no service \`${id}\``,
          hint: nearestHint(id, byId.services.keys()) ?? `describe it in services/${id}.yaml`,
        });
      }
    }
  },
};
