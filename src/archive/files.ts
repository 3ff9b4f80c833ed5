import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isId, toId } from '../model/id.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** The folders of a content folder, and what a file in each of them is. */
const FOLDERS = {
  postmortems: 'postmortem',
  causes: 'cause',
  factors: 'factor',
  services: 'service',
  teams: 'team',
  guides: 'guide',
  templates: 'template',
} as const;

/** What an archive may begin with: one of these stands in its content folder. */
export const PARTS_OF_ARCHIVE: ReadonlySet<string> = new Set([...Object.keys(FOLDERS), 'site.yaml']);

export type FileKind = (typeof FOLDERS)[keyof typeof FOLDERS] | 'site' | 'synonyms';

/** A file that holds a record or settings. */
export interface ContentFile {
  kind: FileKind;
  id: string;
  /** Path below the content folder, with `/`. */
  file: string;
  /** Absolute path. */
  path: string;
  format: 'md' | 'mdx' | 'yaml';
}

export interface Listing {
  files: ContentFile[];
  /** Pictures, as paths below the content folder. */
  pictures: string[];
  problems: Problem[];
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const README = /^readme(?:\.[a-z]+)?$/i;

/** A file that is named by its folder, which it shares with its pictures. */
const INDEX = /^index\.mdx?$/;

/**
 * Every file of a content folder, in the order of their paths. Names that start with a dot are not looked at, nor is a
 * README, which speaks to readers of the repository. A symbolic link is a problem and is not followed: it may lead round in
 * a circle, or out of the folder to what nobody means to publish.
 */
export function listContent(contentDir: string): Listing {
  const listing: Listing = { files: [], pictures: [], problems: [] };
  let root: string;
  try {
    root = realpathSync(contentDir);
  } catch {
    listing.problems.push({
      file: '.',
      rule: 'content-folder',
      severity: 'error',
      message: `there is no folder ${contentDir}`,
      hint: 'name the content folder with --content',
    });
    return listing;
  }
  walk(root, '', listing);
  listing.problems.push(...nestedRecords(listing.files));
  return listing;
}

function walk(root: string, folder: string, listing: Listing): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    listing.problems.push(unreadable(folder || '.', error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = posix.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) walk(root, file, listing);
    else if (entry.isSymbolicLink()) listing.problems.push(symbolicLink(file));
    else if (entry.isFile()) sort(root, file, listing);
    else listing.problems.push(unreadable(file, new Error('it is neither a file nor a folder')));
  }
}

function sort(root: string, file: string, listing: Listing): void {
  const name = posix.basename(file);
  if (README.test(name)) return;
  if (PICTURE.test(name)) {
    listing.pictures.push(file);
    return;
  }
  const found = identify(file);
  if ('rule' in found) listing.problems.push(found);
  else listing.files.push({ ...found, file, path: join(root, file) });
}

type Identity = Pick<ContentFile, 'kind' | 'id' | 'format'>;

function identify(file: string): Identity | Problem {
  const [top = '', ...rest] = file.split('/');
  const name = rest.at(-1) ?? top;
  if (rest.length === 0) {
    if (top === 'site.yaml') return { kind: 'site', id: 'site', format: 'yaml' };
    if (top === 'synonyms.yaml') return { kind: 'synonyms', id: 'synonyms', format: 'yaml' };
    return strayFile(file);
  }
  const kind = (FOLDERS as Record<string, (typeof FOLDERS)[keyof typeof FOLDERS]>)[top];
  if (!kind) return wrongFolder(file, top);
  const formats = kind === 'service' || kind === 'team' ? ['yaml'] : ['mdx', 'md'];
  const extension = extname(name).slice(1);
  if (!formats.includes(extension)) return wrongExtension(file, formats);
  const format = extension as ContentFile['format'];
  if (kind !== 'postmortem' && rest.length > 1) {
    return problem('wrong-folder', file, `files of ${top}/ stand in that folder itself`, `move it to ${top}/${name}`);
  }

  const isIndex = INDEX.test(name) && kind === 'postmortem';
  const id = isIndex ? (rest.at(-2) ?? '') : name.slice(0, -extension.length - 1);
  if (isIndex && rest.length === 1) {
    return problem(
      'file-name',
      file,
      'an index file takes its id from the folder that it shares with its pictures',
      `move it to a folder of its own, such as ${top}/2024-03-01-what-broke/${name}`,
    );
  }
  if (!isId(id)) {
    const better = toId(id);
    const what = isIndex ? 'folder' : 'file';
    return problem(
      'file-name',
      file,
      `the name of the ${what} is the id: lower-case words and digits joined by hyphens, at most 80 characters`,
      better === ''
        ? `name it after its day and what broke, such as 2024-03-01-what-broke.${format}`
        : `rename it to ${isIndex ? `${better}/${name}` : `${better}.${format}`}`,
    );
  }
  return { kind, id, format };
}

function strayFile(file: string): Problem {
  const known = ['site.yaml', 'synonyms.yaml'];
  const stem = file.slice(0, file.length - extname(file).length);
  const meant = known.find((name) => name === `${stem}.yaml`);
  if (meant) return problem('wrong-extension', file, 'settings are read from .yaml', `rename it to ${meant}`);
  if (/\.mdx?$/.test(file)) {
    return problem('wrong-folder', file, 'a record stands in a folder', `move it to postmortems/${file}`);
  }
  return problem(
    'wrong-folder',
    file,
    `nothing is read from this place but ${known.join(' and ')}`,
    /\.ya?ml$/.test(file) ? `rename it to ${nearest(file, known)}` : 'move it out of the content folder',
  );
}

function wrongFolder(file: string, top: string): Problem {
  const folders = Object.keys(FOLDERS);
  const near = nearest(top, folders) ?? '';
  const isNear = distance(top.toLowerCase(), near) * 2 < near.length;
  return problem(
    'wrong-folder',
    file,
    `nothing is read from ${top}/: the folders are ${folders.join(', ')}`,
    isNear ? `rename it to ${near}/` : `a postmortem stands in postmortems/, at any depth`,
  );
}

function wrongExtension(file: string, formats: string[]): Problem {
  const name = posix.basename(file);
  const stem = name.slice(0, name.length - extname(name).length);
  const better = `${toId(stem) || stem}.${formats.at(-1)}`;
  return problem(
    'wrong-extension',
    file,
    `files of ${file.split('/')[0]}/ end in ${formats.map((format) => `.${format}`).join(' or ')}`,
    `rename it to ${better}, or move it out of the content folder`,
  );
}

/** A folder with an index file belongs to that record: another record in it would carry its name in its own path. */
function nestedRecords(files: readonly ContentFile[]): Problem[] {
  const owned = new Set(
    files.filter(({ file }) => INDEX.test(posix.basename(file))).map(({ file }) => posix.dirname(file)),
  );
  return files.flatMap(({ file, kind }) => {
    if (kind !== 'postmortem') return [];
    const own = INDEX.test(posix.basename(file)) ? posix.dirname(posix.dirname(file)) : posix.dirname(file);
    for (let folder = own; folder !== '.'; folder = posix.dirname(folder)) {
      if (!owned.has(folder)) continue;
      const away = posix.join(posix.dirname(folder), posix.relative(folder, file));
      const message = `${folder}/ belongs to its index file: beside that it holds pictures alone`;
      return [problem('wrong-folder', file, message, `move it to ${away}`)];
    }
    return [];
  });
}

function symbolicLink(file: string): Problem {
  return problem('symbolic-link', file, 'a symbolic link is not followed', 'put the file itself here');
}

function unreadable(file: string, error: unknown): Problem {
  return problem('unreadable-file', file, `it cannot be read: ${reasonOf(error)}`);
}

/** Why a file could not be read, without the path that Node puts into its messages. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

function problem(rule: string, file: string, message: string, hint?: string): Problem {
  return { file, rule, severity: 'error', message, ...(hint && { hint }) };
}
