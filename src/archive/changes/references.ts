import type { FileKind } from '../files.ts';
import { textsAt } from '../texts.ts';
import type { Path } from '../yaml/places.ts';

const OF_CAUSES: readonly string[] = [
  'causes.*',
  'causes.*.id',
  'factors.*',
  'factors.*.id',
  'causeChain.*.cause',
  'actions.*.addresses.*',
];

/** Where each kind of record is named by its id: in files of which kind, at which fields. */
const NAMED_IN: Partial<Record<FileKind, Partial<Record<FileKind, readonly string[]>>>> = {
  postmortem: {
    postmortem: ['related.*', 'recurrenceOf'],
    template: ['related.*', 'recurrenceOf'],
    site: ['startHere.*'],
  },
  cause: { postmortem: OF_CAUSES, template: OF_CAUSES, cause: ['related.*'], factor: ['related.*'] },
  factor: { postmortem: OF_CAUSES, template: OF_CAUSES, cause: ['related.*'], factor: ['related.*'] },
  service: { postmortem: ['services.*'], template: ['services.*'] },
  team: {
    postmortem: ['owner', 'actions.*.owner'],
    template: ['owner', 'actions.*.owner'],
    service: ['team'],
  },
};

/** Where the values of a file of one kind name the record `id` of another. */
export function referencesTo(
  { kind, id }: { kind: FileKind; id: string },
  values: unknown,
  fileKind: FileKind,
): Path[] {
  const fields = NAMED_IN[kind]?.[fileKind] ?? [];
  return fields.flatMap((field) =>
    [...textsAt(values, field)].flatMap(({ text, path }) => (text === id ? [path] : [])),
  );
}
