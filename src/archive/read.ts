import type { z } from 'zod';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from '../model/catalogue.ts';
import { guideSchema, templateSchema } from '../model/guide.ts';
import { postmortemSchema } from '../model/postmortem.ts';
import { siteSchema, synonymsSchema } from '../model/site.ts';
import type { Archive, ReadOptions } from './archive.ts';
import { type CompiledBody, compileBody } from './body/compile.ts';
import { type Entry, noEntry, readEntry } from './entry.ts';
import { type ContentFile, type FileKind, listContent } from './files.ts';
import { type LinkedFile, type LinkResolver, linkResolver } from './links.ts';
import { readMoments } from './postmortem-moments.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { RULES } from './rules/table.ts';
import { showArchive } from './show.ts';
import type { PostmortemEntry, Sources } from './sources.ts';
import { compileTexts } from './texts.ts';

/**
 * Reads an archive whole: every file, every problem of every file, and the records that a build with these options shows.
 * Throws nothing that an author could have caused.
 */
export async function readArchive(options: ReadOptions): Promise<Archive> {
  const { files, pictures, problems } = listContent(options.contentDir);
  const sources = readSources(files, new Set(pictures), options, problems);
  for (const rule of RULES) problems.push(...rule.judge(sources));
  const archive = showArchive(sources, options, problems);
  return { ...archive, problems: inReadingOrder(archive.problems) };
}

function readSources(
  files: ContentFile[],
  pictures: ReadonlySet<string>,
  options: ReadOptions,
  problems: Problem[],
): Sources {
  const read = <Values>(kind: FileKind, schema: z.ZodType<Values>): Entry<Values>[] =>
    files
      .filter((file) => file.kind === kind)
      .map((file) => {
        const { entry, problems: found } = readEntry(file, schema);
        problems.push(...found);
        return entry;
      });

  const [site = noEntry({ kind: 'site', id: 'site', file: 'site.yaml', format: 'yaml' }, siteSchema)] = read(
    'site',
    siteSchema,
  );
  const [synonyms] = read('synonyms', synonymsSchema);
  const postmortems = read('postmortem', postmortemSchema).map((entry) => ({
    ...entry,
    absent: isAbsent(entry, options),
  }));
  const causes = read('cause', causeSchema);
  const factors = read('factor', factorSchema);
  const services = read('service', serviceSchema);
  const teams = read('team', teamSchema);
  const guides = read('guide', guideSchema);
  const templates = read('template', templateSchema);

  const all = [...postmortems, ...causes, ...factors, ...services, ...teams, ...guides];
  const resolve = linkResolver(linkedFiles(all, files), pictures, options.base);
  const compile = <E extends Entry<unknown>>(entry: E): E & { compiled: CompiledBody } => {
    const compiled = compileEntry(entry, resolve);
    problems.push(...compiled.problems);
    return { ...entry, compiled };
  };
  const settle = (entry: Entry<unknown>): void => {
    problems.push(...compileTexts(entry, { link: (href) => resolve(href, entry.file), lists: false }));
    entry.places.release();
  };

  const compiledPostmortems = postmortems.map((entry): PostmortemEntry => {
    const compiled = compile(entry);
    const { moments, problems: found } = readMoments(entry, compiled.compiled.lists.timeline);
    problems.push(...found);
    return { ...compiled, moments };
  });
  const sources = {
    site,
    synonyms,
    postmortems: compiledPostmortems,
    causes: causes.map(compile),
    factors: factors.map(compile),
    services,
    teams,
    guides: guides.map(compile),
    templates,
  };
  for (const entry of [site, ...all]) settle(entry);
  return {
    ...sources,
    byId: {
      postmortems: byId(sources.postmortems),
      causes: byId(causes),
      factors: byId(factors),
      services: byId(services),
      teams: byId(teams),
    },
  };
}

function isAbsent({ values }: Entry<z.output<typeof postmortemSchema>>, { drafts }: ReadOptions): boolean {
  return values.visibility === 'restricted' || (values.status === 'draft' && !drafts);
}

function compileEntry(entry: Entry<unknown>, resolve: LinkResolver): CompiledBody {
  const { file, path, format, body, bodyLine, kind } = entry;
  return compileBody(
    { file, path, format: format === 'mdx' ? 'mdx' : 'md', text: body, line: bodyLine },
    { link: (href) => resolve(href, file), lists: kind === 'postmortem' },
  );
}

function linkedFiles(
  entries: readonly (Entry<unknown> & { absent?: boolean })[],
  files: readonly ContentFile[],
): Map<string, LinkedFile> {
  const linked = new Map<string, LinkedFile>(
    files.map(({ file, kind, id }) => [file, { kind, id, absent: false, actions: [] }]),
  );
  for (const { file, kind, id, absent = false, values } of entries) {
    const { actions = [] } = values as { actions?: ({ id?: string } | undefined)[] };
    const ids = actions.flatMap((action) => action?.id ?? []);
    linked.set(file, { kind, id, absent, actions: ids });
  }
  return linked;
}

function byId<E extends { id: string }>(entries: readonly E[]): Map<string, E> {
  const map = new Map<string, E>();
  for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}
