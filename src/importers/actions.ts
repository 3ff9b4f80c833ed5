import { toId } from '../model/id.ts';
import { type Document, type Node, plainWords, type Section, withChildren } from './document.ts';
import { type AddressFate, inlineText } from './inline.ts';
import { type Lexicon, normal } from './lexicon.ts';
import { itemText } from './time-rows.ts';

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
  ticket?: string;
  /** Words of the source that are in none of these: the heading of the group, the label of the ticket's link. */
  aside: string[];
  start: number;
  end: number;
  table?: Node;
}

interface Context {
  document: Document;
  lexicon: Lexicon;
  fate: AddressFate;
}

/** The actions under a heading and the headings below it: list items and rows of tables. Prose is none. */
export function actionsOf(section: Section, context: Context): SourceAction[] {
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
function groupOf(title: string, { lexicon }: Context): Pick<SourceAction, 'team' | 'assignee'> {
  const [, label = '', name = ''] = /^([\p{L} ]+):\s*(.+)$/u.exec(title.trim()) ?? [];
  const isOwner = lexicon.words.ownerLabels.includes(label.toLowerCase());
  if (isOwner) return whoIs(name);
  if (/^@[\w-]+$/.test(title.trim())) return { assignee: title.trim() };
  return /^[\p{L}\p{N} &-]{1,40}\bteam$/iu.test(title.trim()) ? { team: title.trim() } : {};
}

/** Who is meant: a team says so; anybody else may be a person. */
function whoIs(words: string): Pick<SourceAction, 'team' | 'assignee'> {
  const name = words.trim().replace(/^[*_`[(]+|[*_`\])]+$/g, '');
  return /\b(?:team|squad|group|sre|ops|devops)\b/i.test(name) && !name.startsWith('@')
    ? { team: name }
    : { assignee: name };
}

function actionsOfItem(item: Node, context: Context): SourceAction[] {
  const { document, fate, lexicon } = context;
  const text = itemText(item, document, fate);
  if (!text || lexicon.isUnknown(text.text) || /^\W*$/.test(text.text)) return [];
  const [first, ...others] = item.children;
  const [nested] = others;
  const head = first ? (inlineText(document, first.children, fate)?.text ?? '') : '';
  // `@sam` or `Owner: Sam`, and below it what that person does.
  const who = headOwner(head, lexicon);
  if (who && nested?.type === 'list' && others.length === 1) {
    return nested.children.flatMap((child) =>
      actionsOfItem(child, context).map((action) => ({ ...who, ...action, aside: [head, ...action.aside] })),
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

function headOwner(head: string, lexicon: Lexicon): Pick<SourceAction, 'team' | 'assignee'> | undefined {
  const plain = head
    .trim()
    .replace(/^[*_]+|[*_:]+$/g, '')
    .trim();
  if (/^@[\w-]+$/.test(plain) || /^\[[\p{L}\p{N} ]{2,40}\]$/u.test(plain)) return whoIs(plain);
  const [, label = '', name = ''] = /^([\p{L} ]+):\s*(.{2,40})$/u.exec(plain) ?? [];
  return lexicon.words.ownerLabels.includes(label.toLowerCase()) ? whoIs(name) : undefined;
}

const TICKET = /^[A-Z][A-Z0-9]{1,9}-\d{1,7}$/;
const TRACKED =
  /\/(?:issues|pull|pulls|merge_requests|browse|tickets?|bugs?|tasks?|projects?|work_items|cards?|c|discussions)\/[\w#-]+/i;

type Read = Omit<SourceAction, 'start' | 'end' | 'table'>;

/** Reads what the words of an action say beside what is to be done. */
export function readAction(source: string, lexicon: Lexicon): Read {
  const { words } = lexicon;
  const action: Read = { what: source.trim(), aside: [] };
  const cut = (pattern: RegExp, use: (match: RegExpExecArray) => boolean): void => {
    const match = pattern.exec(action.what);
    if (!match || !use(match)) return;
    action.what = `${action.what.slice(0, match.index)} ${action.what.slice(match.index + match[0].length)}`
      .replace(/\s{2,}/g, ' ')
      .trim();
  };
  const statusOf = (mark: string): SourceAction['status'] => {
    const plain = mark.toLowerCase().trim();
    if (words.done.includes(plain)) return 'done';
    if (words.doing.includes(plain)) return 'doing';
    return words.refused.includes(plain) ? 'wont-do' : undefined;
  };
  const mark = (match: RegExpExecArray): boolean => {
    const status = statusOf(match[1] ?? '');
    if (status) {
      action.status ??= status;
      action.aside.push(match[0].trim());
    }
    return status !== undefined;
  };
  const isMark = /^(?:✅|☑|✔️?)\s*/u;
  cut(isMark, (match) => {
    action.status ??= 'done';
    action.aside.push(match[0].trim());
    return true;
  });
  cut(/^\W{0,3}\b(P[0-3])\b[\])*_]*\s*[:–-]\s*|^[[(](P[0-3])[\])]\s*/, (match) => {
    action.priority = match[1] ?? match[2] ?? '';
    return true;
  });
  cut(/^[*_]*[[(]([\p{L}' ]{2,14})[\])][*_]*\s*:?(?!\()/u, mark);
  cut(/^[*_]*([\p{L}' ]{2,14})[*_]*\s*:(?=\s)/u, mark);
  cut(/\s*[-–—([]\s*\**([\p{L}' ]{2,14})\**[)\]]?\s*[.!]?$/u, (match) =>
    statusOf(match[1] ?? '') === undefined ? false : mark(match),
  );
  cut(/^[*_]*\[(@?[\p{L}\p{N}][\p{L}\p{N} .&/'-]{1,40})\][*_]*:?\s+(?!\()/u, (match) => {
    Object.assign(action, whoIs(match[1] ?? ''));
    return true;
  });
  const labels = words.ownerLabels.join('|');
  cut(
    new RegExp(
      `\\s*[[(,;–-]?\\s*\\**(?:${labels})\\**\\s*:\\**\\s*(@?[\\p{L}\\p{N}][\\p{L}\\p{N} .&/'@-]{1,40}?)\\s*[\\])]?\\.?$`,
      'iu',
    ),
    (match) => {
      Object.assign(action, whoIs(match[1] ?? ''));
      action.aside.push(match[0].trim());
      return true;
    },
  );
  cut(/\s*[-–—(]\s*(@[\w-]{2,39})\)?\s*$/, (match) => {
    action.assignee ??= match[1] ?? '';
    return true;
  });
  readTicket(action);
  return action;
}

function readTicket(action: Read): void {
  const trailing =
    /\s*[([]*\s*(?:\[([^\]]*)\]\(<?(https?:\/\/[^\s)>]+)>?\)|<?(https?:\/\/[^\s)>\]]+)>?)\s*[)\]]*\s*\.?$/.exec(
      action.what,
    );
  const url = trailing?.[2] ?? trailing?.[3];
  const label = trailing?.[1] ?? '';
  const isAside =
    /^\s*[([]\s*[[<h]/.test(trailing?.[0] ?? '') ||
    label === '' ||
    /^(?:link to )?(?:[\p{L}]+ )?(?:issue|pr|pull request|ticket|bug|fix|here|link|mr|[\w./-]*[#!]\d+|[A-Z]+-\d+)$/iu.test(
      label,
    );
  if (trailing && url && isAside && TRACKED.test(url) && trailing.index > 0) {
    action.ticket = url;
    action.aside.push(trailing[1] ?? '');
    action.what = action.what.slice(0, trailing.index).trim();
    return;
  }
  const link = [...action.what.matchAll(/\]\(<?(https?:\/\/[^\s)>]+)>?\)|(?<![(<])(https?:\/\/[^\s)>\]]+)/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .find((one) => TRACKED.test(one));
  const id = /(?:^|[\s([])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?=$|[\s)\].,:])/.exec(action.what)?.[1];
  if (link) action.ticket = link;
  else if (id && TICKET.test(id)) action.ticket = id;
}

function actionsOfTable(table: Node, context: Context): SourceAction[] {
  const { document, lexicon, fate } = context;
  const { columns } = lexicon.words;
  const [header, ...rows] = table.children;
  if (!header) return [];
  const names = header.children.map((cell) => plainWords(cell));
  const column = (list: readonly string[], taken: number[] = []): number =>
    names.findIndex(
      (name, index) =>
        !taken.includes(index) && list.some((word) => (normal(word) || word) === (normal(name) || name.trim())),
    );
  const owner = column(columns.owner);
  const due = column(columns.due, [owner]);
  const status = column(columns.status, [owner, due]);
  const priority = column(columns.priority);
  const ticket = column(columns.ticket);
  const id = column(columns.id);
  const kind = column(columns.kind);
  const known = [owner, due, status, priority, ticket, id, kind].filter((index) => index >= 0);
  const named = column(columns.action, known);
  const what = named >= 0 ? named : names.findIndex((_, index) => !known.includes(index));
  if (what < 0) return [];
  return rows.flatMap((row): SourceAction[] => {
    const cell = (index: number): string => {
      const node = row.children[index];
      const text = node ? (inlineText(document, node.children, fate)?.text ?? plainWords(node)) : '';
      return lexicon.isUnknown(text) ? '' : text;
    };
    const text = cell(what);
    const whole = row.children[what] && inlineText(document, row.children[what].children, fate);
    if (text === '' || !whole) return [];
    const read = readAction(text, lexicon);
    const aside = [...read.aside, ...whole.dropped];
    const marks = cell(status)
      .toLowerCase()
      .replace(/[^\p{L}' ]/gu, '')
      .trim();
    const { words } = lexicon;
    const isDone = words.done.includes(marks) || /[✅☑✔]|\[x\]/iu.test(cell(status));
    const state = isDone
      ? 'done'
      : words.doing.includes(marks)
        ? 'doing'
        : words.refused.includes(marks)
          ? 'wont-do'
          : ['open', 'todo', 'to do', 'new', 'not started', 'pending'].includes(marks)
            ? 'open'
            : undefined;
    const link = /\]\(<?(https?:\/\/[^\s)>]+)>?\)|^<?(https?:\/\/[^\s>]+)>?$/.exec(cell(ticket));
    const others = names.flatMap((name, index) => {
      const isRead =
        index === what ||
        (index === status && state) ||
        (index === due && cell(due) !== '') ||
        index === owner ||
        index === id ||
        index === ticket;
      const isEnum =
        (index === priority && /^P[0-3]$/i.test(cell(priority))) ||
        (index === kind && /^(?:prevent|detect|mitigate|learn)$/i.test(cell(kind)));
      return isRead || isEnum || cell(index) === '' ? [] : [`${name}: ${cell(index)}`];
    });
    const number = cell(id).replace(/^#/, '');
    return [
      {
        ...read,
        what: others.length > 0 ? `${read.what} (${others.join('; ')})` : read.what,
        ...(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(number) &&
          number.length <= 40 &&
          toId(number) !== '' && { id: number }),
        ...(cell(owner) !== '' && whoIs(cell(owner))),
        ...(state && { status: state }),
        ...(/^P[0-3]$/i.test(cell(priority)) && { priority: cell(priority).toUpperCase() }),
        ...(/^(?:prevent|detect|mitigate|learn)$/i.test(cell(kind)) && { kind: cell(kind).toLowerCase() }),
        ...(cell(due) !== '' && { due: cell(due) }),
        ...(cell(ticket) !== '' && { ticket: link?.[1] ?? link?.[2] ?? cell(ticket) }),
        aside: [...aside, cell(status), ...(link ? [cell(ticket)] : [])],
        start: row.start,
        end: row.end,
        table,
      },
    ];
  });
}
