import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { joinsOf } from '../analysis/joins.ts';
import { similarToDraft } from '../analysis/similarity/index.ts';
import type { Archive } from '../archive/archive.ts';
import type { Problem } from '../archive/problem.ts';
import { judgeArchive, readArchive } from '../archive/read.ts';
import { readText } from '../archive/source-text.ts';
import type { Day, Postmortem } from '../model/record.ts';
import { type Summary, summaryMarkdown } from '../reporters/summary.ts';
import type { SimilarIncident } from '../reporters/summary-incident.ts';
import { changedFiles, concernedBy } from './changed-files.ts';
import type { Arguments, Command } from './command.ts';
import { readSettings, SHARED } from './options.ts';
import { type SimilarArchive, similarArchiveOf } from './similar-archive.ts';

/** As many as a reviewer looks at. */
const MOST_SIMILAR = 3;

/** `cairn summary`: what a branch does to the archive, for the comment on its pull request. */
export const summary: Command = {
  usage: 'summary [options]',
  about: [
    'What this branch does to the archive, as Markdown for a comment on its pull request: the problems of each file, and of each',
    'postmortem that is new or changed its durations, the patterns it joins and the three past incidents most like it, with what',
    'fixed each. Text of the files is shown as words: it mentions nobody and holds no link or picture. Of a restricted postmortem',
    'nothing is said but how many errors it has. Exit code: 0; 2 called wrongly. The check decides whether a file is right.',
  ].join('\n'),
  options: {
    content: SHARED.content,
    changed: {
      type: 'string',
      value: 'BASE',
      valueIsOptional: true,
      help: 'the branch or commit that this one is compared with; default: the main branch',
    },
    'as-of': SHARED['as-of'],
  },
  run,
};

async function run({ values }: Arguments): Promise<number> {
  const { contentDir, asOf } = readSettings(values);
  const changed = changedFiles(contentDir, typeof values.changed === 'string' ? values.changed : '');
  const isConcerned = concernedBy(changed, (file) => {
    const source = readText(file, join(contentDir, file));
    return 'text' in source ? source.text : '';
  });
  // The problems are those of the check, which leaves drafts out; the rest speaks of drafts too.
  const { problems } = judgeArchive({ contentDir, base: '/', drafts: false });
  const archive = await readArchive({ contentDir, base: '/', drafts: true });
  const concerned = problems.filter(({ file }) => isConcerned(file));
  process.stdout.write(summaryMarkdown(summaryOf(archive, concerned, changed, asOf)));
  return 0;
}

/** What is to be said of the `changed` files of an archive, with the problems of those they concern. */
function summaryOf(
  archive: Archive,
  problems: readonly Problem[],
  changed: ReadonlySet<string>,
  asOf: Day | undefined,
): Summary {
  const { site, postmortems, causes, factors, services, discretion } = archive;
  const today = asOf ?? Temporal.Now.plainDateISO(site.timezone).toString();
  const searched = similarArchiveOf(archive, today);
  const isQuiet = ({ file }: { file: string }): boolean =>
    discretion.files.has(file) || discretion.finder.find(file).length > 0;
  const quiet = problems.filter(isQuiet);
  const spoken = problems.filter((problem) => !isQuiet(problem));
  const errors = quiet.filter(({ severity }) => severity === 'error').length;
  const faulty = new Set(spoken.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const written = postmortems.filter(({ file }) => changed.has(file));
  const waiting = [...changed].filter((file) => file.startsWith('postmortems/') && faulty.has(file)).sort();
  const restricted = [...changed].filter((file) => discretion.files.has(file));
  return {
    problems: spoken.map(({ message, hint, ...place }) => ({
      ...place,
      message: discretion.finder.redact(message),
      ...(hint !== undefined && { hint: discretion.finder.redact(hint) }),
    })),
    changed: written.length + waiting.length + restricted.length,
    postmortems: written
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .map((postmortem) => ({
        postmortem,
        joins: joinsOf(postmortem, postmortems, site, today),
        similar: similarBefore(postmortem, searched),
      })),
    faulty: waiting,
    restricted: {
      files: new Set([...restricted, ...quiet.map(({ file }) => file)]).size,
      errors,
      hints: quiet.length - errors,
    },
    names: new Map([...services, ...factors, ...causes].map(({ id, name }) => [id, name])),
    zone: site.timezone,
    // A change of the settings could lead every link elsewhere.
    ...(site.url !== undefined && !changed.has('site.yaml') && { siteUrl: site.url }),
  };
}

function similarBefore({ id, started }: Postmortem, { index, sources }: SimilarArchive): SimilarIncident[] {
  const own = sources.find((source) => source.id === id);
  if (!own) return [];
  const byId = new Map(sources.map((source) => [source.id, source.postmortem]));
  const found = similarToDraft(index, own.document, {
    count: MOST_SIMILAR,
    only: (place) => (index.dates[place] ?? '') < started,
  });
  return found.flatMap((one) => {
    const postmortem = byId.get(one.id);
    return postmortem && one.reasons.length > 0 ? [{ ...one, postmortem }] : [];
  });
}
