import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Catalogue, idsOf, readCatalogue } from '../archive/drafts/catalogue.ts';
import { editorSchema, type JsonSchema, type Offers, postmortemEditorSchema } from '../archive/editor-schema.ts';
import type { FileKind } from '../archive/files.ts';
import { causeSchema, factorSchema, serviceSchema, teamSchema } from '../model/catalogue.ts';
import { guideSchema, templateSchema } from '../model/guide.ts';
import { postmortemSchema, TRIGGERS } from '../model/postmortem.ts';
import { siteSchema, synonymsSchema } from '../model/site.ts';
import { CHECKOUT } from './build-settings.ts';

/** The folder of the schemas that the YAML files name in their first line. They stand in the repository. */
export const YAML_SCHEMAS = '.vscode/schemas';

/** Where a YAML file of a content folder finds its schema, as seen from that file; nowhere outside of this checkout. */
export function yamlSchemaPath(kind: string, file: string, contentDir: string): string | undefined {
  const path = join(contentDir, file);
  if (relative(CHECKOUT, path).startsWith('..')) return undefined;
  return relative(dirname(path), join(CHECKOUT, YAML_SCHEMAS, `${kind}.schema.json`))
    .split(sep)
    .join('/');
}

/** The schemas of the YAML files, by the name of their file. */
export function yamlSchemas(): Record<string, JsonSchema> {
  const schemas = { service: serviceSchema, team: teamSchema, site: siteSchema, synonyms: synonymsSchema };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, editorSchema(schema)]),
  );
}

/**
 * Writes what editors complete, explain and check the front matter of this checkout's content by: a schema for each kind of
 * file, and the list of the files. It is what Astro's language server looks for; Astro itself would leave drafts and
 * restricted files out, and every file as soon as one of them is wrong. Another content folder than `content/` has none.
 */
export function writeEditorFiles(contentDir: string, checkout: string = CHECKOUT): void {
  if (join(contentDir) !== join(checkout, 'content')) return;
  const folder = join(checkout, '.astro/collections');
  const catalogue = readCatalogue(contentDir);
  const schemas = frontMatterSchemas(catalogue);
  for (const [kind, schema] of Object.entries(schemas))
    write(join(folder, `${collectionOf(kind)}.schema.json`), schema);
  const entries = catalogue.files.flatMap(({ kind, path }) =>
    kind in schemas ? [[decodeURIComponent(pathToFileURL(path).href).toLowerCase(), collectionOf(kind)]] : [],
  );
  write(join(folder, 'collections.json'), {
    collections: Object.keys(schemas).map((kind) => ({ hasSchema: true, name: collectionOf(kind) })),
    entries: Object.fromEntries(entries),
  });
}

/** Writes the schemas that YAML files name. Nothing changes unless the model did. */
export function writeYamlSchemas(checkout: string = CHECKOUT): void {
  for (const [name, schema] of Object.entries(yamlSchemas())) write(join(checkout, YAML_SCHEMAS, name), schema);
}

/** `writeEditorFiles` beside another task, which goes on where nothing can be written. */
export function refreshEditorFiles(contentDir: string): void {
  try {
    writeEditorFiles(contentDir);
  } catch {
    // A folder that cannot be written to has no editor open on it.
  }
}

/** A name that Astro gives to none of its own collections, whose schemas it writes anew with each build. */
function collectionOf(kind: string): string {
  return `cairn-${kind}`;
}

function frontMatterSchemas(catalogue: Catalogue): Partial<Record<FileKind, JsonSchema>> {
  const related: Offers = { related: idsOf(catalogue, 'cause', 'factor') };
  return {
    postmortem: postmortemEditorSchema(postmortemSchema, offersOf(catalogue)),
    cause: editorSchema(causeSchema, related),
    factor: editorSchema(factorSchema, related),
    guide: editorSchema(guideSchema),
    template: editorSchema(templateSchema),
  };
}

/** The ids of an archive, where a postmortem may name them. */
function offersOf(catalogue: Catalogue): Offers {
  const { site } = catalogue;
  const [causes, both] = [idsOf(catalogue, 'cause'), idsOf(catalogue, 'factor', 'cause')];
  const [teams, postmortems] = [idsOf(catalogue, 'team'), idsOf(catalogue, 'postmortem')];
  return {
    severity: site.severities.map(({ id }) => id),
    trigger: [...TRIGGERS, ...site.triggers],
    services: idsOf(catalogue, 'service'),
    owner: teams,
    causes,
    'causes.id': causes,
    factors: both,
    'factors.id': both,
    'causeChain.cause': causes,
    'actions.owner': teams,
    'actions.addresses': both,
    related: postmortems,
    recurrenceOf: postmortems,
  };
}

/** Editors read a file anew when it is written: one that would stay the same is left alone. */
function write(file: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // There is none yet.
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
