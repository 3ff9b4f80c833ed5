import { todayIn } from '../../archive/changes/today.ts';
import type { Catalogue } from '../../archive/drafts/catalogue.ts';
import { incidentId } from '../../archive/drafts/incident-id.ts';
import { oneLine } from '../../archive/drafts/one-line.ts';
import { readStarted, type Started, startOf } from '../../archive/drafts/started.ts';
import type { Template } from '../../archive/drafts/template.ts';
import { suitable, type Templates } from '../../archive/drafts/templates.ts';
import { zoneFault } from '../../archive/times/zones.ts';
import type { Day } from '../../model/record.ts';
import { UsageError } from '../command.ts';
import { readGiven } from './options.ts';
import { askServices, askSeverity, askStarted, askTemplate, askTitle } from './questions.ts';
import { type Called, readId } from './record.ts';

/** What is known of an incident before its postmortem is begun, from options and from questions. */
export interface Answers {
  title: string;
  /** The name of the file, and the day that it stands under. */
  id: string;
  day: Day;
  started: Started;
  zone: string;
  severity: string | undefined;
  services: readonly string[];
  template: Template;
  owner: string | undefined;
  type: string | undefined;
}

/** What is said where there is such a file. */
export const WAY_OUT = 'say in the title what tells the two apart, or name the file with --id';

/**
 * Reads the options, and in a terminal asks for what they do not say. What can be wrong is judged before anybody is asked
 * for more. Throws `UsageError`, and `Interrupted`.
 */
export async function gather(
  asked: string | undefined,
  { values, settings, terminal }: Called,
  catalogue: Catalogue,
  templates: Templates,
): Promise<Answers> {
  const { site } = catalogue;
  const given = readGiven(values, catalogue, templates);
  const ownId = readId(values.id);
  const siteZone = zoneFault(site.timezone) ? 'UTC' : site.timezone;
  const zoneFor = (template: Template | undefined): string => given.timezone ?? zoneIn(template) ?? siteZone;
  const today = given.date ?? settings.asOf ?? todayIn(catalogue.files);
  if (given.started !== undefined) readStart(given.started, today, zoneFor(given.template));

  const title = oneLine(asked ?? '') || (await titleFor(terminal));
  // It is asked when it started before it is asked for the template: the time is one of the zone that the question names.
  const zoneAsked = terminal && given.started === undefined ? zoneFor(given.template) : undefined;
  const said = zoneAsked === undefined ? given.started : await askStarted(today, zoneAsked);
  const day = given.date ?? /^\d{4}-\d{2}-\d{2}/.exec(said ?? '')?.[0] ?? today;
  const id = ownId ?? incidentId(day, title);
  const same = catalogue.files.find((file) => file.kind === 'postmortem' && file.id === id);
  if (same) throw new UsageError(`there is ${same.file} already`, WAY_OUT);

  const severity = given.severity ?? (terminal ? await askSeverity(site.severities) : undefined);
  const services = given.services ?? (terminal ? await askServices(catalogue.services) : []);
  const sections = site.severities.find((each) => each.id === severity)?.sections ?? [];
  const usual = suitable(templates, given.type ?? 'incident', sections);
  const template = given.template ?? (terminal ? await askTemplate(templates, usual) : usual);
  const zone = zoneAsked ?? zoneFor(template);
  const started = readStart(said, today, zone);
  return { title, id, day, started, zone, severity, services, template, owner: given.owner, type: given.type };
}

function readStart(said: string | undefined, today: Day, zone: string): Started {
  const started = said ? readStarted(said, today, zone) : startOf(today, zone);
  if ('fault' in started) throw new UsageError(started.fault.message, started.fault.hint);
  return started;
}

async function titleFor(terminal: boolean): Promise<string> {
  if (terminal) return askTitle();
  throw new UsageError('which title?', 'cairn new "Sign-in failed for every customer"');
}

function zoneIn(template: Template | undefined): string | undefined {
  const zone = template?.values.timezone;
  return typeof zone === 'string' && zone !== '' && !zoneFault(zone) ? zone : undefined;
}
