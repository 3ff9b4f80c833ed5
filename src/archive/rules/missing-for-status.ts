import { postmortemSchema } from '../../model/postmortem.ts';
import { nearMatch } from '../nearest.ts';
import { keysAt } from '../schema-walk.ts';
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

/** The keys of the map at `path` as they are written, and those that were most likely meant: another rule tells what is wrong with them. */
function writtenKeys({ places }: PostmortemEntry, path: Path): ReadonlySet<string> {
  const listed = keysAt(postmortemSchema, path);
  const written = places.keys(path);
  return new Set([...written, ...written.flatMap((key) => nearMatch(key, listed) ?? [])]);
}

function missingKeys(entry: PostmortemEntry): string[] {
  const { values } = entry;
  const isIncident = values.type === undefined || values.type === 'incident';
  const exempt = new Set<string>(isIncident && !values.ongoing ? [] : ['resolved', 'mitigation']);
  const absent = NEEDED.filter((key) => !exempt.has(key) && values[key] === undefined);
  const written = absent.length === 0 ? new Set() : writtenKeys(entry, []);
  // An empty list of services is a list, and says nothing.
  return NEEDED.filter((key) =>
    absent.includes(key) ? !written.has(key) : key === 'services' && values.services?.length === 0,
  );
}

/** What is missing of each action, and where the action stands. */
function missingOfActions(entry: PostmortemEntry): { path: Path; id: string; keys: string[] }[] {
  return (entry.values.actions ?? []).flatMap((action, index) => {
    const absent = NEEDED_OF_ACTIONS.filter((key) => action?.[key] === undefined);
    const written = absent.length === 0 ? new Set() : writtenKeys(entry, ['actions', index]);
    const keys = absent.filter((key) => !written.has(key));
    const path = ['actions', index, ...(action?.id === undefined ? [] : ['id'])];
    return keys.length === 0 ? [] : [{ path, id: action?.id ?? String(index + 1), keys }];
  });
}
