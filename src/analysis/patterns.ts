import type { Postmortem } from '../model/record.ts';
import type { Group } from './group.ts';
import { type Belonging, type Grouping, type GroupingOptions, groupBy } from './groups.ts';
import type { Standpoint } from './population.ts';

const ofCauses: Belonging = ({ causes, causesUnknown }) => (causesUnknown ? 'unknown' : causes.map(({ id }) => id));
const ofTrigger: Belonging = ({ trigger }) =>
  trigger === 'unknown' ? 'unknown' : trigger === undefined ? [] : [trigger];

/** By root cause; `known` are the ids of causes/. */
export function byCause(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ofCauses, standpoint, options);
}

/** By contributing factor; `known` are the ids of factors/. A cause can be a factor of another incident. */
export function byFactor(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ({ factors }) => factors.map(({ id }) => id), standpoint, options);
}

/** By what set them off. */
export function byTrigger(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ofTrigger, standpoint, options);
}

/** By who or what noticed. */
export function byDetection(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ({ detection }) => (detection ? [detection.by] : []), standpoint, options);
}

/** By affected service; `known` are the ids of services/. */
export function byService(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ({ services }) => services, standpoint, options);
}

/** By the team that keeps the postmortem; `known` are the ids of teams/. */
export function byTeam(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ({ owner }) => (owner === undefined ? [] : [owner]), standpoint, options);
}

/** By severity; its counts leave restricted incidents out, those of `severityCountsOf` do not. */
export function bySeverity(
  postmortems: readonly Postmortem[],
  standpoint: Standpoint,
  options?: GroupingOptions,
): Grouping {
  return groupBy(postmortems, ({ severity }) => (severity === undefined ? [] : [severity]), standpoint, options);
}

/** The groups that came back: two incidents or more; at most `limit` of them. */
export function comingBack({ groups }: Grouping, limit = Number.POSITIVE_INFINITY): Group[] {
  return groups.filter(({ count }) => count >= 2).slice(0, limit);
}

/** The group of `id`; undefined where nothing names it. */
export function groupNamed({ groups }: Grouping, id: string): Group | undefined {
  return groups.find((group) => group.id === id);
}
