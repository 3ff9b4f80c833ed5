import type { PostmortemEntry, Rule } from '../sources.ts';
import type { Path } from '../yaml/places.ts';
import { finding, hint } from './finding.ts';

/** The keys that a published postmortem has, `title` and `started` aside, which every one has. */
export const NEEDED = ['severity', 'summary', 'services', 'resolved', 'causes', 'mitigation'] as const;

/** The keys that each action of a published postmortem has. */
export const NEEDED_OF_ACTIONS = ['owner', 'priority', 'status'] as const;

export const missingForStatus: Rule = {
  name: 'missing-for-status',
  what: 'A published postmortem has severity, summary, services, resolved, causes and mitigation, and each of its actions owner, priority and status; one in review is told.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      const { status } = entry.values;
      if (!entry.legible || (status !== 'published' && status !== 'review')) continue;
      const missing = missingKeys(entry);
      const ofActions = missingOfActions(entry);
      if (status === 'review') {
        const needs = [
          ...(missing.length > 0 ? [named(missing)] : []),
          ...(ofActions.length > 0
            ? [`${named([...new Set(ofActions.flatMap(({ keys }) => keys))])} of its actions`]
            : []),
        ];
        if (needs.length === 0) continue;
        const message = `before it is published it needs ${needs.join(', and ')}`;
        yield hint(entry, ['status'], { rule: this.name, message });
        continue;
      }
      if (missing.length > 0) {
        yield finding(entry, ['status'], {
          rule: this.name,
          message: `a published postmortem needs ${named(missing)}`,
          hint: 'write what is known, or let `status` be review until it is',
        });
      }
      for (const { path, id, keys } of ofActions) {
        yield finding(entry, path, {
          rule: this.name,
          message: `the action \`${id}\` needs ${named(keys)}`,
          ...(keys.includes('owner') && { hint: 'what nobody owns is not done: `owner` is a team' }),
        });
      }
    }
  },
};

function named(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}

function missingKeys({ values, keys }: PostmortemEntry): string[] {
  const isIncident = values.type === undefined || values.type === 'incident';
  const exempt = new Set<string>(isIncident && !values.ongoing ? [] : ['resolved', 'mitigation']);
  return NEEDED.filter((key) => {
    if (exempt.has(key)) return false;
    const value = values[key];
    // What is there and wrong is another rule's matter.
    return Array.isArray(value) ? value.length === 0 : value === undefined && !keys.has(key);
  });
}

/** What is missing of each action, and where the action stands. */
function missingOfActions({ values }: PostmortemEntry): { path: Path; id: string; keys: string[] }[] {
  return (values.actions ?? []).flatMap((action, index) => {
    const keys = NEEDED_OF_ACTIONS.filter((key) => action?.[key] === undefined);
    const path = ['actions', index, ...(action?.id === undefined ? [] : ['id'])];
    return keys.length === 0 ? [] : [{ path, id: action?.id ?? String(index + 1), keys }];
  });
}
