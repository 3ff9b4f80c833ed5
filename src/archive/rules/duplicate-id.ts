import type { Entry } from '../entry.ts';
import type { Rule, Sources } from '../sources.ts';
import { finding } from './finding.ts';

/** Ids are unique within each of these groups. */
function groups(sources: Sources): Entry<unknown>[][] {
  const { postmortems, causes, factors, services, teams, guides, templates } = sources;
  return [postmortems, [...causes, ...factors], services, teams, guides, templates];
}

export const duplicateId: Rule = {
  name: 'duplicate-id',
  what: 'No two files have one id; causes and factors share their ids.',
  *judge(sources) {
    for (const group of groups(sources)) {
      const files = new Map<string, Entry<unknown>[]>();
      for (const entry of group) files.set(entry.id, [...(files.get(entry.id) ?? []), entry]);
      for (const [id, entries] of files) {
        if (entries.length < 2) continue;
        for (const entry of entries) {
          const others = entries.filter((other) => other !== entry).map(({ file }) => file);
          yield finding(entry, undefined, {
            rule: this.name,
            message: `the id \`${id}\` is also that of ${others.join(' and ')}`,
            hint: 'rename one of them',
          });
        }
      }
    }
  },
};
