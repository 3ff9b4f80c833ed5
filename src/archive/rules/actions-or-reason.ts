import type { Rule } from '../sources.ts';
import { hint } from './finding.ts';

export const actionsOrReason: Rule = {
  name: 'actions-or-reason',
  what: 'A published postmortem has actions, or `noActions` says why nothing needs to be done.',
  *judge({ postmortems, site }) {
    const asksForActions = new Set(
      site.values.severities?.flatMap((one) => (one?.sections?.includes('actions') ? one.id : [])),
    );
    for (const { values, keys, legible, ...entry } of postmortems) {
      if (!legible || values.status !== 'published' || values.ongoing) continue;
      if (keys.has('noActions') || (keys.has('actions') && values.actions?.length !== 0)) continue;
      // A severity that must have actions says so itself.
      if (values.type === 'incident' && asksForActions.has(values.severity)) continue;
      yield hint(entry, [keys.has('actions') ? 'actions' : 'status'], {
        rule: this.name,
        message: 'a published postmortem has `actions`, or a `noActions` that says why it has none',
        hint: 'list what will be different, or write why nothing needs to be',
      });
    }
  },
};
