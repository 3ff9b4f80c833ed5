import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from '../model/catalogue.ts';
import { guideSchema } from '../model/guide.ts';
import { postmortemSchema } from '../model/postmortem.ts';
import type { RestrictedCount } from '../model/record.ts';
import { type SiteSettings, type Synonyms, siteSchema, synonymsSchema } from '../model/site.ts';
import type { Archive, Discretion, JudgedArchive, ReadOptions, Tally } from './archive.ts';
import type { CompileEntry } from './bodies.ts';
import type { Entry } from './entry.ts';
import { leaveOut } from './left-out.ts';
import { MentionFinder } from './mentions.ts';
import type { Problem } from './problem.ts';
import { toCause, toGuide, toPostmortem, toService, toTeam } from './records.ts';
import { redactCompiled, redactValues } from './redact.ts';
import type { PostmortemEntry, Sources, WithBody } from './sources.ts';
import { zoneFault } from './times/zones.ts';

/** What is wrong with an archive: what was `found` in its files, and what a build takes out of them. */
export function judgeSources(
  sources: Sources,
  found: readonly Problem[],
  finder: MentionFinder = absentFinder(sources),
): JudgedArchive {
  const problems = [...found, ...leaveOut(sources, finder)];
  return {
    site: settings(redactValues(siteSchema, sources.site.values, finder)),
    tally: tally(sources.postmortems),
    problems,
    discretion: discretionOf(sources),
  };
}

/**
 * What of an archive a build shows: drafts only where asked for, and of restricted postmortems nothing but a count. What
 * names one that is left out is taken out of the others, with a hint. Files with errors give no records.
 */
export function showArchive(
  sources: Sources,
  { drafts }: Pick<ReadOptions, 'drafts'>,
  compile: CompileEntry,
  found: readonly Problem[],
): Archive {
  const finder = absentFinder(sources);
  const judged = judgeSources(sources, found, finder);
  const { problems, site } = judged;
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const right = <E extends Entry<unknown>>(entries: readonly E[]): E[] =>
    entries.filter(({ file, legible }) => legible && !wrong.has(file));

  const redact = <E extends Entry<unknown>>(entry: E, schema: z.ZodType): E => ({
    ...entry,
    values: redactValues(schema, entry.values, finder),
  });
  const redactWithBody = <E extends Entry<unknown> & WithBody>(entry: E, schema: z.ZodType): E => {
    const text = finder.redact(entry.body);
    const compiled = text === entry.body ? entry.compiled : compile(entry, text);
    return { ...redact(entry, schema), compiled: redactCompiled(compiled, finder) };
  };

  const postmortems = right(sources.postmortems);
  return {
    ...judged,
    postmortems: postmortems
      .filter(({ absent }) => !absent)
      .map((entry) => toPostmortem(redactWithBody(entry, postmortemSchema)))
      .sort((a, b) => compare(b.started, a.started) || compare(a.id, b.id)),
    restricted: postmortems
      .filter(({ values }) => values.visibility === 'restricted' && (drafts || values.status !== 'draft'))
      .map((entry) => restrictedCount(entry, site))
      .sort((a, b) => compare(a.day, b.day) || compare(a.severity ?? '', b.severity ?? '')),
    causes: right(sources.causes).map((entry) => toCause(redactWithBody(entry, causeSchema))),
    factors: right(sources.factors).map((entry) => toCause(redactWithBody(entry, factorSchema))),
    services: right(sources.services).map((entry) => toService(redact(entry, serviceSchema))),
    teams: right(sources.teams).map((entry) => toTeam(redact(entry, teamSchema))),
    guides: right(sources.guides).map((entry) => toGuide(redactWithBody(entry, guideSchema))),
    synonyms: sources.synonyms?.valid ? synonyms(redact(sources.synonyms, synonymsSchema)) : {},
  };
}

/** `visibility: restricted`, and the slips that keep the schema from seeing it. */
const MEANT_AS_RESTRICTED = /^[ \t]*["']?vis\w*["']?[ \t]*:[ \t]*["']?restr/im;

function discretionOf(sources: Sources): Discretion {
  // What stands where cannot be said of a file that is not legible: then all of it counts.
  const quiet = sources.postmortems.filter(
    ({ values, text, body, legible }) =>
      values.visibility === 'restricted' ||
      MEANT_AS_RESTRICTED.test(legible ? text.slice(0, text.length - body.length) : text),
  );
  const files = new Set(quiet.map(({ file }) => file));
  return { files, finder: finderOf(sources, ({ file }) => files.has(file)) };
}

function absentFinder(sources: Sources): MentionFinder {
  return finderOf(sources, ({ absent }) => absent);
}

function finderOf(
  { postmortems, causes, factors, services, teams, guides }: Sources,
  isHidden: (entry: PostmortemEntry) => boolean,
): MentionFinder {
  const hidden = postmortems.filter(isHidden);
  const shown = [
    ...postmortems.filter((entry) => !isHidden(entry)),
    ...causes,
    ...factors,
    ...services,
    ...teams,
    ...guides,
  ];
  return new MentionFinder(
    hidden.flatMap(({ id, values }) => [id, ...(values.aliases ?? []).flatMap((alias) => alias ?? [])]),
    shown.map(({ id }) => id),
  );
}

function settings(values: Entry<SiteSettings>['values']): SiteSettings {
  const parsed = siteSchema.safeParse(values);
  if (!parsed.success) return siteSchema.parse({});
  return zoneFault(parsed.data.timezone) ? { ...parsed.data, timezone: 'UTC' } : parsed.data;
}

function synonyms({ values }: Entry<Record<string, string | string[]>>): Synonyms {
  const whole = values as Record<string, string | string[]>;
  return Object.fromEntries(Object.entries(whole).map(([word, same]) => [word, [same].flat()]));
}

function restrictedCount({ moments, values }: PostmortemEntry, { timezone }: SiteSettings): RestrictedCount {
  const started = Temporal.Instant.from(moments.started ?? '');
  const day = started.toZonedDateTimeISO(timezone).toPlainDate().toString();
  return { day, ...(values.severity && { severity: values.severity }) };
}

function tally(postmortems: readonly PostmortemEntry[]): Tally {
  const counts: Tally = { files: postmortems.length, published: 0, review: 0, draft: 0, restricted: 0 };
  for (const { values } of postmortems) {
    if (values.visibility === 'restricted') counts.restricted += 1;
    else if (values.status !== undefined) counts[values.status] += 1;
  }
  return counts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
