import { toId } from '../../model/id.ts';
import { type Node, plainWords } from '../document.ts';
import { inlineText, listText } from '../inline.ts';
import { type Lexicon, normal } from '../lexicon.ts';
import { readAction, statusOf, whoIs } from './action-words.ts';
import type { ActionContext, SourceAction } from './actions.ts';

/** The actions of a table: its columns by what they are called, those of other names in brackets behind the words. */
export function actionsOfTable(table: Node, context: ActionContext): SourceAction[] {
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
      const read = index === owner ? listText : inlineText;
      const text = node ? (read(document, node.children, fate)?.text ?? plainWords(node)) : '';
      return lexicon.isUnknown(text) ? '' : text;
    };
    const text = cell(what);
    const whole = row.children[what] && inlineText(document, row.children[what].children, fate);
    if (text === '' || !whole) return [];
    const read = readAction(text, lexicon);
    // `TBD` is no owner, and a word all the same.
    const unknown = row.children.map(plainWords).filter((words) => words !== '' && lexicon.isUnknown(words));
    const others = row.children.filter((_, index) => index !== what);
    const dropped = others.flatMap(({ children }) => inlineText(document, children, fate)?.dropped ?? []);
    const aside = [...read.aside, ...whole.dropped, ...unknown, ...dropped];
    const marks = cell(status)
      .toLowerCase()
      .replace(/[^\p{L}' ]/gu, '')
      .trim();
    const isDone = /[✅☑✔]|\[x\]/iu.test(cell(status));
    const tracked = ticketOf(cell(ticket), lexicon);
    const state = isDone ? 'done' : (statusOf(marks, lexicon) ?? tracked.status);
    // A row may have more cells than the table has columns.
    const more = row.children.flatMap((_, index) => {
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
      return isRead || isEnum || cell(index) === ''
        ? []
        : [names[index] ? `${names[index]}: ${cell(index)}` : cell(index)];
    });
    const number = cell(id).replace(/^#/, '');
    return [
      {
        ...read,
        what: more.length > 0 ? `${read.what} (${more.join('; ')})` : read.what,
        ...(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(number) &&
          number.length <= 40 &&
          toId(number) !== '' && { id: number }),
        ...(cell(owner) !== '' && whoIs(cell(owner), lexicon)),
        ...(state && { status: state }),
        ...(/^P[0-3]$/i.test(cell(priority)) && { priority: cell(priority).toUpperCase() }),
        ...(/^(?:prevent|detect|mitigate|learn)$/i.test(cell(kind)) && { kind: cell(kind).toLowerCase() }),
        ...(cell(due) !== '' && { due: cell(due) }),
        ...(tracked.ticket !== '' && { ticket: tracked.ticket }),
        aside: [
          ...aside,
          cell(status),
          ...(/\]\(/.test(cell(owner)) ? [cell(owner)] : []),
          ...(tracked.ticket === cell(ticket) ? [] : [cell(ticket)]),
        ],
        start: row.start,
        end: row.end,
        table,
      },
    ];
  });
}

/** `[OPS-1](https://…)` leads to its address; `Bug 5554823 **DONE**` and `n/a **TODO**` say beside it how far the action is. */
function ticketOf(cell: string, lexicon: Lexicon): { ticket: string; status?: SourceAction['status'] } {
  const [mark, word = ''] = /(?:^|\s+)\(?(?:\*\*|__)?([\p{L}' ]{2,14}?)(?:\*\*|__)?\)?$/u.exec(cell) ?? [];
  const status = mark === undefined ? undefined : statusOf(word, lexicon);
  const words = status === undefined || mark === undefined ? cell : cell.slice(0, -mark.length).trim();
  const [, linked, bare] = /\]\(<?(https?:\/\/[^\s)>]+)>?\)|^<?(https?:\/\/[^\s>]+)>?$/.exec(words) ?? [];
  const ticket = linked ?? bare ?? (lexicon.isUnknown(words) ? '' : words);
  return { ticket, ...(status && { status }) };
}
