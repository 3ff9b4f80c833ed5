import type { z } from 'zod';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from '../model/catalogue.ts';
import { guideSchema, templateSchema } from '../model/guide.ts';
import { postmortemSchema } from '../model/postmortem.ts';
import { siteSchema, synonymsSchema } from '../model/site.ts';
import type { Archive, JudgedArchive, ReadOptions } from './archive.ts';
import { type CompileEntry, entryCompiler } from './bodies.ts';
import type { BodyContext, CompiledBody } from './body/compile.ts';
import { type Entry, noEntry, readEntry } from './entry.ts';
import { type ContentFile, type FileKind, listContent } from './files.ts';
import { type LinkedFile, linkResolver } from './links.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { RULES } from './rules/table.ts';
import { hideSecrets, secretHider } from './secrets.ts';
import { judgeSources, showArchive } from './show.ts';
import type { PostmortemEntry, Sources } from './sources.ts';
import { compileTexts } from './texts.ts';
import { readMoments } from './times/postmortem-moments.ts';

/**
 * Reads an archive whole: every file, every problem of every file, and the records that a build with these options shows.
 * Throws nothing that an author could have caused.
 */
export async function readArchive(options: ReadOptions): Promise<Archive> {
  // The grammars of all those languages are for what is shown.
  const { codeFigure } = await import('./body/code.ts');
  const { sources, problems, compile } = readSources(options, codeFigure);
  const archive = showArchive(sources, options, compile, problems);
  return { ...archive, problems: inReadingOrder(withoutSecrets(archive.problems, sources)) };
}

/** Judges an archive as `readArchive` does, and makes no records of it: in half the time. */
export function judgeArchive(options: ReadOptions): JudgedArchive {
  const { sources, problems } = readSources(options, undefined);
  const judged = judgeSources(sources, problems);
  return { ...judged, problems: inReadingOrder(withoutSecrets(judged.problems, sources)) };
}

/** Every file, and what is wrong with it by itself or beside the others. */
function readSources(
  options: ReadOptions,
  code: BodyContext['code'],
): { sources: Sources; problems: Problem[]; compile: CompileEntry } {
  const { files, pictures, problems } = listContent(options.contentDir);
  const report = (found: Iterable<Problem>): void => {
    for (const problem of found) problems.push(problem);
  };
  const read = <Values>(kind: FileKind, schema: z.ZodType<Values>): Entry<Values>[] =>
    files
      .filter((file) => file.kind === kind)
      .map((file) => {
        const { entry, problems: found } = readEntry(file, schema);
        report(found);
        return entry;
      });
  const noSite = noEntry({ kind: 'site', id: 'site', file: 'site.yaml', format: 'yaml' }, siteSchema);
  const [site = noSite] = read('site', siteSchema);
  const [synonyms] = read('synonyms', synonymsSchema);
  const written = read('postmortem', postmortemSchema).map((entry) => ({ ...entry, absent: isAbsent(entry, options) }));
  const causes = read('cause', causeSchema);
  const factors = read('factor', factorSchema);
  const services = read('service', serviceSchema);
  const teams = read('team', teamSchema);
  const guides = read('guide', guideSchema);
  const templates = read('template', templateSchema);

  const all = [...written, ...causes, ...factors, ...services, ...teams, ...guides];
  const resolve = linkResolver(linkedFiles(all, files), new Set(pictures), options.base);
  const compile = entryCompiler(resolve, code);
  const withBody = <E extends Entry<unknown>>(entry: E): E & { compiled: CompiledBody } => {
    const compiled = compile(entry);
    report(compiled.problems);
    return { ...entry, compiled };
  };
  const postmortems = written.map((entry): PostmortemEntry => {
    const whole = withBody(entry);
    const { moments, problems: found } = readMoments(entry, whole.compiled.lists.timeline);
    report(found);
    return { ...whole, moments };
  });
  const sources: Sources = {
    site,
    synonyms,
    postmortems,
    causes: causes.map(withBody),
    factors: factors.map(withBody),
    services,
    teams,
    guides: guides.map(withBody),
    templates,
    byId: {
      postmortems: byId(postmortems),
      causes: byId(causes),
      factors: byId(factors),
      services: byId(services),
      teams: byId(teams),
    },
  };
  for (const entry of [site, ...all]) {
    report(compileTexts(entry, { link: (href) => resolve(href, entry.file), lists: false }));
    entry.places.release();
  }
  for (const rule of RULES) report(rule.judge(sources));
  return { sources, problems, compile };
}

/** The problems as they may be printed: a message may quote what is wrong with a line, and a secret in it. */
function withoutSecrets(problems: readonly Problem[], sources: Sources): Problem[] {
  const { site, synonyms, postmortems, causes, factors, services, teams, guides, templates } = sources;
  const entries = [site, synonyms, postmortems, causes, factors, services, teams, guides, templates].flat();
  const withSecret = new Set(problems.filter(({ rule }) => rule === 'secret').map(({ file }) => file));
  const hiders = new Map(
    entries.flatMap((entry) => (entry && withSecret.has(entry.file) ? [[entry.file, secretHider(entry.text)]] : [])),
  );
  return problems.map((problem) => {
    const hide = hiders.get(problem.file) ?? hideSecrets;
    const { message, hint } = problem;
    return { ...problem, message: hide(message), ...(hint !== undefined && { hint: hide(hint) }) };
  });
}

function isAbsent({ values }: Entry<z.output<typeof postmortemSchema>>, { drafts }: ReadOptions): boolean {
  return values.visibility === 'restricted' || (values.status === 'draft' && !drafts);
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
