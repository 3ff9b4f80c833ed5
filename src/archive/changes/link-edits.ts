import { posix } from 'node:path';
import { protocolOf } from '../body/links.ts';
import type { Edit } from '../fixes/edits.ts';

/** A file or folder that moves. Paths are below the content folder. */
export interface Move {
  from: string;
  to: string;
}

/** The path of a file once the move is made. */
export function movedPath(file: string, { from, to }: Move): string {
  if (file === from) return to;
  return file.startsWith(`${from}/`) ? to + file.slice(from.length) : file;
}

/** The addresses of links and pictures: in Markdown, in its definitions, in HTML and components. */
const ADDRESS = /(?:\]\([ \t]*<?|\]:[ \t]*<?|\b(?:href|src)\s*=\s*["']?)([^\s<>()"'?#]+)/gi;

/** The same between angle brackets, where blanks may stand. */
const ADDRESS_WITH_BLANKS = /\](?:\(|:)[ \t]*<([^<>\n\r?#]* [^<>\n\r?#]*)/g;

/**
 * The edits that let the relative links and pictures of a stretch of a file lead where they led before a move, be it the move
 * of what they lead to or of the file itself.
 *
 * @param exists true for the paths of what there is to lead to
 */
export function linkEdits(
  raw: string,
  [start, end]: readonly [number, number],
  file: string,
  move: Move,
  exists: (path: string) => boolean,
): Edit[] {
  const own = movedPath(file, move);
  const stretch = raw.slice(start, end);
  return [ADDRESS, ADDRESS_WITH_BLANKS].flatMap((pattern) =>
    [...stretch.matchAll(pattern)].flatMap((match): Edit[] => {
      const address = match[1] as string;
      const target = targetOf(address, file);
      if (target === undefined || !exists(target)) return [];
      const to = movedPath(target, move);
      const text = [address, renamedIn(address, move)].find((one) => targetOf(one, own) === to);
      if (text === address) return [];
      const at = start + match.index + match[0].length - address.length;
      return [
        { start: at, end: at + address.length, text: text ?? addressAnew(address, own, to, pattern === ADDRESS) },
      ];
    }),
  );
}

/** The path that an address in a file leads to; undefined where that is none of this archive. */
function targetOf(address: string, file: string): string | undefined {
  const path = relativePath(address);
  return path === undefined ? undefined : posix.normalize(posix.join(posix.dirname(file), path));
}

/** An address as its author wrote it, with the new name in the place of the old one. */
function renamedIn(address: string, { from, to }: Move): string {
  const names = address.split('/');
  const place = names.lastIndexOf(posix.basename(from));
  return place < 0 ? address : names.with(place, posix.basename(to)).join('/');
}

function addressAnew(address: string, own: string, to: string, isBare: boolean): string {
  const path = posix.relative(posix.dirname(own), to);
  const prefix = address.startsWith('./') && !path.startsWith('../') ? './' : '';
  return prefix + (isBare ? encodeURI(path) : path);
}

function relativePath(address: string): string | undefined {
  if (protocolOf(address) !== undefined || /^[/\\]/.test(address)) return undefined;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The edits that put the new id of a postmortem into the names of its actions (`<id>#A1`) in a stretch of a file. */
export function actionNameEdits(
  raw: string,
  [start, end]: readonly [number, number],
  id: string,
  newId: string,
): Edit[] {
  const names = new RegExp(`(?<![A-Za-z0-9/-])${id}(?=#[A-Za-z0-9])`, 'g');
  return [...raw.slice(start, end).matchAll(names)].map(({ index }) => ({
    start: start + index,
    end: start + index + id.length,
    text: newId,
  }));
}
