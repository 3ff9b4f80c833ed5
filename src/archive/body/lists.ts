import type { Element, Root, RootContent } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import type { ListField } from '../../model/postmortem.ts';
import type { Position } from '../problem.ts';
import type { BodyListItem, BodyLists, BodyTimelineItem } from './compile.ts';
import { LIST_COMPONENTS } from './components.ts';
import { compileInline } from './inline.ts';
import { listFieldOf } from './list-headings.ts';
import { type ItemText, readItem } from './list-item.ts';
import type { BodyState } from './state.ts';
import { readTimelineItem, type TimelineItem } from './timeline-item.ts';
import { startOf } from './tree.ts';

export interface TakenLists {
  lists: BodyLists;
  /** Where each list starts, in the text. */
  starts: Partial<Record<ListField, number>>;
}

/**
 * Takes the lists that are facts out of the tree: each that stands alone under the heading of its name, with nothing but
 * paragraphs before it. The component that shows the fact takes its place.
 */
export function takeLists(root: Root, state: BodyState, positionOf: (offset: number) => Position): TakenLists {
  const taken: TakenLists = { lists: {}, starts: {} };
  for (const { field, list, alone } of findLists(root)) {
    const only = alone && !taken.lists[field];
    const items =
      field === 'timeline' ? readTimeline(list, only, state, positionOf) : only && readList(list, state, positionOf);
    if (!items) continue;
    taken.lists[field] = items as BodyTimelineItem[];
    taken.starts[field] = startOf(list);
    const name = LIST_COMPONENTS[field];
    state.placed.add(name);
    root.children[root.children.indexOf(list)] = { type: 'component', name, props: { field }, children: [] };
  }
  return taken;
}

interface FoundList {
  field: ListField;
  list: Element;
  /** False where its section holds further lists. */
  alone: boolean;
}

function findLists(root: Root): FoundList[] {
  const found: FoundList[] = [];
  let field: ListField | undefined;
  let lists: Element[] = [];
  let plain = true;
  const close = (): void => {
    const [list] = lists;
    if (field && list) found.push({ field, list, alone: lists.length === 1 });
    field = undefined;
    lists = [];
    plain = true;
  };
  for (const node of root.children) {
    if (isHeading(node)) {
      close();
      field = listFieldOf(wordsOf(node));
    } else if (isList(node) && (plain || lists.length > 0)) lists.push(node);
    else if (isList(node)) field = undefined;
    else if (!isParagraph(node)) plain = false;
  }
  close();
  return found;
}

function readList(
  list: Element,
  state: BodyState,
  positionOf: (offset: number) => Position,
): BodyListItem[] | undefined {
  const items = readItems(list, state);
  return items?.map((item) => compileItem(item, 0, item.text, state, positionOf));
}

function readTimeline(
  list: Element,
  only: boolean,
  state: BodyState,
  positionOf: (offset: number) => Position,
): BodyTimelineItem[] | undefined {
  const first = elementsOf(list)[0];
  const start = first && readTimelineItem(firstWords(first, state));
  if (!start) return undefined;
  if ('zone' in start) {
    return stayProse(
      list,
      `\`${start.zone}\` follows the first time`,
      'leave the zone out, and name it once as `timezone` in the front matter',
      state,
    );
  }
  if (!only) {
    return stayProse(list, 'there is another', 'make one list of them, with full times where the day changes', state);
  }
  const items = readItems(list, state);
  if (!items) {
    return stayProse(
      list,
      'an item holds more than one paragraph of words',
      'give each moment an item of its own',
      state,
    );
  }
  return items.flatMap((item): BodyTimelineItem[] => {
    const entry = readTimelineItem(item.text);
    if (!entry || 'zone' in entry) {
      reportItem(item, entry, state);
      return [];
    }
    return [compileEntry(item, entry, state, positionOf)];
  });
}

function compileEntry(
  item: ItemText,
  { at, kind, what, offset }: TimelineItem,
  state: BodyState,
  positionOf: (offset: number) => Position,
): BodyTimelineItem {
  return { ...compileItem(item, offset, what, state, positionOf), at, ...(kind && { kind }) };
}

function reportItem(item: ItemText, entry: { zone: string } | undefined, state: BodyState): void {
  state.findings.error(
    'timeline-item',
    item.placeOf(0),
    entry
      ? `\`${entry.zone}\` follows the time of this item`
      : 'this item of the timeline does not start with one time and then say what happened',
    entry
      ? 'leave the zone out, and name it once as `timezone` in the front matter'
      : 'start it as the first one does, such as `15:30 Alert fired`, or join it to the item before',
  );
}

function stayProse(list: Element, why: string, hint: string, state: BodyState): undefined {
  state.findings.hint('timeline-item', startOf(list), `this list is not read as the timeline: ${why}`, hint);
  return undefined;
}

function compileItem(
  item: ItemText,
  start: number,
  words: string,
  state: BodyState,
  positionOf: (offset: number) => Position,
): BodyListItem {
  const { text, problems } = compileInline(words, state.context);
  for (const { offset, severity, rule, message, hint } of problems) {
    const place = item.placeOf(start + offset);
    if (severity === 'error') state.findings.error(rule, place, message, hint);
    else state.findings.hint(rule, place, message, hint);
  }
  return { text, position: positionOf(item.placeOf(0)) };
}

function readItems(list: Element, state: BodyState): ItemText[] | undefined {
  const items = elementsOf(list).map((item) => readItem(item, state.source.text));
  return items.length > 0 && items.every((item) => item !== undefined) ? items : undefined;
}

/** The words an item starts with, whatever else it holds. */
function firstWords(item: Element, state: BodyState): string {
  return state.source.text.slice(startOf(firstNamed(item)), startOf(firstNamed(item)) + 200).split('\n', 1)[0] ?? '';
}

function firstNamed(item: Element): Element['children'][number] | Element {
  const child = item.children.find((each) => !(each.type === 'text' && each.value.trim() === ''));
  return child?.type === 'element' && child.tagName === 'p' ? (child.children[0] ?? child) : (child ?? item);
}

function elementsOf(list: Element): Element[] {
  return list.children.filter((child) => child.type === 'element');
}

function isHeading(node: RootContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

function isList(node: RootContent): node is Element {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

function isParagraph(node: RootContent): boolean {
  return node.type === 'text' || (node.type === 'element' && node.tagName === 'p');
}
