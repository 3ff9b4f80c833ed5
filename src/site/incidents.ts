import { dayIn } from '../analysis/days.ts';
import type { Postmortem } from '../model/record.ts';
import type { Records } from './records.ts';

/** How many incidents stand in the list of the newest; each year's page has all of its own. */
export const NEWEST = 200;

/** The incidents of one year, newest first. */
export interface Year {
  year: string;
  postmortems: Postmortem[];
}

/** Every year with an incident, by the site's calendar, the newest first. */
export function yearsOf({ postmortems, site }: Pick<Records, 'postmortems' | 'site'>): Year[] {
  return [...Map.groupBy(postmortems, ({ started }) => dayIn(site.timezone, started).slice(0, 4))].map(
    ([year, found]) => ({ year, postmortems: found }),
  );
}

/** One select of the form above a list of incidents. */
export interface ListFilter {
  /** The parameter in the address, and the name of the rows' data attribute. */
  name: 'severity' | 'service' | 'cause' | 'kind';
  label: string;
  /** What stands for no choice: `Every service`. */
  every: string;
  options: { value: string; label: string }[];
}

const KINDS = { incident: 'Incidents', 'near-miss': 'Near misses', exercise: 'Exercises' };

/** The filters of a list, each with the values that occur in it. */
export function listFilters(
  postmortems: readonly Postmortem[],
  { site, services, causes }: Pick<Records, 'site' | 'services' | 'causes'>,
): ListFilter[] {
  const severities = new Set(postmortems.map(({ severity }) => severity));
  const used = new Set(postmortems.flatMap((postmortem) => postmortem.services));
  const behind = new Set(postmortems.flatMap((postmortem) => postmortem.causes.map(({ id }) => id)));
  const kinds = new Set(postmortems.map(({ type }) => type));
  const named = (entries: readonly { id: string; name: string }[], ids: ReadonlySet<string>) =>
    entries.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const filters: ListFilter[] = [
    {
      name: 'severity',
      label: 'Severity',
      every: 'Every severity',
      options: site.severities.filter(({ id }) => severities.has(id)).map(({ id }) => ({ value: id, label: id })),
    },
    { name: 'service', label: 'Service', every: 'Every service', options: named(services, used) },
    { name: 'cause', label: 'Root cause', every: 'Every cause', options: named(causes, behind) },
    {
      name: 'kind',
      label: 'Kind',
      every: 'Every kind',
      options: Object.entries(KINDS)
        .filter(([kind]) => kinds.has(kind as Postmortem['type']))
        .map(([value, label]) => ({ value, label })),
    },
  ];
  return filters.filter(({ options }) => options.length > 1);
}

/** The values of one row that its list can be filtered by, as data attributes; several are joined by spaces. */
export function filterValues({
  severity,
  services,
  causes,
  type,
}: Postmortem): Record<`data-${ListFilter['name']}`, string> {
  return {
    'data-severity': severity ?? '',
    'data-service': services.join(' '),
    'data-cause': causes.map(({ id }) => id).join(' '),
    'data-kind': type,
  };
}
