import { NOT_SHOWN } from '../mentions.ts';
import type { LinkTarget } from './compile.ts';
import type { Findings } from './findings.ts';

/** What becomes of a link: an address, words in its place, or its own words without a link. */
export type SettledLink = { href: string } | { words: string } | { unlinked: true };

/** The protocol of an address, as a browser would read it; undefined for a relative one. */
export function protocolOf(href: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, and `java\nscript:` runs.
  return /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

/** Judges an address as it is written in a file, and finds what a relative one leads to. */
export function settleLink(
  href: string,
  offset: number,
  link: (href: string) => LinkTarget,
  findings: Findings,
): SettledLink {
  const refuse = (message: string, hint: string): SettledLink => {
    findings.error('link-address', offset, message, hint);
    return { unlinked: true };
  };
  const protocol = protocolOf(href);
  if (protocol === 'http' || protocol === 'https' || protocol === 'mailto') return { href };
  if (protocol !== undefined) {
    return refuse(`a link with \`${protocol}:\` is not allowed`, 'links are http, https, mailto or relative');
  }
  if (href.trim() === '') return refuse('the link leads nowhere', 'write its address between the round brackets');
  if (href.startsWith('#')) return { href };
  if (/^[/\\]{2}/.test(href)) return refuse('the address has no protocol', `write \`https:${href}\``);
  if (/^[/\\]/.test(href)) {
    return refuse(
      `\`${href}\` starts at the root of some site, which is another one wherever the archive is published`,
      'link to the file itself by its relative path, such as ../causes/lock-contention.md, or to a whole address',
    );
  }
  const target = link(decoded(href));
  if ('href' in target) return { href: target.href };
  if ('absent' in target) {
    findings.hint(
      'link-to-absent',
      offset,
      'this links to an incident that this build leaves out',
      `readers see "${NOT_SHOWN}" in its place`,
    );
    return { words: NOT_SHOWN };
  }
  const { rule, message, hint } = target.problem;
  findings.error(rule, offset, message, hint);
  return { unlinked: true };
}

/** An address without its percent signs, as somebody would write a path; as it is, where they make no text. */
export function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
