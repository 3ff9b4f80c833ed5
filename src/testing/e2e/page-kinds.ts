import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../gates/files.ts';

/** A page of a built site. */
export interface BuiltPage {
  /** Its file below the site's folder: `incidents/a/index.html`. */
  file: string;
  /** Its address below the site's base path: `incidents/a/`, and the empty string for the first page. */
  path: string;
  /** What it is one of: `incidents/*` for each incident, `incidents` for their list. */
  kind: string;
  /** Bytes. */
  size: number;
}

/** Every page that is shown; a page that only sends the reader on is not. */
export function builtPages(dir: string): BuiltPage[] {
  return filesBelow(dir)
    .filter((file) => file.endsWith('.html'))
    .filter((file) => !/http-equiv="?refresh/i.test(readFileSync(join(dir, file), 'utf8')))
    .map((file) => {
      const path = file.replace(/(?:^|(?<=\/))index\.html$/, '');
      const [folder = '', ...rest] = path.split('/').filter(Boolean);
      const isOneOfMany = rest.length > 0 && !['patterns', 'actions'].includes(folder);
      const kind = isOneOfMany ? `${folder}/*` : path.replace(/\/$/, '') || 'home';
      return { file, path, kind, size: statSync(join(dir, file)).size };
    });
}

/** Of each kind the largest page and the smallest: the one that holds most, and the one that lacks most. */
export function samplesOfKinds(pages: readonly BuiltPage[]): BuiltPage[] {
  const kinds = Map.groupBy(pages, (page) => page.kind);
  return [...kinds.values()].flatMap((kind) => {
    const bySize = kind.toSorted((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
    return bySize.filter((_, index) => index === 0 || index === bySize.length - 1);
  });
}
