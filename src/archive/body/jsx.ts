import type { ElementContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { settleComponent } from './component.ts';
import { COMPONENTS } from './components.ts';
import { holdsWordsOnly } from './html-names.ts';
import { scanTag } from './jsx-tag.ts';
import { settleTag } from './settle-html.ts';
import type { BodyState } from './state.ts';
import { endOf, startOf } from './tree.ts';

export type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** An attribute of a tag in .mdx: its value as text, or none (`<details open>`), and its place. */
export interface JsxAttribute {
  name: string;
  value: string | undefined;
  offset: number;
}

/** Where a tag stands. */
export interface Surroundings {
  /** The component around it, if any. */
  component?: string;
  /** True in a line of words, such as a paragraph or a heading. */
  inWords?: boolean;
  /** True in a link, where no other link can stand. */
  inLink?: boolean;
}

/** The nodes that a tag of .mdx becomes, be it HTML or a component. `settle` does the same for what stands in it. */
export function settleJsx(
  node: JsxElement,
  around: Surroundings,
  state: BodyState,
  settle: (nodes: ElementContent[], around: Surroundings) => ElementContent[],
): ElementContent[] {
  const offset = startOf(node);
  const name = node.name ?? '';
  const attributes = readAttributes(node, state);
  if (name === '') {
    state.findings.error('unknown-component', offset, '`<>` is not allowed', 'take `<>` and `</>` out');
    return settle(node.children, around);
  }
  if (isComponentName(name)) return settleComponent({ node, name, attributes, offset }, around, state, settle);

  const tag = name.toLowerCase();
  const settled = settleTag(
    {
      name: tag,
      writtenName: name,
      attributes: attributes.map((each) => ({ ...each, value: each.value ?? '' })),
      offset,
      format: 'mdx',
    },
    state,
    around.inLink,
  );
  if ('nodes' in settled) return settled.nodes;
  const children = settle(node.children, within(tag, around));
  if ('contentOnly' in settled || (tag === 'a' && around.inLink)) return children;
  return [{ type: 'element', tagName: tag, properties: settled.properties, children }];
}

/** Where the content of an element stands. */
export function within(tag: string, around: Surroundings): Surroundings {
  return { ...around, inWords: around.inWords || holdsWordsOnly(tag), inLink: around.inLink || tag === 'a' };
}

/** As MDX has it: a capital or a dot makes a component, and so does a name that Cairn ships. */
function isComponentName(name: string): boolean {
  return /^[A-Z_$]|\./.test(name) || Object.hasOwn(COMPONENTS, name);
}

function readAttributes(node: JsxElement, state: BodyState): JsxAttribute[] {
  const scanned = scanTag(state.text, startOf(node), state.brace, endOf(node, state.text.length)).attributes;
  return node.attributes.flatMap((attribute, index) => {
    const offset = scanned[index]?.offset ?? startOf(node);
    if (attribute.type === 'mdxJsxAttribute' && (attribute.value === null || typeof attribute.value !== 'object')) {
      return [{ name: attribute.name, value: attribute.value ?? undefined, offset }];
    }
    const what =
      attribute.type === 'mdxJsxAttribute' ? `the value of \`${attribute.name}\` is` : 'spread attributes are';
    state.findings.error('no-code', offset, `${what} computed, and a postmortem cannot run code`, 'write name="text"');
    return [];
  });
}
