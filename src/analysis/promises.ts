import type { Day } from '../model/record.ts';
import type { ActionFacts } from './action-facts.ts';
import type { Actions } from './actions.ts';
import { addDays } from './days.ts';

/** How many promises were kept: of the actions whose due day has passed, those done by it. Names, so that each can be linked. */
export interface Promises {
  /** The first and the last due day that is looked at. */
  from?: Day;
  until: Day;
  /** How many were due: the sum of the three lists. */
  due: number;
  doneByDate: string[];
  doneLate: string[];
  stillOpen: string[];
  /** Not counted, and why: decided against; done, but nobody recorded when. */
  declined: string[];
  closedUndated: string[];
}

/**
 * Whether actions that fell due from `from` (or ever) to the day before `asOf` were done by their date. An action counts once
 * its day is past; proposed and undated actions promised no day and are not looked at.
 */
export function promisesOf(actions: Actions, from?: Day): Promises {
  const { asOf } = actions;
  const wasDue = ({ due }: ActionFacts): boolean =>
    due !== undefined && due.day < asOf && (from === undefined || due.day >= from);
  const names = (of: readonly ActionFacts[]): string[] => of.map(({ name }) => name);

  const done = actions.done.filter(wasDue);
  const recorded = done.filter(({ closed }) => closed);
  const doneByDate = names(recorded.filter(({ closed }) => closed?.inTime));
  const doneLate = names(recorded.filter(({ closed }) => !closed?.inTime));
  const stillOpen = names(actions.late.filter(wasDue));
  return {
    ...(from === undefined ? {} : { from }),
    until: addDays(asOf, -1),
    due: doneByDate.length + doneLate.length + stillOpen.length,
    doneByDate,
    doneLate,
    stillOpen,
    declined: names(actions.declined.filter(wasDue)),
    closedUndated: names(done.filter(({ closed }) => !closed)),
  };
}
