import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { find, html } from 'property-information';
import type { BodyNode } from '../../model/record.ts';

/** Prints a tree: HTML in as few pieces as possible, with a tree only around components and pictures. */
export function printNodes(nodes: readonly (RootContent | ElementContent)[]): BodyNode[] {
  const printed: BodyNode[] = [];
  let plain: ElementContent[] = [];
  const flush = (): void => {
    const text = plain.length > 0 ? toHtml({ type: 'root', children: plain }) : '';
    if (text !== '') printed.push({ type: 'html', html: text });
    plain = [];
  };
  for (const node of nodes) {
    if (node.type === 'doctype' || node.type === 'mdxjsEsm') continue;
    if (isPlain(node)) {
      plain.push(node);
      continue;
    }
    const special = printSpecial(node);
    if (!special) continue;
    flush();
    printed.push(special);
  }
  flush();
  return printed;
}

function printSpecial(node: ElementContent): BodyNode | undefined {
  if (node.type === 'picture') {
    const { src, alt, title } = node;
    return { type: 'picture', src, alt, ...(title !== undefined && { title }) };
  }
  if (node.type === 'component') {
    return { type: 'component', name: node.name, props: node.props, children: printNodes(node.children) };
  }
  if (node.type === 'element') {
    return {
      type: 'element',
      tag: node.tagName,
      attributes: attributesOf(node),
      children: printNodes(node.children),
    };
  }
  return undefined;
}

function isPlain(node: ElementContent): boolean {
  if (node.type === 'text') return true;
  return node.type === 'element' && node.children.every(isPlain);
}

function attributesOf({ properties }: Element): Record<string, string | true> {
  const attributes: Record<string, string | true> = {};
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    const { attribute } = find(html, property);
    attributes[attribute] = value === true ? true : Array.isArray(value) ? value.join(' ') : String(value);
  }
  return attributes;
}
