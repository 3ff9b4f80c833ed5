import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as wordsOf } from 'hast-util-to-string';
import type { PhrasingContent } from 'mdast';
import type { BodyContext } from './compile.ts';
import { type Finding, Findings } from './findings.ts';
import { type InlineTree, parseInline } from './inline-tree.ts';
import { protocolOf, settleLink } from './links.ts';

/** Something wrong inside a text value; `offset` counts UTF-16 code units from the start of the text. */
export type InlineProblem = Finding;

/** What every link has a piece of; and what takes a text longer than most to be more than any parser can follow. */
const MAY_HOLD_LINKS = /[[<@]|:\/\/|www\.|mailto:|xmpp:|^[\s\S]{2000}/i;

/** Checks the inline Markdown of a text value and rewrites its links to site paths. Never throws. */
export function compileInline(text: string, context: BodyContext): { text: string; problems: InlineProblem[] } {
  if (!MAY_HOLD_LINKS.test(text)) return { text, problems: [] };
  const findings = new Findings();
  try {
    return { text: rewriteLinks(text, context, findings), problems: [...findings.all] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.error('body-size', 0, 'something in this text stands too deep within something else', 'flatten it');
    return { text: '', problems: [...findings.all] };
  }
}

function rewriteLinks(text: string, context: BodyContext, findings: Findings): string {
  const tree = parseInline(text);
  let rewritten = '';
  let done = 0;
  const replace = (node: PhrasingContent, by: string): void => {
    const [start, end] = tree.range(node);
    rewritten += text.slice(done, start) + by;
    done = end;
  };
  const walk = (nodes: readonly PhrasingContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'link') {
        if ('children' in node) walk(node.children);
        continue;
      }
      const [start, end] = tree.range(node);
      const link = settleLink(node.url, start, context.link, findings);
      const words = wordsOfLink(node.children, text, tree);
      if ('words' in link) replace(node, link.words);
      // An address that stands for itself has no other words, and no other form.
      else if (!text.slice(start, end).startsWith('[')) continue;
      else if ('unlinked' in link) replace(node, words);
      else if (link.href !== node.url) replace(node, `[${words}](${asDestination(link.href)})`);
    }
  };
  walk(tree.nodes);
  return rewritten + text.slice(done);
}

function wordsOfLink(nodes: readonly PhrasingContent[], text: string, tree: InlineTree): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? text.slice(tree.range(first)[0], tree.range(last)[1]) : '';
}

/** An address as Markdown takes it between round brackets. */
function asDestination(href: string): string {
  return /[\s()<>\\]/.test(href) ? `<${href.replace(/[<>\\\n]/g, encodeURIComponent)}>` : href;
}

/** A dev server runs for days: what it no longer shows is forgotten. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** Safe HTML of a compiled inline text: a, code, em, strong, del and text, whatever the string is. */
export function renderInline(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const html = toHtml({ type: 'root', children: readHast(text) });
  remembered.set(text, html);
  return html;
}

/** The words of an inline text, without its markup. */
export function plainText(text: string): string {
  return wordsOf({ type: 'root', children: readHast(text) });
}

const ELEMENTS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

/** The tree of a text; of one whose markup nests deeper than any step can follow, the text as it is. */
function readHast(text: string): ElementContent[] {
  try {
    return toHast(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: 'text', value: text }];
  }
}

function toHast(text: string): ElementContent[] {
  const tree = parseInline(text);
  const convert = (nodes: readonly PhrasingContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      switch (node.type) {
        case 'text':
          return [{ type: 'text', value: node.value }];
        case 'inlineCode':
          return [element('code', [{ type: 'text', value: node.value }])];
        case 'emphasis':
        case 'strong':
        case 'delete':
          return [element(ELEMENTS[node.type], convert(node.children))];
        case 'link':
          return isSafe(node.url) ? [element('a', convert(node.children), node.url)] : convert(node.children);
        default:
          // HTML, pictures, line breaks: shown as they are written.
          return [{ type: 'text', value: text.slice(...tree.range(node)) }];
      }
    });
  return convert(tree.nodes);
}

function isSafe(url: string): boolean {
  const protocol = protocolOf(url);
  if (protocol !== undefined) return protocol === 'http' || protocol === 'https' || protocol === 'mailto';
  return url.startsWith('#') || /^\/(?![/\\])/.test(url);
}

function element(tagName: string, children: ElementContent[], href?: string): ElementContent {
  return { type: 'element', tagName, properties: href === undefined ? {} : { href }, children };
}
