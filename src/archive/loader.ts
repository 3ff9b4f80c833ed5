import { relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { Temporal } from 'temporal-polyfill';
import type { BodyNode, Day, RecordBase, RestrictedCount } from '../model/record.ts';
import type { SiteSettings, Synonyms } from '../model/site.ts';
import type { Archive, Tally } from './archive.ts';
import { type Problem, problemLine } from './problem.ts';
import { readArchive } from './read.ts';

/** What a build knows besides its records: the one entry of the `edition` collection. */
export interface Edition {
  site: SiteSettings;
  synonyms: Synonyms;
  restricted: RestrictedCount[];
  tally: Tally;
  /** The day that counts as today. */
  asOf: Day;
}

export interface LoaderSettings {
  contentDir: string;
  base: string;
  drafts: boolean;
  asOf?: Day;
  /** Called with each archive that was read without an error. */
  onRead?: (archive: Archive) => void;
}

/** Thrown by the loaders when files are wrong; the message has one line a problem. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

type Kind = 'edition' | 'postmortems' | 'causes' | 'factors' | 'services' | 'teams' | 'guides';

/**
 * One loader a collection over one reading of the archive. They share it, since a loader that throws would hide the
 * problems of the others' files. Each load replaces the whole store: what a schema now forbids, or a file that is gone,
 * leaves no entry behind.
 */
export function archiveLoaders(settings: LoaderSettings): Record<Kind, Loader> {
  let reading: Promise<Archive> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let refilling = Promise.resolve();
  const fills = new Map<Kind, () => Promise<void>>();

  const read = (): Promise<Archive> => {
    reading ??= readArchive(settings).then((archive) => {
      const errors = archive.problems.filter((problem) => problem.severity === 'error');
      if (errors.length > 0) throw new ArchiveError(archive.problems);
      settings.onRead?.(archive);
      return archive;
    });
    return reading;
  };

  // An editor that saves several files at once means one new reading, not one each. Readings follow each other, so that a slow
  // one never writes over what a later one found.
  const refill = (logger: LoaderContext['logger']): void => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      refilling = refilling.then(async () => {
        reading = undefined;
        try {
          for (const fill of fills.values()) await fill();
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      });
    }, 100);
  };

  const loader = (kind: Kind): Loader => ({
    name: `cairn-${kind}`,
    async load({ store, config, watcher, logger }) {
      const fill = async (): Promise<void> => {
        const entries = entriesOf(kind, await read(), settings);
        store.clear();
        for (const { id, file, ...data } of entries) {
          store.set({
            id,
            data: withImageImports({ id, file, ...data }),
            filePath: relative(fileFolder(config.root), `${settings.contentDir}/${file}`).replaceAll('\\', '/'),
          });
        }
      };
      await fill();
      if (!watcher) return;
      fills.set(kind, fill);
      if (kind !== 'edition') return;
      watcher.add(settings.contentDir);
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher.on(event, (path) => {
          if (!relative(settings.contentDir, path).startsWith('..')) refill(logger);
        });
      }
    },
  });

  return {
    edition: loader('edition'),
    postmortems: loader('postmortems'),
    causes: loader('causes'),
    factors: loader('factors'),
    services: loader('services'),
    teams: loader('teams'),
    guides: loader('guides'),
  };
}

function entriesOf(kind: Kind, archive: Archive, settings: LoaderSettings): RecordBase[] {
  if (kind !== 'edition') return archive[kind];
  const { site, synonyms, restricted, tally } = archive;
  const asOf = settings.asOf ?? Temporal.Now.plainDateISO(site.timezone).toString();
  const edition: RecordBase & Edition = { id: 'edition', file: 'site.yaml', site, synonyms, restricted, tally, asOf };
  return [edition];
}

function fileFolder(url: URL): string {
  return decodeURIComponent(url.pathname);
}

/**
 * Astro turns each string of an entry that starts with `__ASTRO_IMAGE_` into the picture it names. Only the pictures of a
 * body may ask for that, so the mark is put in here and nowhere else.
 */
function withImageImports<T extends RecordBase>(record: T): T {
  const copy = structuredClone(record);
  if ('body' in copy) markPictures((copy.body as { nodes: BodyNode[] }).nodes);
  return copy;
}

function markPictures(nodes: BodyNode[]): void {
  for (const node of nodes) {
    if (node.type === 'picture') node.src = `__ASTRO_IMAGE_${node.src}`;
    if ('children' in node) markPictures(node.children);
  }
}
