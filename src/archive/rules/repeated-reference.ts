import type { Rule } from '../sources.ts';
import { type Cited, cited, listed } from './citations.ts';
import { finding } from './finding.ts';

export const repeatedReference: Rule = {
  name: 'repeated-reference',
  what: 'A list of ids names each of them once: every figure counts what it finds.',
  *judge({ postmortems, causes, factors }) {
    const twice = function* (references: Cited[]): Generator<Cited> {
      const seen = new Set<string>();
      for (const reference of references) {
        if (seen.has(reference.id)) yield reference;
        seen.add(reference.id);
      }
    };
    const fault = (id: string) => ({
      rule: this.name,
      message: `\`${id}\` stands in this list twice`,
      hint: 'leave one',
    });
    for (const entry of postmortems) {
      const { services, related } = entry.values;
      const lists = [
        cited(entry, 'causes'),
        cited(entry, 'factors'),
        listed(services, ['services']),
        listed(related, ['related']),
      ];
      for (const { id, path } of lists.flatMap((list) => [...twice(list)])) yield finding(entry, path, fault(id));
    }
    for (const entry of [...causes, ...factors]) {
      for (const { id, path } of twice(listed(entry.values.related, ['related'])))
        yield finding(entry, path, fault(id));
    }
  },
};
