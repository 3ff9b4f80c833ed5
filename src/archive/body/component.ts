import { distance } from 'fastest-levenshtein';
import type { Element, ElementContent } from 'hast';
import { nearest, nearestHint } from '../nearest.ts';
import { COMPONENTS, type ComponentRule } from './components.ts';
import { isInline } from './html-names.ts';
import type { JsxAttribute, JsxElement, Surroundings } from './jsx.ts';
import { settlePicture } from './pictures.ts';
import type { BodyState } from './state.ts';
import { startOf } from './tree.ts';

interface WrittenComponent {
  node: JsxElement;
  name: string;
  attributes: JsxAttribute[];
  offset: number;
}

/** Judges a component that somebody used, and makes its node. What is wrong with it is reported; the rest of it is kept. */
export function settleComponent(
  written: WrittenComponent,
  around: Surroundings,
  state: BodyState,
  settle: (nodes: ElementContent[], around: Surroundings) => ElementContent[],
): ElementContent[] {
  const { node, name, offset } = written;
  const rule = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!rule) {
    const asText = `if it is text, write \`&lt;${name}>\` or put it in backticks`;
    const alike = nearest(name, Object.keys(COMPONENTS)) ?? '';
    const isAlike = distance(alike.toLowerCase(), name.toLowerCase()) <= Math.max(2, name.length / 2);
    const hint = isAlike ? `the nearest is \`<${alike}>\`; ${asText}` : asText;
    state.findings.error('unknown-component', offset, `there is no component \`<${name}>\``, hint);
    return settle(node.children, around);
  }
  judgePlace(written, rule, around, state);
  judgeContent(written, rule, state);
  judgeCount(written, rule, state);
  const props = judgeAttributes(written, rule, state);
  const children = settle(node.children, { component: name });
  if (name === 'Figure') return [figure(written, props, children, state)];
  return [
    {
      type: 'component',
      name,
      props: { ...(rule.field && { field: rule.field }), ...props },
      children:
        rule.content === 'none' ? [] : rule.content === 'blocks' ? inBlocks(children) : onlyComponents(children),
    },
  ];
}

function judgePlace(
  { name, offset }: WrittenComponent,
  rule: ComponentRule,
  around: Surroundings,
  state: BodyState,
): void {
  if (around.inWords) {
    state.findings.error(
      'component-content',
      offset,
      `\`<${name}>\` stands in a line of words`,
      'give it a line of its own, with an empty line before and after it',
    );
  }
  if (rule.inside !== undefined && around.component !== rule.inside) {
    state.findings.error(
      'component-content',
      offset,
      `\`<${name}>\` belongs inside \`<${rule.inside}>\``,
      `put \`<${rule.inside}>\` around it`,
    );
  }
}

function judgeCount({ name, offset }: WrittenComponent, { content }: ComponentRule, state: BodyState): void {
  if (content !== 'none') return;
  if (state.placed.has(name)) {
    state.findings.hint(
      'component-content',
      offset,
      `what \`<${name}>\` shows stands in this text already`,
      'keep one of the two',
    );
  }
  state.placed.add(name);
}

function judgeContent({ node, name, offset }: WrittenComponent, rule: ComponentRule, state: BodyState): void {
  if (rule.content === 'blocks') return;
  const allowed = rule.content === 'none' ? [] : rule.content;
  const stranger = node.children.find(
    (child) => !isNothing(child) && !('name' in child && allowed.includes(child.name ?? '')),
  );
  if (!stranger) return;
  state.findings.error(
    'component-content',
    startOf(stranger, offset),
    allowed.length === 0
      ? `\`<${name}>\` shows what the front matter says, and takes no content`
      : `in \`<${name}>\` stands nothing but \`<${allowed.join('>`, `<')}>\``,
    allowed.length === 0 ? `write \`<${name} />\`` : `put it into \`<${allowed[0]}>\``,
  );
}

function judgeAttributes(
  { name, attributes, offset }: WrittenComponent,
  rule: ComponentRule,
  state: BodyState,
): Record<string, string> {
  const report = (at: number, message: string, hint?: string): void =>
    state.findings.error('component-attribute', at, message, hint);
  const props: Record<string, string> = {};
  const known = Object.keys(rule.attributes);
  for (const attribute of attributes) {
    const accepts = Object.hasOwn(rule.attributes, attribute.name) ? rule.attributes[attribute.name] : undefined;
    if (!accepts) {
      const none = known.length === 0 ? 'it takes no attributes: take it out' : `it takes ${known.join(', ')}`;
      const hint = nearestHint(attribute.name, known) ?? none;
      report(attribute.offset, `\`<${name}>\` has no attribute \`${attribute.name}\``, hint);
    } else if (attribute.value === undefined || attribute.value.trim() === '') {
      report(attribute.offset, `\`${attribute.name}\` is empty`, `write \`${attribute.name}="…"\`: ${accepts.doc}`);
    } else if (accepts.values && !accepts.values.includes(attribute.value)) {
      report(
        attribute.offset,
        `\`${attribute.name}\` of \`<${name}>\` is one of ${accepts.values.join(', ')}`,
        nearestHint(attribute.value, accepts.values),
      );
    } else props[attribute.name] = attribute.value;
  }
  const written = new Set([...attributes.map((each) => each.name), ...(state.removed.get(offset) ?? [])]);
  for (const [attribute, { required, doc }] of Object.entries(rule.attributes)) {
    if (required && !written.has(attribute)) {
      report(offset, `\`<${name}>\` lacks \`${attribute}\``, `write \`${attribute}="…"\`: ${doc}`);
    }
  }
  return props;
}

function figure(
  { attributes, offset }: WrittenComponent,
  props: Record<string, string>,
  children: ElementContent[],
  state: BodyState,
): Element {
  const place = attributes.find(({ name }) => name === 'src')?.offset ?? offset;
  const { src, alt, caption } = props;
  const picture = src === undefined ? [] : settlePicture({ src, alt: alt ?? 'a picture', offset: place }, state);
  const content = withoutParagraph(children);
  if (caption !== undefined && content.length > 0) {
    const at = attributes.find(({ name }) => name === 'caption')?.offset ?? offset;
    const hint = 'keep `caption`, or the words between the tags';
    state.findings.error('component-content', at, '`<Figure>` has two captions', hint);
  }
  const words: ElementContent[] = content.length > 0 ? content : caption ? [{ type: 'text', value: caption }] : [];
  const figcaption: ElementContent[] =
    words.length > 0 ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: words }] : [];
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['picture'] },
    children: [...picture, ...figcaption],
  };
}

/** A caption of one paragraph is that paragraph's words. */
function withoutParagraph(children: ElementContent[]): ElementContent[] {
  const content = children.filter((child) => !isNothing(child));
  const [only] = content;
  return content.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : content;
}

/** Words that stand between the tags without an empty line around them become a paragraph. */
function inBlocks(children: ElementContent[]): ElementContent[] {
  const areWords = children.every((child) =>
    child.type === 'element' ? isInline(child.tagName) : child.type === 'text',
  );
  if (!areWords || children.every(isNothing)) return children;
  return [{ type: 'element', tagName: 'p', properties: {}, children }];
}

function onlyComponents(children: ElementContent[]): ElementContent[] {
  return children.filter((child) => child.type === 'component');
}

function isNothing(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}
