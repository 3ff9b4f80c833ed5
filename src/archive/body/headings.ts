import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import type { Heading } from '../../model/record.ts';
import { nearestHint } from '../nearest.ts';
import { bodyAnchor, isReserved } from './anchors.ts';
import type { BodyState } from './state.ts';
import { eachNode } from './tree.ts';

/** A page has one h1, its title: the highest headings of a body are h2. */
const TOP_LEVEL = 2;

/** Brings the headings of a tree to the levels of a page, and gives each an id. Returns them in order. */
export function shapeHeadings(root: Root): Heading[] {
  const nodes: Element[] = [];
  const ids = new Set<string>();
  eachNode(root, (node) => {
    if (node.type !== 'element') return;
    if (/^h[1-6]$/.test(node.tagName) && node.properties.id !== 'footnote-label') nodes.push(node);
    else if (typeof node.properties.id === 'string') node.properties.id = unused(node.properties.id, ids);
  });
  const highest = Math.min(...nodes.map(levelOf));
  const slugger = new GithubSlugger();
  return nodes.map((node) => {
    const depth = Math.min(levelOf(node) - highest + TOP_LEVEL, 6);
    const text = wordsOf(node).replace(/\s+/g, ' ').trim();
    const written = typeof node.properties.id === 'string' ? node.properties.id : slugger.slug(text || 'section');
    const id = unused(bodyAnchor(written === '' ? 'section' : written), ids);
    node.tagName = `h${depth}`;
    node.properties.id = id;
    return { depth, id, text };
  });
}

/** Leads each `#fragment` of the tree to the id that it means, and reports those that mean none. */
export function shapeFragments(root: Root, state: BodyState): void {
  const ids = new Set<string>();
  const links: Element[] = [];
  eachNode(root, (node) => {
    if (node.type !== 'element') return;
    const { id, href } = node.properties;
    if (typeof id === 'string') ids.add(id);
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) links.push(node);
  });
  for (const { fragment, offset } of state.fragments) {
    const written = decode(fragment);
    if (written === '' || ids.has(bodyAnchor(written)) || isReserved(written)) continue;
    const hint = nearestHint(written, ids);
    state.findings.error(
      'link-fragment',
      offset,
      `this text has no heading for \`#${written}\``,
      hint ?? (ids.size === 0 ? 'it has none at all' : `it has ${[...ids].slice(0, 5).join(', ')}`),
    );
  }
  for (const { properties } of links) {
    const anchor = bodyAnchor(decode(String(properties.href).slice(1)));
    if (ids.has(anchor)) properties.href = `#${encodeURIComponent(anchor)}`;
  }
}

function levelOf(heading: Element): number {
  return Number(heading.tagName.slice(1));
}

function unused(id: string, ids: Set<string>): string {
  let free = id;
  for (let count = 1; ids.has(free); count += 1) free = `${id}-${count}`;
  ids.add(free);
  return free;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
