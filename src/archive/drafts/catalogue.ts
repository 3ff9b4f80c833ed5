import { serviceSchema } from '../../model/catalogue.ts';
import { TRIGGERS } from '../../model/postmortem.ts';
import { type SiteSettings, siteSchema } from '../../model/site.ts';
import { noEntry, readEntry } from '../entry.ts';
import { type ContentFile, type FileKind, listContent } from '../files.ts';

/** What of an archive a new file has to go with. Of postmortems, causes and the like only the files are known, not what they say. */
export interface Catalogue {
  site: SiteSettings;
  /** False where site.yaml has errors: what is wrong in it has its default. */
  siteIsValid: boolean;
  services: { id: string; name: string }[];
  files: ContentFile[];
}

/** Reads what a new file has to go with. */
export function readCatalogue(contentDir: string): Catalogue {
  const { files } = listContent(contentDir);
  const siteFile = files.find(({ kind }) => kind === 'site');
  const entry = siteFile && readEntry(siteFile, siteSchema).entry;
  const values = entry?.valid
    ? entry.values
    : noEntry({ kind: 'site', id: 'site', file: '', format: 'yaml' }, siteSchema).values;
  return {
    site: values as SiteSettings,
    siteIsValid: entry?.valid ?? true,
    services: files
      .filter(({ kind }) => kind === 'service')
      .map((file) => ({ id: file.id, name: readEntry(file, serviceSchema).entry.values.name ?? file.id })),
    files,
  };
}

/** The ids of the files of some kinds. */
export function idsOf({ files }: Pick<Catalogue, 'files'>, ...kinds: FileKind[]): string[] {
  return files.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}

/** True unless `key` of a postmortem refers to something by its id, and there is none of this id. */
export function exists(catalogue: Catalogue, key: string, id: string): boolean {
  const { site } = catalogue;
  const known = new Map<string, readonly string[]>([
    ['severity', site.severities.map((severity) => severity.id)],
    ['trigger', [...TRIGGERS, ...site.triggers]],
    ['services', idsOf(catalogue, 'service')],
    ['owner', idsOf(catalogue, 'team')],
    ['actions', idsOf(catalogue, 'team')],
    ['causes', ['unknown', ...idsOf(catalogue, 'cause')]],
    ['factors', idsOf(catalogue, 'cause', 'factor')],
    ['related', idsOf(catalogue, 'postmortem')],
    ['recurrenceOf', idsOf(catalogue, 'postmortem')],
  ]);
  return known.get(key)?.includes(id) ?? true;
}
