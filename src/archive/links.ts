import { posix } from 'node:path';
import type { LinkTarget } from './body/compile.ts';
import type { FileKind } from './files.ts';
import { nearest } from './nearest.ts';

/** Where the pages of each kind of record stand, below the base path. */
const PAGES: Partial<Record<FileKind, string>> = {
  postmortem: 'incidents',
  cause: 'causes',
  factor: 'factors',
  service: 'services',
  team: 'teams',
  guide: 'guides',
};

/** What the resolver knows about a file that may be linked to. */
export interface LinkedFile {
  kind: FileKind;
  id: string;
  /** True if this build leaves the record out. */
  absent: boolean;
  /** The ids of its actions. */
  actions: readonly string[];
}

/** The site path of a record's page, with the base path. */
function pagePath(base: string, kind: FileKind, id: string): string {
  return `${base}${PAGES[kind]}/${id}/`;
}

/** Where `href`, a relative path as it stands in `file`, decoded, leads. */
export type LinkResolver = (href: string, file: string) => LinkTarget;

/** `files`: what may be linked to, by path below the content folder. `pictures`: paths of the pictures. */
export function linkResolver(
  files: ReadonlyMap<string, LinkedFile>,
  pictures: ReadonlySet<string>,
  base: string,
): LinkResolver {
  return (href, file) => {
    const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    const found = files.get(target);
    if (!found) return deadEnd(href, target, file, files, pictures);
    // To what is left out itself, everything is there.
    if (found.absent && !files.get(file)?.absent) return { absent: true };
    if (!PAGES[found.kind]) return dead(`${href} leads to a file that has no page`);
    const action = /^#action-(.+)$/.exec(fragment)?.[1];
    if (action !== undefined && found.kind === 'postmortem' && !found.actions.includes(action)) {
      const near = nearest(action, found.actions);
      return dead(`${href} leads to an action that does not exist`, near && `the nearest is \`#action-${near}\``);
    }
    return { href: `${pagePath(base, found.kind, found.id)}${fragment}` };
  };
}

function deadEnd(
  href: string,
  target: string,
  file: string,
  files: ReadonlyMap<string, LinkedFile>,
  pictures: ReadonlySet<string>,
): LinkTarget {
  if (pictures.has(target))
    return dead(`${href} is a picture, which has no page`, `show it: ![what it shows](${href})`);
  if (target.startsWith('../')) {
    return dead(`${href} leads out of the content folder`, 'link to it by its web address');
  }
  const folder = posix.dirname(file);
  const index = [...files.keys()].find((path) => path.startsWith(`${target.replace(/\/$/, '')}/index.`));
  const near =
    index ??
    nearest(
      target,
      [...files].filter(([, { kind }]) => PAGES[kind]).map(([path]) => path),
    );
  const way = near && posix.relative(folder, near);
  return dead(`${href} leads to no file`, way && `the nearest is \`${way}\``);
}

function dead(message: string, hint?: string): LinkTarget {
  return { problem: { rule: 'dead-link', message, ...(hint && { hint }) } };
}
