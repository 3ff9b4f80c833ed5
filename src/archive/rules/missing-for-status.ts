import type { PostmortemEntry, Rule } from '../sources.ts';
import { finding, hint } from './finding.ts';

/** The keys that a published postmortem has, `title` and `started` aside, which every one has. */
const NEEDED = ['severity', 'summary', 'services', 'resolved', 'causes', 'mitigation'] as const;

/** The keys that each action of a published postmortem has. */
const NEEDED_OF_ACTIONS = ['owner', 'priority', 'status'] as const;

export const missingForStatus: Rule = {
  name: 'missing-for-status',
  what: 'A published postmortem has severity, summary, services, resolved, causes and mitigation, and each of its actions owner, priority and status; one in review is told.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const missing = entry.legible ? [...missingKeys(entry), ...missingOfActions(entry)] : [];
      if (missing.length === 0) continue;
      const names = missing.map((path) => `\`${path.join('.')}\``);
      if (entry.values.status === 'published') {
        for (const [index, path] of missing.entries()) {
          yield finding(entry, path, { rule: this.name, message: `a published postmortem needs ${names[index]}` });
        }
      } else if (entry.values.status === 'review') {
        yield hint(entry, [], { rule: this.name, message: `before it is published it needs ${names.join(', ')}` });
      }
    }
  },
};

function missingKeys({ values, keys }: PostmortemEntry): string[][] {
  const isIncident = values.type === undefined || values.type === 'incident';
  const exempt = new Set<string>(isIncident && !values.ongoing ? [] : ['resolved', 'mitigation']);
  const missing = NEEDED.filter((key) => {
    if (exempt.has(key)) return false;
    const value = values[key];
    // What is there and wrong is another rule's matter.
    return Array.isArray(value) ? value.length === 0 : value === undefined && !keys.has(key);
  });
  return missing.map((key) => [key]);
}

function missingOfActions({ values }: PostmortemEntry): (string | number)[][] {
  return (values.actions ?? []).flatMap((action, index) =>
    NEEDED_OF_ACTIONS.filter((key) => action?.[key] === undefined).map((key) => ['actions', index, key]),
  );
}
