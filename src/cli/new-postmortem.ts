import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Catalogue, idsOf, readCatalogue } from '../archive/drafts/catalogue.ts';
import { composeDraft, type Known } from '../archive/drafts/compose.ts';
import { incidentId, isSpeltOut } from '../archive/drafts/incident-id.ts';
import { asInline, oneLine } from '../archive/drafts/one-line.ts';
import { readStarted, type Started, startOf } from '../archive/drafts/started.ts';
import type { Template } from '../archive/drafts/template.ts';
import { readTemplates, suitable } from '../archive/drafts/templates.ts';
import { zoneFault } from '../archive/zones.ts';
import { type PostmortemType, TRIGGERS } from '../model/postmortem.ts';
import { CHECKOUT } from './build-settings.ts';
import { UsageError } from './command.ts';
import { type Given, readGiven } from './new-options.ts';
import { askServices, askSeverity, askStarted, askTemplate, askTitle } from './new-questions.ts';
import { type Called, readId, UNSPELT } from './new-record.ts';
import { writeNew } from './write-new.ts';

/** `cairn new "<title>"`: a postmortem as a draft. */
export async function newPostmortem(
  asked: string | undefined,
  { values, settings, terminal }: Called,
): Promise<number> {
  const { contentDir } = settings;
  const catalogue = readCatalogue(contentDir);
  const templates = readTemplates(join(CHECKOUT, 'src/templates'), catalogue.files);
  const given = readGiven(values, catalogue, templates);
  const ownId = readId(values.id);
  const title = oneLine(asked ?? '') || (await titleFor(terminal));

  const siteZone = zoneFault(catalogue.site.timezone) ? 'UTC' : catalogue.site.timezone;
  const day = given.date ?? settings.asOf ?? Temporal.Now.plainDateISO(siteZone).toString();
  const zoneFor = (template: Template | undefined): string => given.timezone ?? zoneIn(template) ?? siteZone;
  // It is asked when it started before it is asked for the template: the time is one of the zone that the question names.
  const zoneAsked = terminal && given.started === undefined ? zoneFor(given.template) : undefined;
  const said = zoneAsked === undefined ? given.started : await askStarted(day, zoneAsked);
  const severity = given.severity ?? (terminal ? await askSeverity(catalogue.site.severities) : undefined);
  const services = given.services ?? (terminal ? await askServices(catalogue.services) : []);
  const sections = catalogue.site.severities.find(({ id }) => id === severity)?.sections ?? [];
  const usual = suitable(templates, given.type ?? 'incident', sections);
  const template = given.template ?? (terminal ? await askTemplate(templates, usual) : usual);

  const zone = zoneAsked ?? zoneFor(template);
  const started = said ? readStarted(said, day, zone) : startOf(day, zone);
  if ('fault' in started) throw new UsageError(started.fault.message, started.fault.hint);
  const type = given.type ?? (template.values.type as PostmortemType | undefined) ?? 'incident';
  const timezone = started.needsZone ? zone : given.timezone;
  const known: Known = {
    title: asInline(title),
    started: started.text,
    onlyTheDay: started.onlyTheDay,
    ...(timezone !== undefined && { timezone }),
    ...(severity !== undefined && { severity }),
    ...(services.length > 0 && { services }),
    ...(given.owner !== undefined && { owner: given.owner }),
    ...(given.type !== undefined && { type: given.type }),
  };
  const { text, refused } = composeDraft(template, known, {
    sections: type === 'incident' ? sections : [],
    full: templates.full,
    exists: reference(catalogue),
  });

  const fileDay = given.date ?? started.day;
  const id = ownId ?? incidentId(fileDay, title);
  const wayOut = 'say in the title what tells the two apart, or name the file with --id';
  const same = catalogue.files.find((file) => file.kind === 'postmortem' && file.id === id);
  if (same) throw new UsageError(`there is ${same.file} already`, wayOut);
  if (!isSpeltOut(title) && ownId === undefined) process.stderr.write(UNSPELT);
  for (const file of templates.broken)
    process.stderr.write(`${file} has errors and was left aside. See: npx cairn check\n`);
  for (const key of refused) {
    process.stderr.write(`The template's \`${key}\` is not of this archive: it is left as a comment.\n`);
  }
  const file = `postmortems/${fileDay.slice(0, 4)}/${id}.${template.format}`;
  return writeNew({ contentDir, file, text }, { wayOut, next: (path) => talk(path, id, started, given, zone) });
}

async function titleFor(terminal: boolean): Promise<string> {
  if (terminal) return askTitle();
  throw new UsageError('which title?', 'cairn new "Sign-in failed for every customer"');
}

function zoneIn(template: Template | undefined): string | undefined {
  const zone = template?.values.timezone;
  return typeof zone === 'string' && zone !== '' && !zoneFault(zone) ? zone : undefined;
}

/** Whether what a template refers to is there. */
function reference(catalogue: Catalogue): (key: string, id: string) => boolean {
  const { site } = catalogue;
  const known: Record<string, readonly string[]> = {
    severity: site.severities.map(({ id }) => id),
    trigger: [...TRIGGERS, ...site.triggers],
    services: idsOf(catalogue, 'service'),
    owner: idsOf(catalogue, 'team'),
    actions: idsOf(catalogue, 'team'),
    causes: ['unknown', ...idsOf(catalogue, 'cause')],
    factors: idsOf(catalogue, 'cause', 'factor'),
    related: idsOf(catalogue, 'postmortem'),
    recurrenceOf: idsOf(catalogue, 'postmortem'),
  };
  return (key, id) => known[key]?.includes(id) ?? true;
}

function talk(path: string, id: string, started: Started, given: Given, zone: string): string[] {
  const isAssumed = started.needsZone && given.timezone === undefined;
  return [
    ...(started.onlyTheDay ? ['Nobody said when it started: the file has the day, and asks for the time.'] : []),
    ...(isAssumed ? [`Its times are those of ${zone}.`] : []),
    'It is a draft. Next:',
    `  npx cairn check ${path}    says what is wrong in it`,
    `  npx cairn dev    shows it, at /incidents/${id}/`,
  ];
}
