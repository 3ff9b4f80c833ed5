import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { type ContentFile, type FileKind, type Listing, listContent } from '../archive/files.ts';
import { nearestHint } from '../archive/nearest.ts';
import { readText } from '../archive/source-text.ts';
import { UsageError } from './command.ts';

/** A record that a command was asked to change. */
export interface AskedFile {
  record: ContentFile;
  /** Every file of its archive. */
  files: ContentFile[];
}

/**
 * The record of one of `kinds` that `asked` names: by its id, or by the path of its file or folder, from where the command was
 * called or below the content folder. Throws `UsageError` where there is none, or more than one.
 */
export function askedFile(asked: string, contentDir: string, kinds: readonly FileKind[]): AskedFile {
  const listing = listContent(contentDir);
  const { files } = listing;
  const isWanted = ({ kind }: ContentFile): boolean => kinds.includes(kind);
  const path = pathOf(asked, contentDir);
  if (path !== undefined) return { record: fileAt(path, listing, isWanted), files };

  const [record, ...others] = files.filter((file) => isWanted(file) && file.id === asked);
  if (!record) throw unknown(asked, listing, isWanted);
  if (others.length === 0) return { record, files };
  const all = [record, ...others].map(({ file }) => file);
  throw new UsageError(`${asked} is the id of ${all.join(' and ')}`, 'name the file');
}

/** The path below the content folder that `asked` names, if there is anything; an id is none. */
function pathOf(asked: string, contentDir: string): string | undefined {
  if (!/[/\\.]/.test(asked)) return undefined;
  const place = [resolve(asked), resolve(contentDir, asked)].find((path) => existsSync(path));
  if (place === undefined) return undefined;
  const below = relative(realpathSync(contentDir), realpathSync(place)).split(sep).join('/');
  if (below === '' || /^(?:\.\.|\/|[A-Za-z]:)/.test(below)) throw new UsageError(`${asked} is not below ${contentDir}`);
  return statSync(place).isDirectory() ? `${below}/` : below;
}

function fileAt(path: string, { files, problems }: Listing, isWanted: (file: ContentFile) => boolean): ContentFile {
  const isAsked = (file: string): boolean => file === path || /^index\.mdx?$/.test(withoutFolder(file, path));
  const found = files.find(({ file }) => isAsked(file));
  if (found && isWanted(found)) return found;
  const fault = problems.find(({ file }) => file === path);
  throw new UsageError(`${path} is not read${fault ? `: ${fault.message}` : ' as such a record'}`, fault?.hint);
}

function withoutFolder(file: string, folder: string): string {
  return folder.endsWith('/') && file.startsWith(folder) ? file.slice(folder.length) : '';
}

function unknown(asked: string, { files, problems }: Listing, isWanted: (file: ContentFile) => boolean): UsageError {
  const misnamed = problems.find(({ file }) => posix.parse(file).name === asked);
  if (misnamed) return new UsageError(`${misnamed.file} is not read: ${misnamed.message}`, misnamed.hint);
  const ids = files.filter(isWanted).map(({ id }) => id);
  return new UsageError(`there is no record ${asked}`, nearestHint(posix.parse(asked).name, ids));
}

/** The text of a file as it is, with its byte order mark and its own line ends; undefined where it holds none. */
export function rawText({ file, path }: ContentFile): string | undefined {
  return 'text' in readText(file, path) ? readFileSync(path, 'utf8') : undefined;
}
