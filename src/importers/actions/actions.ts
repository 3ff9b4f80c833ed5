import { itemText } from '../block-text.ts';
import { type Document, type Node, type Section, withChildren } from '../document.ts';
import { type AddressFate, inlineText } from '../inline.ts';
import { hasNoWords } from '../letters.ts';
import type { Lexicon } from '../lexicon.ts';
import { actionsOfTable } from './action-table.ts';
import { readAction, whoIs } from './action-words.ts';

/** One action as the source words it; what it does not say is absent. */
export interface SourceAction {
  what: string;
  id?: string;
  /** The name of a team. */
  team?: string;
  /** A person, or whoever stands where a person is due. */
  assignee?: string;
  status?: 'open' | 'doing' | 'done' | 'wont-do';
  priority?: string;
  kind?: string;
  /** As it is written; the caller reads the day. */
  due?: string;
  /** The day it was done. */
  closed?: string;
  ticket?: string;
  /** Words of the source that are in none of these: the heading of the group, the label of the ticket's link. */
  aside: string[];
  start: number;
  end: number;
  table?: Node;
  /** The item above its list: whoever acts, or the name of a group, and nothing else. */
  under?: Node;
}

/** What a reader of actions needs to know. */
export interface ActionContext {
  document: Document;
  lexicon: Lexicon;
  fate: AddressFate;
}

/** The actions under a heading and the headings below it: list items and rows of tables. Prose is none. */
export function actionsOf(section: Section, context: ActionContext): SourceAction[] {
  return withChildren(section).flatMap((part) => {
    const group = part === section ? {} : groupOf(part.title, context);
    const found = part.blocks.flatMap((block) => {
      if (block.type === 'list') return block.children.flatMap((item) => actionsOfItem(item, context));
      if (block.type === 'table') return actionsOfTable(block, context);
      return [];
    });
    return found.map((action) => ({
      ...group,
      ...action,
      aside: part === section ? action.aside : [part.title, ...action.aside],
    }));
  });
}

/** A heading that names who acts: `Owner: Platform`, `@sam`, `Platform team`. Any other is the name of a group of actions. */
function groupOf(title: string, { lexicon }: ActionContext): Pick<SourceAction, 'team' | 'assignee'> {
  const [, label = '', name = ''] = /^([\p{L} ]+):\s*(.+)$/u.exec(title.trim()) ?? [];
  const isOwner = lexicon.words.ownerLabels.includes(label.toLowerCase());
  if (isOwner) return whoIs(name, lexicon);
  if (/^@[\p{L}\p{N}_.-]+$/u.test(title.trim())) return { assignee: title.trim() };
  return /^[\p{L}\p{N} &-]{1,40}\bteam$/iu.test(title.trim()) ? { team: title.trim() } : {};
}

function actionsOfItem(item: Node, context: ActionContext): SourceAction[] {
  const { document, fate, lexicon } = context;
  const text = itemText(item, document, fate);
  if (!text || lexicon.isUnknown(text.text) || hasNoWords(text.text)) return [];
  const [first, ...others] = item.children;
  const [nested] = others;
  const head = first ? (inlineText(document, first.children, fate)?.text ?? '') : '';
  const shared = headOwner(head, lexicon) ?? headKind(head);
  if (shared && nested?.type === 'list' && others.length === 1) {
    return nested.children.flatMap((child) =>
      actionsOfItem(child, context).map((action) => ({
        ...shared,
        ...action,
        aside: [head, ...action.aside],
        under: item,
      })),
    );
  }
  const action = readAction(text.text, lexicon);
  if (action.what === '') return [];
  const status =
    item.checked === undefined ? undefined : item.checked ? ('done' as const) : (action.status ?? ('open' as const));
  return [
    {
      ...action,
      ...(status && { status }),
      aside: [...action.aside, ...text.dropped, ...markOf(item, document)],
      start: item.start,
      end: item.end,
    },
  ];
}

/** The number or check box of an item: words to whoever counts them. */
export function markOf(item: Node, document: Document): string[] {
  const mark = document.text.slice(item.start, item.children[0]?.start ?? item.start).trim();
  return /[\p{L}\p{N}]/u.test(mark) ? [mark] : [];
}

/** `@sam` or `Owner: Sam`, and below it what that person does. */
function headOwner(head: string, lexicon: Lexicon): Pick<SourceAction, 'team' | 'assignee'> | undefined {
  const plain = head
    .trim()
    .replace(/^[*_]+|[*_:]+$/g, '')
    .trim();
  if (/^@[\p{L}\p{N}_.-]+$/u.test(plain) || /^\[[\p{L}\p{N} ]{2,40}\]$/u.test(plain)) return whoIs(plain, lexicon);
  const [, label = '', name = ''] = /^([\p{L} ]+):\s*(.{2,40})$/u.exec(plain) ?? [];
  return lexicon.words.ownerLabels.includes(label.toLowerCase()) ? whoIs(name, lexicon) : undefined;
}

/** `Prevent:`, and below it what is to be done: the name of a group of actions, and perhaps their kind. */
function headKind(head: string): Pick<SourceAction, 'kind'> | undefined {
  const group = /^[*_]*([\p{L}][\p{L} -]{2,30})[*_]*:[*_]*$/u.exec(head.trim())?.[1];
  if (group === undefined) return undefined;
  return /^(?:prevent|detect|mitigate|learn)$/i.test(group) ? { kind: group.toLowerCase() } : {};
}
