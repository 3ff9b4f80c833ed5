import type { Postmortem } from '../model/record.ts';
import { newestFirst } from './population.ts';

/** Which postmortems are related, both ways: by the id of each, the ids that it names and those that name it, newest first. */
export function relationsOf(postmortems: readonly Postmortem[]): Map<string, string[]> {
  const ordered = newestFirst(postmortems);
  const named = new Map(ordered.map(({ id }) => [id, new Set<string>()]));
  for (const { id, related } of ordered) {
    for (const other of related) {
      if (other === id || !named.has(other)) continue;
      named.get(id)?.add(other);
      named.get(other)?.add(id);
    }
  }
  const place = new Map(ordered.map(({ id }, index) => [id, index]));
  return new Map(
    [...named].map(([id, ids]) => [id, [...ids].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))]),
  );
}
