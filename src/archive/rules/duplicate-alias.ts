import type { Entry } from '../entry.ts';
import type { Rule } from '../sources.ts';
import { listed } from './citations.ts';
import { finding } from './finding.ts';

type WithAliases = Entry<{ aliases?: string[] | undefined }>;

export const duplicateAlias: Rule = {
  name: 'duplicate-alias',
  what: 'An alias leads to one record: it is nobody’s id and no second record’s alias, capitals aside.',
  *judge({ postmortems, causes, factors }) {
    for (const group of [postmortems, [...causes, ...factors]] as WithAliases[][]) {
      const owners = new Map(group.map((entry) => [entry.id, entry]));
      const seen = new Map<string, WithAliases>();
      for (const entry of group) {
        for (const { id: alias, path } of listed(entry.values.aliases, ['aliases'])) {
          const key = alias.toLowerCase();
          const owner = owners.get(key);
          const first = seen.get(key);
          seen.set(key, first ?? entry);
          const taken = owner ? `the id of ${owner.file}` : first && `an alias of ${first.file}`;
          if (!taken) continue;
          yield finding(entry, path, {
            rule: this.name,
            message: `\`${alias}\` is already ${taken}`,
            hint: 'leave it where it belongs',
          });
        }
      }
    }
  },
};
