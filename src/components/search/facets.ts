import type { Postmortem } from '../../model/record.ts';
import type { SiteSettings } from '../../model/site.ts';
import { SEARCH_KINDS } from '../../site/search-record.ts';

/** A facet of the search page: its name is that of the filter and of the parameter in the address. */
export interface Facet {
  name: string;
  label: string;
  values: { value: string; label: string }[];
}

interface Named {
  id: string;
  name: string;
}

/** The facets of an archive, each with the values that its records can have, under their names. */
export function searchFacets(records: {
  site: SiteSettings;
  postmortems: readonly Postmortem[];
  causes: readonly Named[];
  factors: readonly Named[];
  services: readonly Named[];
  teams: readonly Named[];
  /** The year an incident started in, in the site's zone. */
  yearOf: (postmortem: Postmortem) => string;
}): Facet[] {
  const named = (entries: readonly Named[]) => entries.map(({ id, name }) => ({ value: id, label: name }));
  const years = [...new Set(records.postmortems.map(records.yearOf))].sort().reverse();
  return [
    { name: 'kind', label: 'Kind', values: named(Object.entries(SEARCH_KINDS).map(([id, name]) => ({ id, name }))) },
    { name: 'severity', label: 'Severity', values: named(records.site.severities.map(({ id }) => ({ id, name: id }))) },
    { name: 'service', label: 'Service', values: named(records.services) },
    { name: 'cause', label: 'Root cause', values: named(records.causes) },
    // An incident may name a cause among its contributing factors.
    { name: 'factor', label: 'Contributing factor', values: named([...records.factors, ...records.causes]) },
    { name: 'team', label: 'Team', values: named(records.teams) },
    { name: 'year', label: 'Year', values: named(years.map((year) => ({ id: year, name: year }))) },
  ].filter(({ values }) => values.length > 0);
}
