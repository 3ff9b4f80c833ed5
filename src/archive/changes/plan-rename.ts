import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { causeSchema } from '../../model/catalogue.ts';
import { postmortemSchema } from '../../model/postmortem.ts';
import type { ContentFile, FileKind, Listing } from '../files.ts';
import { type Edit, withEdits } from '../fixes/edits.ts';
import { readText } from '../source-text.ts';
import { textsAt, textsOf } from '../texts.ts';
import { actionNameEdits, linkEdits, type Move, movedPath } from './link-edits.ts';
import { referencesTo } from './references.ts';
import { type YamlChange, yamlEdits } from './yaml-edits.ts';
import { openYaml, type YamlText, yamlNode } from './yaml-text.ts';

/** Everything that a new id changes. Paths are below the content folder, as they are now. */
export interface RenamePlan {
  move: Move;
  /** The edits of each file, and the file as it is. */
  edits: Map<string, { raw: string; edits: Edit[] }>;
  /** Files that name the id, and in which nothing can be changed with certainty. */
  unclear: ContentFile[];
}

/** The kinds of record that keep their former ids, with the order of their keys. */
const WITH_ALIASES: Partial<Record<FileKind, readonly string[]>> = {
  postmortem: Object.keys(postmortemSchema.shape),
  cause: Object.keys(causeSchema.shape),
  factor: Object.keys(causeSchema.shape),
};

/** Finds what has to change for a record to be called `newId`. Writes nothing. */
export function planRename({ files, pictures }: Listing, record: ContentFile, newId: string): RenamePlan {
  const move = moveOf(record, newId);
  const known = new Set([...files.map(({ file }) => file), ...pictures]);
  const plan: RenamePlan = { move, edits: new Map(), unclear: [] };
  for (const file of files) {
    const isMoved = movedPath(file.file, move) !== file.file;
    if (!('text' in readText(file.file, file.path))) {
      if (isMoved) plan.unclear.push(file);
      continue;
    }
    const raw = readFileSync(file.path, 'utf8');
    if (!isMoved && !decoded(raw).includes(record.id)) continue;
    const edits = editsOf(raw, file, { record, newId, move, exists: (path) => known.has(path) });
    if (!edits) plan.unclear.push(file);
    else if (edits.length > 0) plan.edits.set(file.file, { raw, edits });
  }
  return plan;
}

/** An address may have percent signs in it. */
function decoded(text: string): string {
  return text.replace(/%(?:2d|3\d|6[1-9a-f]|7[0-9a])/gi, (code) => decodeURIComponent(code));
}

/** Where a record goes: a file is named by its id, or the folder that it shares with its pictures. */
function moveOf({ file, kind, id }: ContentFile, newId: string): Move {
  const isIndex = kind === 'postmortem' && /^index\.mdx?$/.test(posix.basename(file));
  const from = isIndex ? posix.dirname(file) : file;
  const name = isIndex ? newId : newId + posix.extname(file);
  return { from, to: posix.join(folderFor(posix.dirname(from), id, newId), name) };
}

/** What lies in the folder of the year in its id follows that year. */
function folderFor(folder: string, id: string, newId: string): string {
  const yearIn = (text: string): string | undefined => /^(\d{4})-\d{2}-\d{2}(?:-|$)/.exec(text)?.[1];
  const year = yearIn(newId);
  return year !== undefined && yearIn(id) === posix.basename(folder) ? posix.join(posix.dirname(folder), year) : folder;
}

interface Renaming {
  record: ContentFile;
  newId: string;
  move: Move;
  exists(path: string): boolean;
}

function editsOf(raw: string, file: ContentFile, { record, newId, move, exists }: Renaming): Edit[] | undefined {
  const yaml = openYaml(raw, file.format);
  if (!yaml) return undefined;
  const values: unknown = yaml.values;
  const changes: YamlChange[] = referencesTo(record, values, file.kind).map((path) => ({ set: path, to: newId }));
  if (file.file === record.file) changes.push(...aliasChange(values, record, newId));
  const inYaml = yamlEdits(raw, file.format, changes);
  const stretches = [...textStretches(yaml, values, file.kind), [yaml.bodyStart, raw.length] as const];
  return (
    inYaml && [
      ...inYaml,
      ...stretches.flatMap((stretch) => [
        ...linkEdits(raw, stretch, file.file, move, exists),
        ...(record.kind === 'postmortem' ? actionNameEdits(raw, stretch, record.id, newId) : []),
      ]),
    ]
  );
}

/** The former id becomes an alias; where the new one was an alias before, in its place. */
function aliasChange(values: unknown, { kind, id }: ContentFile, newId: string): YamlChange[] {
  const order = WITH_ALIASES[kind];
  if (!order) return [];
  const former = [...textsAt(values, 'aliases.*')].find(({ text }) => text.toLowerCase() === newId);
  return [former ? { set: former.path, to: id } : { add: id, list: ['aliases'], order }];
}

/** Where the words of a front matter stand: what is inline Markdown, and where the work of an action is tracked. */
function textStretches(yaml: YamlText, values: unknown, kind: FileKind): (readonly [number, number])[] {
  const texts = [...textsOf(kind, values), ...textsAt(values, 'actions.*.ticket')];
  return texts.flatMap(({ path }) => {
    const range = yamlNode(yaml, path)?.range;
    return range ? [[yaml.inFile(range[0]), yaml.inFile(range[1])] as const] : [];
  });
}

/** The new texts of the files of a plan. */
export function textsOfPlan({ edits }: Pick<RenamePlan, 'edits'>): Map<string, string> {
  return new Map([...edits].map(([file, { raw, edits: own }]) => [file, withEdits(raw, own)]));
}
