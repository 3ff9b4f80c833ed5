import type { Day } from '../model/record.ts';
import { type MeasuredSet, measuredSet } from './measured.ts';
import { type PeriodUnit, periodKey } from './periods.ts';
import type { Dated } from './population.ts';

/** One incident in a count by period. */
export interface Stone {
  id: string;
  day: Day;
  /** True where its author linked an earlier incident as the same failure. */
  repeats: boolean;
}

/** The incidents of a group in one period; periods without any are not listed. */
export interface GroupPeriod {
  key: string;
  /** The place of this period in `Grouping.periods`, from 0. */
  column: number;
  /** Oldest first. */
  stones: Stone[];
}

/** The incidents that share a cause, a factor, a trigger, a way of detection, a service or a severity. */
export interface Group {
  id: string;
  /** Newest first. */
  incidents: string[];
  count: number;
  /** Of all incidents, 0 to 1. Shares add up to more than 1 where an incident stands in several groups. */
  share: number;
  /** Those of `incidents` that repeat an earlier incident. */
  repeats: string[];
  /** Oldest first. */
  periods: GroupPeriod[];
  /** Their time to resolve. */
  resolve: MeasuredSet;
  /** The day the newest of `incidents` started; absent where there is none. */
  lastSeen?: Day;
  /** Near misses and exercises that share it, newest first: listed, never counted. */
  others: string[];
}

/** The group of `incidents` (newest first) out of `of` in all; `columns` gives the place of each period by its key. */
export function groupOf(
  id: string,
  incidents: readonly Dated[],
  others: string[],
  of: number,
  columns: ReadonlyMap<string, number>,
  unit: PeriodUnit,
): Group {
  const members = incidents.map(
    ({ postmortem, day }): Stone => ({ id: postmortem.id, day, repeats: postmortem.recurrenceOf !== undefined }),
  );
  const lastSeen = members[0]?.day;
  return {
    id,
    incidents: members.map((member) => member.id),
    count: members.length,
    share: of === 0 ? 0 : members.length / of,
    repeats: members.filter(({ repeats }) => repeats).map((member) => member.id),
    periods: [...Map.groupBy(members.toReversed(), ({ day }) => periodKey(day, unit))].map(([key, stones]) => ({
      key,
      column: columns.get(key) as number,
      stones,
    })),
    resolve: measuredSet('resolve', incidents),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    others,
  };
}
