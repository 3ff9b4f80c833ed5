import type { z } from 'zod';
import type { BodyNode } from '../model/record.ts';
import { text } from '../model/scalars.ts';
import type { BodyListItem, BodyLists, CompiledBody } from './body/compile.ts';
import type { MentionFinder } from './mentions.ts';
import { defOf } from './schema-walk.ts';

/** `value` with every text in it redacted; ids, times and words of a fixed set stay as they are. */
export function redactValues<T>(schema: z.ZodType, value: T, finder: MentionFinder): T {
  return finder.isEmpty ? value : (redactValue(schema, value, finder) as T);
}

function redactValue(schema: z.ZodType, value: unknown, finder: MentionFinder): unknown {
  const def = defOf(schema);
  if (typeof value === 'string') return holdsWords(schema) ? finder.redact(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  switch (def.type) {
    case 'union': {
      const wanted = Array.isArray(value) ? ['array'] : ['object', 'record'];
      const option = def.options.find((one) => wanted.includes(defOf(one).type));
      return option ? redactValue(option, value, finder) : value;
    }
    case 'array':
      return (value as unknown[]).map((item) => redactValue(def.element, item, finder));
    case 'object':
      return mapEntries(value, (key, part) => [key, def.shape[key] ? redactValue(def.shape[key], part, finder) : part]);
    case 'record':
      return mapEntries(value, (key, part) => [finder.redact(key), redactValue(def.valueType, part, finder)]);
    case 'unknown':
      return redactDeeply(value, finder);
    default:
      return value;
  }
}

function holdsWords(schema: z.ZodType): boolean {
  const def = defOf(schema);
  if (def.type === 'union') return def.options.some(holdsWords);
  return def.type === 'unknown' || def === text.def || isAddress(def);
}

function isAddress(def: object): boolean {
  return 'format' in def && def.format === 'url';
}

/** A compiled body with the words in it redacted: what its source held in another spelling, such as `INC\\-12`. */
export function redactCompiled(compiled: CompiledBody, finder: MentionFinder): CompiledBody {
  if (finder.isEmpty) return compiled;
  const { body, lists } = compiled;
  const items = <Item extends BodyListItem>(list: Item[]): Item[] =>
    list.map((item) => ({ ...item, text: finder.redact(item.text) }));
  return {
    ...compiled,
    lists: mapEntries(lists, (field, list) => [field, items(list as BodyListItem[])]) as BodyLists,
    body: {
      ...body,
      nodes: body.nodes.map((node) => redactNode(node, finder)),
      headings: body.headings.map((heading) => ({ ...heading, text: finder.redact(heading.text) })),
      text: finder.redact(body.text),
    },
  };
}

function redactNode(node: BodyNode, finder: MentionFinder): BodyNode {
  if (node.type === 'html') {
    const parts = node.html.split(TAG);
    return { ...node, html: parts.map((part, index) => (index % 2 === 0 ? finder.redact(part) : part)).join('') };
  }
  if (node.type === 'picture') return { ...node, alt: finder.redact(node.alt) };
  return { ...node, children: node.children.map((child) => redactNode(child, finder)) };
}

/** Splits HTML into texts and, in every second place, tags. */
const TAG = /(<(?:"[^"]*"|'[^']*'|[^>"'])*>)/;

function redactDeeply(value: unknown, finder: MentionFinder): unknown {
  if (typeof value === 'string') return finder.redact(value);
  if (Array.isArray(value)) return value.map((item) => redactDeeply(item, finder));
  if (typeof value !== 'object' || value === null) return value;
  return mapEntries(value, (key, part) => [finder.redact(key), redactDeeply(part, finder)]);
}

function mapEntries(value: object, map: (key: string, part: unknown) => [string, unknown]): object {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => map(key, part)));
}
