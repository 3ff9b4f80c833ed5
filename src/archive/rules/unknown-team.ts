import { nearestHint } from '../nearest.ts';
import type { Rule } from '../sources.ts';
import type { Cited } from './citations.ts';
import { finding } from './finding.ts';

export const unknownTeam: Rule = {
  name: 'unknown-team',
  what: '`owner` of a postmortem or of an action, and `team` of a service, are ids of files in teams/.',
  *judge({ postmortems, services, byId }) {
    const fault = (id: string) => ({
      rule: this.name,
      message: `there is no team \`${id}\``,
      hint: nearestHint(id, byId.teams.keys()) ?? `describe it in teams/${id}.yaml`,
    });
    for (const entry of postmortems) {
      const { owner, actions = [] } = entry.values;
      const owners: Cited[] = owner === undefined ? [] : [{ id: owner, path: ['owner'] }];
      actions.forEach((action, index) => {
        if (action?.owner !== undefined) owners.push({ id: action.owner, path: ['actions', index, 'owner'] });
      });
      for (const { id, path } of owners) {
        if (!byId.teams.has(id)) yield finding(entry, path, fault(id));
      }
    }
    for (const entry of services) {
      const { team } = entry.values;
      if (team !== undefined && !byId.teams.has(team)) yield finding(entry, ['team'], fault(team));
    }
  },
};
