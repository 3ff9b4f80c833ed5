import type { PostmortemEntry } from '../sources.ts';
import type { Path } from '../yaml/places.ts';

/** An id that a postmortem cites, and where. */
export interface Cited {
  id: string;
  path: Path;
}

/** What stands in `causes` or `factors`, bare or with `how`; nothing of `causes: unknown`. */
export function cited({ values }: PostmortemEntry, field: 'causes' | 'factors'): Cited[] {
  const written = values[field];
  if (!Array.isArray(written)) return [];
  return written.flatMap((citation, index): Cited[] => {
    if (typeof citation === 'string') return [{ id: citation, path: [field, index] }];
    return citation?.id === undefined ? [] : [{ id: citation.id, path: [field, index, 'id'] }];
  });
}

/** The ids of a plain list, with their places; holes are passed over. */
export function listed(ids: readonly (string | undefined)[] | undefined, path: Path): Cited[] {
  return (ids ?? []).flatMap((id, index) => (id === undefined ? [] : [{ id, path: [...path, index] }]));
}
