import type { Rule } from '../sources.ts';
import { finding, hint } from './finding.ts';

export const closedDay: Rule = {
  name: 'closed-day',
  what: '`closed` belongs to actions that are done or wont-do, and is not before `opened`; without it they count in no figure.',
  *judge({ postmortems }) {
    for (const entry of postmortems) {
      for (const [index, action] of (entry.values.actions ?? []).entries()) {
        if (action?.status === undefined) continue;
        const { status, closed, opened } = action;
        const isOver = status === 'done' || status === 'wont-do';
        if (closed !== undefined && !isOver) {
          yield finding(entry, ['actions', index, 'closed'], {
            rule: this.name,
            message: `an action that is ${status} has no day on which it was closed`,
            hint: 'write status: done, or take `closed` away',
          });
        }
        if (closed === undefined && isOver) {
          yield hint(entry, ['actions', index, 'status'], {
            rule: this.name,
            message: `this action is ${status} and does not say since when, so no figure counts it`,
            hint: 'write closed: and the day',
          });
        }
        if (closed !== undefined && opened !== undefined && closed < opened) {
          yield finding(entry, ['actions', index, 'closed'], {
            rule: this.name,
            message: `it was closed on ${closed}, before it was opened on ${opened}`,
          });
        }
      }
    }
  },
};
