import { type Catalogue, idsOf } from '../../archive/drafts/catalogue.ts';
import type { Template } from '../../archive/drafts/template.ts';
import type { Templates } from '../../archive/drafts/templates.ts';
import { nearestHint } from '../../archive/nearest.ts';
import { zoneFault } from '../../archive/times/zones.ts';
import { POSTMORTEM_TYPES, type PostmortemType } from '../../model/postmortem.ts';
import type { Day } from '../../model/record.ts';
import { type Arguments, UsageError } from '../command.ts';
import { readDay } from '../options.ts';

/** What the options of `cairn new` say of a postmortem. */
export interface Given {
  template?: Template;
  severity?: string;
  services?: string[];
  started?: string;
  timezone?: string;
  owner?: string;
  type?: PostmortemType;
  date?: Day;
}

/** Reads those options. Throws `UsageError` for what this archive does not have. */
export function readGiven(values: Arguments['values'], catalogue: Catalogue, templates: Templates): Given {
  const said = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const template = said('template');
  const severity = said('severity');
  const services = Array.isArray(values.service) ? values.service.map(String) : undefined;
  const started = said('started');
  const timezone = said('timezone');
  const owner = said('owner');
  const type = said('type');
  const date = readDay(values.date);
  const scale = catalogue.site.severities.map(({ id }) => id);
  const fault = timezone === undefined ? undefined : zoneFault(timezone);
  if (fault) throw new UsageError(fault.message, fault.hint);
  if (started === '') throw new UsageError('--started says no time', 'write it as 2024-03-01T15:30');
  return {
    ...(template !== undefined && { template: templateNamed(template, templates) }),
    ...(severity !== undefined && { severity: known('severity', severity, scale) }),
    ...(services && {
      services: [...new Set(services.map((id) => known('service', id, idsOf(catalogue, 'service'))))],
    }),
    ...(started !== undefined && { started }),
    ...(timezone !== undefined && { timezone }),
    ...(owner !== undefined && { owner: known('team', owner, idsOf(catalogue, 'team')) }),
    ...(type !== undefined && { type: known('type', type, POSTMORTEM_TYPES) as PostmortemType }),
    ...(date !== undefined && { date }),
  };
}

/** The id among `ids` that is meant, capitals aside. */
function known(what: string, id: string, ids: readonly string[]): string {
  const found = ids.find((each) => each === id) ?? ids.find((each) => each.toLowerCase() === id.toLowerCase());
  if (found !== undefined) return found;
  const canBeMade = what === 'service' || what === 'team';
  throw new UsageError(
    `there is no ${what} ${id}`,
    nearestHint(id, ids) ?? (canBeMade ? `write one with: cairn new ${what} "<name>"` : undefined),
  );
}

function templateNamed(id: string, { byId, broken }: Templates): Template {
  const found = byId.get(id);
  if (found) return found;
  const file = broken.find((each) => each.startsWith(`templates/${id}.`));
  if (file) throw new UsageError(`${file} has errors`, 'see them with: cairn check');
  throw new UsageError(`there is no template ${id}`, `one of ${[...byId.keys()].sort().join(', ')}`);
}
