import { join } from 'node:path';
import { exists, readCatalogue } from '../../archive/drafts/catalogue.ts';
import { composeDraft } from '../../archive/drafts/compose.ts';
import { isSpeltOut } from '../../archive/drafts/incident-id.ts';
import { asInline } from '../../archive/drafts/one-line.ts';
import { readTemplates } from '../../archive/drafts/templates.ts';
import { CHECKOUT } from '../build-settings.ts';
import { type Answers, gather, WAY_OUT } from './answers.ts';
import { type Called, UNSPELT } from './record.ts';
import { writeNew } from './write.ts';

/** `cairn new "<title>"`: a postmortem as a draft. */
export async function newPostmortem(asked: string | undefined, called: Called): Promise<number> {
  const { contentDir } = called.settings;
  const catalogue = readCatalogue(contentDir);
  const templates = readTemplates(join(CHECKOUT, 'src/templates'), catalogue.files);
  const answers = await gather(asked, called, catalogue, templates);
  const { title, id, day, started, zone, severity, services, template, owner } = answers;
  const type = answers.type ?? template.values.type ?? 'incident';
  const timezone = started.needsZone ? zone : called.values.timezone;
  const { text, refused } = composeDraft(
    template,
    {
      title: asInline(title),
      started: started.text,
      onlyTheDay: started.onlyTheDay,
      ...(typeof timezone === 'string' && { timezone }),
      ...(severity !== undefined && { severity }),
      ...(services.length > 0 && { services }),
      ...(owner !== undefined && { owner }),
      ...(answers.type !== undefined && { type: answers.type }),
    },
    {
      sections:
        type === 'incident' ? (catalogue.site.severities.find((each) => each.id === severity)?.sections ?? []) : [],
      full: templates.full,
      exists: (key, reference) => exists(catalogue, key, reference),
    },
  );
  const leftAside = [...(catalogue.siteIsValid ? [] : ['site.yaml']), ...templates.broken];
  const notes = [
    ...(isSpeltOut(title) || called.values.id !== undefined ? [] : [UNSPELT]),
    ...leftAside.map((file) => `${file} has errors and was left aside. See: npx cairn check`),
    ...refused.map((key) => `The template's \`${key}\` is not of this archive: it is left as a comment.`),
  ];
  for (const note of notes) process.stderr.write(`${note}\n`);
  const file = `postmortems/${day.slice(0, 4)}/${id}.${template.format}`;
  return writeNew({ contentDir, file, text }, { wayOut: WAY_OUT, next: nextSteps(answers, called) });
}

/** What is said then: what was taken for granted, and what comes next. */
function nextSteps({ id, started, template, zone }: Answers, { values }: Called): (path: string) => string[] {
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
