import { dayIn } from '../analysis/days.ts';
import { durationsOf } from '../analysis/durations.ts';
import { plainText } from '../archive/body/inline.ts';
import type { Cause, Factor, Postmortem } from '../model/record.ts';
import { formatDay, formatDuration } from './format.ts';
import type { Records } from './records.ts';
import { catalogueRecord, incidentRecord, type SearchRecord } from './search-record.ts';
import { synonymsOf } from './search-synonyms.ts';

/** What the search knows of an incident's page beside its text. */
export function searchIncident(postmortem: Postmortem, { site, service, synonyms }: Records): SearchRecord {
  const { mitigate, resolve } = durationsOf(postmortem);
  const day = dayIn(site.timezone, postmortem.started);
  const text = (markdown: string | undefined) => (markdown === undefined ? undefined : plainText(markdown));
  const said = [postmortem.title, postmortem.summary, ...postmortem.signals, postmortem.body.text].join('\n');
  return incidentRecord(postmortem, {
    fixed: text(postmortem.mitigation),
    took: tookOf(postmortem, resolve),
    eased: 'minutes' in mitigate ? formatDuration(mitigate.minutes) : undefined,
    day: formatDay(day),
    year: day.slice(0, 4),
    services: postmortem.services.map((id) => service.get(id)?.name ?? id),
    state: postmortem.status === 'published' ? undefined : `in ${postmortem.status}`,
    summary: text(postmortem.summary),
    synonyms: synonymsOf(said, synonyms),
  });
}

/** What the search knows of the page of a cause or factor. */
export function searchCatalogue(kind: 'cause' | 'factor', entry: Cause | Factor, { synonyms }: Records): SearchRecord {
  const said = [entry.name, entry.summary ?? '', ...entry.aliases, entry.body.text].join('\n');
  return catalogueRecord(kind, entry, synonymsOf(said, synonyms));
}

function tookOf({ type }: Postmortem, resolve: ReturnType<typeof durationsOf>['resolve']): string {
  if (type === 'near-miss') return 'near miss';
  if (type === 'exercise') return 'exercise';
  if ('minutes' in resolve) return `${formatDuration(resolve.minutes)} to resolve`;
  return resolve.absent === 'ongoing' ? 'ongoing' : 'time to resolve not recorded';
}
