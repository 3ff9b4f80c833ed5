import { Temporal } from 'temporal-polyfill';
import type { RestrictedCount } from '../model/record.ts';
import { type SiteSettings, type Synonyms, siteSchema } from '../model/site.ts';
import type { Archive, ReadOptions, Tally } from './archive.ts';
import type { Problem } from './problem.ts';
import { toCause, toGuide, toPostmortem, toService, toTeam } from './records.ts';
import type { PostmortemEntry, Sources } from './sources.ts';
import { zoneFault } from './zones.ts';

/** What of an archive a build shows: drafts only where asked for, and of restricted postmortems nothing but a count. */
export function showArchive(sources: Sources, options: ReadOptions, problems: Problem[]): Archive {
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const isRight = ({ file, legible }: { file: string; legible: boolean }): boolean => legible && !wrong.has(file);
  const right = sources.postmortems.filter(isRight);
  const site = settings(sources);
  return {
    site,
    postmortems: right
      .filter(({ absent }) => !absent)
      .map(toPostmortem)
      .sort((a, b) => compare(b.started, a.started) || compare(a.id, b.id)),
    restricted: right
      .filter(({ values }) => values.visibility === 'restricted' && (options.drafts || values.status !== 'draft'))
      .map((entry) => restrictedCount(entry, site))
      .sort((a, b) => compare(a.day, b.day) || compare(a.severity ?? '', b.severity ?? '')),
    causes: sources.causes.filter(isRight).map(toCause),
    factors: sources.factors.filter(isRight).map(toCause),
    services: sources.services.filter(isRight).map(toService),
    teams: sources.teams.filter(isRight).map(toTeam),
    guides: sources.guides.filter(isRight).map(toGuide),
    synonyms: synonyms(sources),
    tally: tally(sources.postmortems),
    problems,
  };
}

function settings({ site }: Sources): SiteSettings {
  const parsed = siteSchema.safeParse(site.values);
  if (!parsed.success) return siteSchema.parse({});
  return zoneFault(parsed.data.timezone) ? { ...parsed.data, timezone: 'UTC' } : parsed.data;
}

function synonyms({ synonyms }: Sources): Synonyms {
  const values = (synonyms?.valid ? synonyms.values : {}) as Record<string, string | string[]>;
  return Object.fromEntries(Object.entries(values).map(([word, same]) => [word, [same].flat()]));
}

function restrictedCount({ moments, values }: PostmortemEntry, { timezone }: SiteSettings): RestrictedCount {
  const day = Temporal.Instant.from(moments.started ?? '')
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString();
  return { day, ...(values.severity && { severity: values.severity }) };
}

function tally(postmortems: readonly PostmortemEntry[]): Tally {
  const count = (isOne: (entry: PostmortemEntry) => boolean): number => postmortems.filter(isOne).length;
  const isRestricted = ({ values }: PostmortemEntry): boolean => values.visibility === 'restricted';
  const open = postmortems.filter((entry) => !isRestricted(entry));
  return {
    files: postmortems.length,
    published: open.filter(({ values }) => values.status === 'published').length,
    review: open.filter(({ values }) => values.status === 'review').length,
    draft: open.filter(({ values }) => values.status === 'draft').length,
    restricted: count(isRestricted),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
