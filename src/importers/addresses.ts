import { join, posix } from 'node:path';
import { findPicture } from '../archive/body/picture-file.ts';
import type { AddressFate } from './inline.ts';

/** What an archive holds that can be linked to. */
export interface LinkTargets {
  /** Absolute path of the archive. */
  folder: string;
  /** Files that become records, by path below the archive. */
  records: ReadonlySet<string>;
  /** Pictures, by path below the archive. */
  pictures: ReadonlySet<string>;
}

/** Pictures that a record takes along: path below the archive, by its new name beside the record. */
export type Pictures = Map<string, string>;

/** Stands in a text for a link to another record until it is known where that will stand. */
export const LINK_MARK = /cairn-link-([0-9a-f]+)\.md/g;

export function linkMark(file: string): string {
  return `cairn-link-${Buffer.from(file, 'utf8').toString('hex')}.md`;
}

/** Says of every address in `file` what it leads to now. Pictures that come along are gathered in `pictures`. */
export function addressFate(file: string, targets: LinkTargets, pictures: Pictures): AddressFate {
  const folder = posix.dirname(file);
  return (url, kind) => {
    if (/^(?:https?:|mailto:)/i.test(url)) return /^https?:/i.test(url) && !URL.canParse(url) ? undefined : url;
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.trim() === '') return undefined;
    if (url.startsWith('#')) return kind === 'link' ? url : undefined;
    const [path = '', fragment] = url.split('#', 2);
    const plain = decode(path.replace(/\?.*$/, ''));
    const places = plain.startsWith('/') ? [plain.slice(1)] : [posix.join(folder, plain)];
    for (const place of places.map((one) => posix.normalize(one).replace(/\/$/, ''))) {
      if (kind === 'picture') {
        const name = targets.pictures.has(place) ? pictureName(place, targets, pictures) : undefined;
        if (name !== undefined) return `./${name}`;
        continue;
      }
      const found = [
        place,
        `${place}.md`,
        `${place}.mdx`,
        `${place}/index.md`,
        `${place}/README.md`,
        place.replace(/\.html?$/, '.md'),
      ].find((one) => targets.records.has(one));
      if (found !== undefined) return `${linkMark(found)}${fragment === undefined ? '' : ''}`;
    }
    return undefined;
  };
}

/** The name of a picture beside its record; undefined where the archive would refuse it. */
function pictureName(place: string, { folder }: LinkTargets, pictures: Pictures): string | undefined {
  for (const [name, from] of pictures) if (from === place) return name;
  const judged = findPicture(posix.basename(place), {
    file: `postmortems/${place}`,
    path: join(folder, place),
    format: 'md',
    text: '',
    line: 1,
  });
  if ('rule' in judged) return undefined;
  const plain = posix.basename(place).replace(/[^\w.-]+/g, '-');
  let name = plain;
  for (let count = 2; pictures.has(name); count += 1) name = `${count}-${plain}`;
  pictures.set(name, place);
  return name;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
