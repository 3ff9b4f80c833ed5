import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { filesBelow } from './files.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Something a file points at. */
interface Reference {
  line: number;
  url: string;
  /** True for what a browser fetches by itself; false for what a reader follows. */
  fetched: boolean;
}

interface Page {
  ids: Set<string>;
  references: Reference[];
  /** True where it only sends the reader on, as the page of a former id does. */
  redirects: boolean;
}

/** Attributes that hold an address, by element; `*` for any. */
const FETCHED: Record<string, string[]> = {
  img: ['src'],
  script: ['src'],
  source: ['src'],
  iframe: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
};
const FOLLOWED: Record<string, string[]> = { a: ['href'], area: ['href'], form: ['action'], button: ['formaction'] };

/** Values of `rel` that make a browser fetch a `<link>`. */
const FETCHED_RELATIONS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest|apple-touch-icon|dns-prefetch|preconnect)\b/;

/**
 * Every address in the pages and style sheets below `dir` that leads nowhere, as `file:line address: why`. `base` is where
 * the folder is served. A page has to be addressed as it stands, slash included, since a host redirects at a price; what a
 * page fetches has to be of its own origin.
 */
export function findBrokenLinks(dir: string, base: string): string[] {
  const { files, pages } = readPages(dir);
  const faults: string[] = [];
  for (const [file, page] of pages) {
    for (const { line, url, fetched } of page.references) {
      const why = faultOf(url, fetched, file);
      if (why) faults.push(`${file}:${line} ${url}: ${why}`);
    }
  }
  return faults;

  function faultOf(url: string, fetched: boolean, file: string): string | undefined {
    const target = targetOf(url, file, base);
    if (target === undefined) return 'not an address';
    if (target.scheme === 'data:') return undefined;
    if (target.scheme === 'javascript:') return 'runs code';
    if (target.path === undefined) return fetched ? 'is fetched from elsewhere' : undefined;
    if (!`${target.path}/`.startsWith(base)) return `leaves ${base}`;
    const path = target.path.slice(base.length);
    if (!files.has(path))
      return files.has(posix.join(path, 'index.html')) ? 'lacks the slash at its end' : 'no such file';
    if (target.fragment === '' || target.fragment === 'top' || target.fragment.startsWith(':~:')) return undefined;
    if (!path.endsWith('.html')) return undefined;
    return pages.get(path)?.ids.has(target.fragment) ? undefined : `no #${target.fragment} there`;
  }
}

/** Pages below `dir` that no path of links leads to from its first page. 404.html is found otherwise, as are former ids. */
export function findOrphans(dir: string, base: string): string[] {
  const { pages } = readPages(dir);
  const reached = new Set(['index.html', '404.html']);
  // A set that is iterated hands out what is added meanwhile.
  for (const file of reached) {
    for (const { url } of pages.get(file)?.references ?? []) {
      const path = targetOf(url, file, base)?.path?.slice(base.length);
      if (path !== undefined && pages.has(path)) reached.add(path);
    }
  }
  const shown = [...pages].filter(([file, page]) => file.endsWith('.html') && !page.redirects);
  return shown.map(([file]) => file).filter((file) => !reached.has(file));
}

function readPages(dir: string): { files: Set<string>; pages: Map<string, Page> } {
  const paths = filesBelow(dir);
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  const pages = paths.flatMap((path): [string, Page][] => {
    if (path.endsWith('.html')) return [[path, readPage(read(path))]];
    if (path.endsWith('.css')) {
      return [[path, { ids: new Set(), references: addressesOfCss(read(path), 1), redirects: false }]];
    }
    return [];
  });
  return { files: new Set(paths), pages: new Map(pages) };
}

/** Where `url` in `file` leads: a path on the host (with `index.html`), or `path` undefined for another origin. */
function targetOf(
  url: string,
  file: string,
  base: string,
): { scheme: string; path?: string; fragment: string } | undefined {
  const page = `http://host.invalid${base}${file}`;
  if (!URL.canParse(url, page)) return undefined;
  const { protocol, host, pathname, hash } = new URL(url, page);
  if (host !== 'host.invalid') return { scheme: protocol, fragment: '' };
  const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
  return { scheme: protocol, path, fragment: decodeURIComponent(hash.slice(1)) };
}

function readPage(html: string): Page {
  const page: Page = { ids: new Set(), references: [], redirects: false };
  const visit = (node: Node): void => {
    if ('tagName' in node) readElement(node, page);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return page;
}

function readElement(element: Element, page: Page): void {
  const line = element.sourceCodeLocation?.startLine ?? 1;
  const attributes = new Map(
    element.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value.trim()]),
  );
  const add = (url: string | undefined, fetched: boolean): void => {
    if (url !== undefined) page.references.push({ line, url, fetched });
  };
  for (const name of ['id', ...(element.tagName === 'a' ? ['name'] : [])]) {
    const id = attributes.get(name);
    if (id) page.ids.add(id);
  }
  for (const name of FETCHED[element.tagName] ?? []) add(attributes.get(name), true);
  for (const name of FOLLOWED[element.tagName] ?? []) add(attributes.get(name), false);
  if (element.tagName === 'link') add(attributes.get('href'), FETCHED_RELATIONS.test(attributes.get('rel') ?? ''));
  for (const candidate of (attributes.get('srcset') ?? '').split(/,\s+/)) {
    const [url] = candidate.trim().split(/\s+/, 1);
    if (url) add(url, true);
  }
  if (element.tagName === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
    page.redirects = true;
    add(/url=['"]?([^'"]*)/i.exec(attributes.get('content') ?? '')?.[1], false);
  }
  const styles = [attributes.get('style'), element.tagName === 'style' ? textOf(element) : undefined];
  for (const css of styles) page.references.push(...addressesOfCss(css ?? '', line));
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function addressesOfCss(css: string, firstLine: number): Reference[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]*))\s*\)|@import\s+["']([^"']+)["']/g)].map(
    (match) => ({
      line: firstLine + code.slice(0, match.index).split('\n').length - 1,
      url: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
      fetched: true,
    }),
  );
}
