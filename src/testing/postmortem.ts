import type { Action } from '../model/action.ts';
import type { Postmortem } from '../model/record.ts';
import { SILENT_POSTMORTEM } from '../model/silent-postmortem.ts';
import { type SiteSettings, siteSchema } from '../model/site.ts';

/** A published incident of no particular content, with `facts` in place of its own. */
export function postmortem(facts: Partial<Postmortem> = {}): Postmortem {
  const id = facts.id ?? 'an-incident';
  return {
    ...SILENT_POSTMORTEM,
    id,
    file: `postmortems/${id}.md`,
    title: `Title of ${id}`,
    started: '2026-01-01T00:00:00Z',
    ...facts,
  };
}

/** An incident of SEV2 that started on `day` at noon UTC and took `minutes` to resolve. */
export function incident(id: string, day: string, minutes: number, facts: Partial<Postmortem> = {}): Postmortem {
  const started = `${day}T12:00:00Z`;
  return postmortem({ id, severity: 'SEV2', started, resolved: later(started, minutes), ...facts });
}

/** The instant `minutes` after `instant`. */
export function later(instant: string, minutes: number): string {
  return `${new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

/** An open action without dates, with `facts` in place of its own. */
export function action(facts: Partial<Action> = {}): Action {
  return { id: 'A1', what: 'Do it', owner: 'core', priority: 'P1', status: 'open', ...facts };
}

/** The settings of a site that sets nothing but `facts`. */
export function site(facts: Partial<SiteSettings> = {}): SiteSettings {
  return { ...siteSchema.parse({}), ...facts };
}
