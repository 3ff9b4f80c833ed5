import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import { cited, listed } from './citations.ts';
import { finding } from './finding.ts';

export const unknownFactor: Rule = {
  name: 'unknown-factor',
  what: '`factors`, `addresses` of an action and `related` of a cause or factor are ids of files in factors/ or causes/.',
  *judge({ postmortems, causes, factors, byId }) {
    const isKnown = (id: string): boolean => byId.factors.has(id) || byId.causes.has(id);
    const fault = (id: string) => ({
      rule: this.name,
      message: `there is no factor or cause \`${id}\``,
      hint: nearestHint(id, [...byId.factors.keys(), ...byId.causes.keys()]) ?? `describe it in factors/${id}.md`,
    });
    for (const entry of postmortems) {
      const addressed = (entry.values.actions ?? []).flatMap((action, index) =>
        listed(action?.addresses, ['actions', index, 'addresses']),
      );
      for (const { id, path } of [...cited(entry, 'factors'), ...addressed]) {
        if (!isKnown(id)) yield finding(entry, path, fault(id));
      }
    }
    for (const entry of [...causes, ...factors]) {
      for (const { id, path } of listed(entry.values.related, ['related'])) {
        if (!isKnown(id)) yield finding(entry, path, fault(id));
      }
    }
  },
};
