import { withChildren } from '../document.ts';
import { idOf } from '../names.ts';
import type { RecordContext } from '../record-context.ts';
import { dayOf } from '../times/place-times.ts';
import { actionsOf, type SourceAction } from './actions.ts';

/** Takes the actions under their headings out of the body. What the source does not say of one is reported, never made up. */
export function mapActions(context: RecordContext): void {
  const { document, lexicon, draft, fate } = context;
  const sections = document.sections.filter(
    ({ title, parent }) => lexicon.heading(title) === 'actions' && lexicon.heading(parent?.title ?? '') !== 'actions',
  );
  const inBody = sections.flatMap((section) => {
    const parts = withChildren(section);
    if (parts.some((part) => context.claimed.has(part))) return [];
    for (const part of parts) context.claimed.add(part);
    return actionsOf(section, { document, lexicon, fate });
  });
  const found = [...context.fromKeys.actions, ...inBody];
  if (found.length === 0) return;
  const ids = new Set<string>();
  const actions = found.map((action) => toAction(action, ids, context));
  // Words that are written otherwise in the fields: the name of a team, a day.
  const aside = found
    .flatMap(({ team = '', due = '', ...action }) => [...action.aside, team, due])
    .filter((words) => words.trim() !== '');
  const places = [
    ...(context.fromKeys.actions.length > 0 ? ['the front matter'] : []),
    ...sections.map(({ title }) => `the heading "${title}"`),
  ];
  draft.set('actions', actions, 'mapped', [`${places.join(', ')}: ${found.length} actions`, ...aside].join(' | '));
  // With its line end: a blank line in the place of a row would end its table.
  for (const { start, end, table } of found)
    draft.edits.remove(start, end + Number(table !== undefined && document.text[end] === '\n'));
  for (const group of new Set(found.flatMap(({ under }) => under ?? []))) {
    const list = group.children.at(-1);
    if (list && draft.edits.apply(document.text, list.start, list.end).trim() === '')
      draft.edits.remove(group.start, group.end);
  }
  const tables = new Set(found.map(({ table }) => table));
  for (const table of tables) {
    const [header, ...rows] = table?.children ?? [];
    if (!table || !header || !rows.every((row) => draft.edits.removes(row.start, row.end))) continue;
    draft.take(table.start, table.end);
    draft.leave(header.start, header.end, 'the head of a table that went into the actions');
  }
}

function toAction(
  action: SourceAction,
  ids: Set<string>,
  { archive, stamps, stated, draft }: RecordContext,
): Record<string, unknown> {
  let number = ids.size + 1;
  let id = action.id !== undefined && !ids.has(action.id) ? action.id : `A${number}`;
  while (ids.has(id)) {
    number += 1;
    id = `A${number}`;
  }
  ids.add(id);
  const team = action.team === undefined ? '' : idOf(action.team);
  if (team !== '' && action.team !== undefined) stated.named.push({ kind: 'teams', id: team, name: action.team });
  const stamp = action.due === undefined ? undefined : stamps.read(action.due);
  const year = typeof draft.values.started === 'string' ? draft.values.started.slice(0, 10) : undefined;
  const due =
    stamp && !stamp.impossible && stamp.length === action.due?.trim().length
      ? dayOf(stamp, archive.dayOrder, year)
      : undefined;
  const what = action.due !== undefined && due === undefined ? `${action.what} (${action.due})` : action.what;
  const isRefused = action.status === 'wont-do';
  return {
    id,
    what,
    ...(action.kind !== undefined && { kind: action.kind }),
    ...(team !== '' && { owner: team }),
    ...(action.assignee !== undefined && { assignee: action.assignee }),
    ...(action.priority !== undefined && { priority: action.priority }),
    ...(due !== undefined && { due }),
    ...(action.status !== undefined && { status: action.status }),
    ...(action.closed !== undefined && { closed: action.closed }),
    ...(isRefused && { reason: 'Not said in the source.' }),
    ...(action.ticket !== undefined && { ticket: action.ticket }),
  };
}
