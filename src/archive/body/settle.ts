import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { readCallout } from './callouts.ts';
import { type Surroundings, settleJsx, within } from './jsx.ts';
import { settlePicture } from './pictures.ts';
import { settleRaw } from './raw-html.ts';
import { settleAnchor } from './settle-html.ts';
import type { BodyState } from './state.ts';
import { startOf } from './tree.ts';

/**
 * Turns what the parser made into what is shown: HTML and components that are allowed, links to site paths, pictures,
 * callouts, coloured code. Everything that is wrong is reported with its place, and left out.
 */
export function settleNodes(nodes: readonly (RootContent | ElementContent)[], state: BodyState): ElementContent[] {
  return settleAll(nodes, {}, state);
}

function settleAll(
  nodes: readonly (RootContent | ElementContent)[],
  around: Surroundings,
  state: BodyState,
): ElementContent[] {
  return nodes.flatMap((node) => settle(node, around, state));
}

function settle(node: RootContent | ElementContent, around: Surroundings, state: BodyState): ElementContent[] {
  switch (node.type) {
    case 'text':
    case 'picture':
    case 'component':
      return [node];
    case 'element':
      return settleElement(node, around, state);
    case 'raw':
      return settleRaw(node, state);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return settleJsx(node, around, state, (children, inner) => settleAll(children, inner, state));
    case 'mdxjsEsm':
      reportModuleCode(startOf(node), node.value, state);
      return [];
    default:
      return [];
  }
}

/** An element that the parser made of Markdown. */
function settleElement(node: Element, around: Surroundings, state: BodyState): ElementContent[] {
  const offset = startOf(node);
  if (node.tagName === 'img') {
    const { src, alt, title } = node.properties;
    const picture = { src: text(src), alt: text(alt), offset, ...(title && { title: text(title) }) };
    return settlePicture(picture, state, around.inLink);
  }
  if (node.tagName === 'pre') return [settleCode(node, state)];
  if (node.tagName === 'blockquote') {
    const callout = readCallout(node, state);
    if (callout) {
      const children = settleAll(callout.content, { component: 'Callout' }, state);
      return [{ type: 'component', name: 'Callout', props: { kind: callout.kind }, children }];
    }
  }
  const children = settleAll(node.children, within(node.tagName, around), state);
  if (node.tagName === 'a' && around.inLink) return children;
  const isOwn = node.position === undefined || node.properties.dataFootnoteRef !== undefined;
  const properties =
    node.tagName === 'a' && !isOwn ? settleAnchor(node.properties, offset, state) : withoutStyle(node.properties);
  return [{ ...node, properties, children }];
}

function settleCode(pre: Element, { context }: BodyState): Element {
  const [code] = pre.children;
  if (code?.type !== 'element' || !context.code) return pre;
  const { lang, meta } = (code.data ?? {}) as { lang?: string | null; meta?: string | null };
  const [content] = code.children;
  return context.code(content?.type === 'text' ? content.value : '', lang ?? '', meta ?? '');
}

/** The parser aligns the cells of a table by a style, which the site's security policy forbids: a class takes its place. */
function withoutStyle({ style, ...properties }: Properties): Properties {
  const align = /text-align: ?(left|center|right)/.exec(text(style))?.[1];
  return align === undefined ? properties : { ...properties, align };
}

/** MDX takes paragraphs that begin with `import` or `export` for code. */
function reportModuleCode(offset: number, code: string, state: BodyState): void {
  for (const line of code.matchAll(/^(import|export)\b.*$/gm)) {
    const isCode =
      /^import\s*(?:["'{*]|\S+\s+from\b)|^export\s*(?:const|let|var|default|function|async|class|[{*])/.test(line[0]);
    state.findings.error(
      'no-code',
      offset + line.index,
      isCode
        ? `\`${line[1]}\` is code, and a postmortem cannot run code`
        : `in .mdx a paragraph that begins with \`${line[1]}\` is read as code`,
      isCode ? 'take it out: components need no import' : 'begin it with another word, or rename the file to .md',
    );
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
