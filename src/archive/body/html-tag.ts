import type { Properties } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { find, html } from 'property-information';
import { COMPONENTS } from './components.ts';
import type { Findings } from './findings.ts';

/** An HTML tag as somebody wrote it. */
export interface WrittenTag {
  /** In lower case. */
  name: string;
  /** As it stands in the text. */
  writtenName: string;
  attributes: { name: string; value: string; offset: number }[];
  offset: number;
  format: 'md' | 'mdx';
}

/**
 * What GitHub keeps, for one tag at a time: whether a row stands in a table is seen to by the parser, and links, pictures
 * and ids are judged where it is known what they mean.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  ancestors: {},
  clobber: [],
  required: {},
  protocols: { cite: defaultSchema.protocols?.cite ?? [], longDesc: defaultSchema.protocols?.longDesc ?? [] },
};

const ALLOWED = new Set(defaultSchema.tagNames);
const EVENT_HANDLER = /^on[a-z]/;

/** The properties of a tag that is allowed; undefined if it is not. What it may not carry is reported and left out. */
export function judgeTag(tag: WrittenTag, findings: Findings): Properties | undefined {
  const { name, writtenName, offset } = tag;
  if (!ALLOWED.has(name)) {
    const isComponent = tag.format === 'md' && Object.hasOwn(COMPONENTS, writtenName);
    const what = isComponent ? 'is a component, which .md does not know' : 'is not allowed';
    findings.error('html-not-allowed', offset, `\`<${writtenName}>\` ${what}`, tagHint(tag, isComponent));
    return undefined;
  }
  if (name === 'input' && !isTaskBox(tag)) {
    findings.error('html-not-allowed', offset, 'a field to fill in is not allowed', 'a task is written `- [ ] words`');
    return undefined;
  }
  const properties: Properties = {};
  for (const attribute of tag.attributes) {
    const { attribute: attributeName, property, value } = readAttribute(attribute.name, attribute.value);
    const kept = sanitize({ type: 'element', tagName: name, properties: { [property]: value }, children: [] }, SCHEMA);
    const left = kept.type === 'element' ? kept.properties[property] : undefined;
    if (left === undefined || String(left) !== String(value)) {
      findings.error(
        'html-not-allowed',
        attribute.offset,
        `\`${attributeName}\` is not allowed on \`<${name}>\``,
        attributeHint(attributeName),
      );
    } else properties[property] = left;
  }
  return properties;
}

function isTaskBox({ attributes }: WrittenTag): boolean {
  const isCheckbox = attributes.some(({ name, value }) => name === 'type' && value === 'checkbox');
  return isCheckbox && attributes.some(({ name }) => name === 'disabled');
}

function readAttribute(
  name: string,
  value: string,
): { attribute: string; property: string; value: string | true | string[] } {
  const info = find(html, name.toLowerCase());
  const { attribute, property } = info;
  if (info.boolean || (info.overloadedBoolean && value === '')) return { attribute, property, value: true };
  if (property === 'className' || info.spaceSeparated) {
    return { attribute, property, value: value.split(/\s+/).filter((word) => word !== '') };
  }
  return { attribute, property, value };
}

function tagHint({ name, writtenName }: WrittenTag, isComponent: boolean): string {
  if (isComponent) return `rename the file to .mdx: \`<${writtenName}>\` works there`;
  if (name === 'script' || name === 'style' || name === 'iframe') return 'take it out: a postmortem cannot run code';
  return `take it out; if it is text, write \`&lt;${writtenName}>\` or put it in backticks`;
}

function attributeHint(name: string): string {
  if (EVENT_HANDLER.test(name)) return 'take it out: a postmortem cannot run code';
  if (name === 'style' || name === 'class' || name === 'classname') return 'take it out: the site sets its own style';
  return 'take it out';
}
