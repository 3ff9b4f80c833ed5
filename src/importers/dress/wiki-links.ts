import { posix } from 'node:path';
import { mapLines, type Undress } from './lines.ts';

/** The path of the page that a name stands for, from the file that is read; undefined where the archive has none. */
export type PageOf = (name: string) => string | undefined;

/** `[[Page|words]]` becomes a link where the archive has that page, and `[[_TOC_]]` and all others stay the text they are. */
export function fromWikiLinks(pageOf: PageOf): Undress {
  return ({ lines, left }) => ({
    lines: mapLines(lines, ({ text }) =>
      text.replace(
        /(?<!!)\[\[([^\][|#\n]{1,200})(#[^\][|\n]*)?(?:\\?\|([^\][\n]+))?\]\]/g,
        (whole, name, part, label) => {
          const path = pageOf(String(name).trim());
          if (path === undefined || part !== undefined) return whole;
          const address = encodeURI(path).replace(/[()#?]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
          return `[${String(label ?? name).trim()}](${address})`;
        },
      ),
    ),
    left,
  });
}

/** Looks pages of an archive up by the name of their file, from any other. A name that several bear stands for none. */
export function pagesOf(files: readonly string[]): (from: string) => PageOf {
  const byName = new Map<string, string | undefined>();
  for (const file of files) {
    const path = file.replace(/\.[a-z]+$/i, '');
    for (const name of new Set([path, posix.basename(path)].map((one) => one.toLowerCase())))
      byName.set(name, byName.has(name) ? undefined : file);
  }
  return (from) => (name) => {
    const file = byName.get(name.toLowerCase().replace(/\.md$/, ''));
    return file === undefined ? undefined : posix.relative(posix.dirname(from), file);
  };
}
