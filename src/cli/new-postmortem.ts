import { join } from 'node:path';
import { todayIn } from '../archive/changes/today.ts';
import { exists, readCatalogue } from '../archive/drafts/catalogue.ts';
import { composeDraft, type Known } from '../archive/drafts/compose.ts';
import { incidentId, isSpeltOut } from '../archive/drafts/incident-id.ts';
import { asInline, oneLine } from '../archive/drafts/one-line.ts';
import { readStarted, type Started, startOf } from '../archive/drafts/started.ts';
import type { Template } from '../archive/drafts/template.ts';
import { readTemplates, suitable } from '../archive/drafts/templates.ts';
import { zoneFault } from '../archive/zones.ts';
import type { PostmortemType } from '../model/postmortem.ts';
import { CHECKOUT } from './build-settings.ts';
import { UsageError } from './command.ts';
import { readGiven } from './new-options.ts';
import { askServices, askSeverity, askStarted, askTemplate, askTitle } from './new-questions.ts';
import { type Called, readId, UNSPELT } from './new-record.ts';
import { writeNew } from './write-new.ts';

/** `cairn new "<title>"`: a postmortem as a draft. */
export async function newPostmortem(asked: string | undefined, called: Called): Promise<number> {
  const { values, settings, terminal } = called;
  const { contentDir } = settings;
  const catalogue = readCatalogue(contentDir);
  const templates = readTemplates(join(CHECKOUT, 'src/templates'), catalogue.files);
  const given = readGiven(values, catalogue, templates);
  const ownId = readId(values.id);
  const title = oneLine(asked ?? '') || (await titleFor(terminal));

  const siteZone = zoneFault(catalogue.site.timezone) ? 'UTC' : catalogue.site.timezone;
  const day = given.date ?? settings.asOf ?? todayIn(catalogue.files);
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
    exists: (key, id) => exists(catalogue, key, id),
  });

  const fileDay = given.date ?? started.day;
  const id = ownId ?? incidentId(fileDay, title);
  const wayOut = 'say in the title what tells the two apart, or name the file with --id';
  const same = catalogue.files.find((file) => file.kind === 'postmortem' && file.id === id);
  if (same) throw new UsageError(`there is ${same.file} already`, wayOut);
  if (!isSpeltOut(title) && ownId === undefined) process.stderr.write(UNSPELT);
  if (!catalogue.siteIsValid) process.stderr.write('site.yaml has errors and was left aside. See: npx cairn check\n');
  for (const file of templates.broken)
    process.stderr.write(`${file} has errors and was left aside. See: npx cairn check\n`);
  for (const key of refused) {
    process.stderr.write(`The template's \`${key}\` is not of this archive: it is left as a comment.\n`);
  }
  const file = `postmortems/${fileDay.slice(0, 4)}/${id}.${template.format}`;
  return writeNew({ contentDir, file, text }, { wayOut, next: nextSteps({ id, started, template, zone }, called) });
}

async function titleFor(terminal: boolean): Promise<string> {
  if (terminal) return askTitle();
  throw new UsageError('which title?', 'cairn new "Sign-in failed for every customer"');
}

function zoneIn(template: Template | undefined): string | undefined {
  const zone = template?.values.timezone;
  return typeof zone === 'string' && zone !== '' && !zoneFault(zone) ? zone : undefined;
}

/** A postmortem that was begun. */
interface Begun {
  id: string;
  started: Started;
  template: Template;
  zone: string;
}

/** What is said then: what was taken for granted, and what comes next. */
function nextSteps({ id, started, template, zone }: Begun, { values }: Called): (path: string) => string[] {
  const isAssumed = started.needsZone && values.timezone === undefined;
  const where = typeof values.content === 'string' ? ` --content ${typed(values.content)}` : '';
  const isShown = template.values.visibility !== 'restricted';
  return (path) => [
    ...(started.onlyTheDay ? ['Nobody said when it started: the file has the day, and asks for the time.'] : []),
    ...(isAssumed ? [`Its times are those of ${zone}.`] : []),
    `It is a draft. Fill it in, then:  npx cairn check ${typed(path)}${where}`,
    isShown
      ? `To see it, at /incidents/${id}/:  npx cairn dev${where}`
      : 'It is restricted: no page shows it, no preview either.',
    `For past incidents like it:  npx cairn similar ${typed(path)}${where}`,
    `When it is ready:  npx cairn publish ${id}${where}`,
  ];
}

/** A word as it is typed at a prompt. */
function typed(word: string): string {
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
