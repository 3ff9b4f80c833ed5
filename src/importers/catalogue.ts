import { distance } from 'fastest-levenshtein';
import { frontMatter } from './record-file.ts';
import type { Named } from './stated.ts';

/** A stub of the catalogue: a name that the source uses, to be filled in by the team. */
export interface Stub {
  /** Path below the content folder. */
  file: string;
  kind: Named['kind'];
  id: string;
  name: string;
  text: string;
}

/** One stub for each name; a factor that is a cause as well is the cause. */
export function stubsOf(named: readonly Named[]): Stub[] {
  const stubs = new Map<string, Stub>();
  const causes = new Set(named.filter(({ kind }) => kind === 'causes').map(({ id }) => id));
  for (const { kind, id, name } of named) {
    if (kind === 'factors' && causes.has(id)) continue;
    const extension = kind === 'causes' || kind === 'factors' ? 'md' : 'yaml';
    const file = `${kind}/${id}.${extension}`;
    if (stubs.has(file)) continue;
    const values = frontMatter({ name });
    const text = extension === 'yaml' ? values : `---\n${values}---\n`;
    stubs.set(file, { file, kind, id, name, text });
  }
  return [...stubs.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Pairs of names that may be one thing: proposed, never merged. At most `most` of them. */
export function nearDuplicates(stubs: readonly Stub[], most = 50): { kind: string; ids: [string, string] }[] {
  const pairs: { kind: string; ids: [string, string] }[] = [];
  const byKind = Map.groupBy(stubs, ({ kind }) => kind);
  for (const [kind, all] of byKind) {
    for (const [index, one] of all.entries()) {
      // Neighbours in the alphabet and in length: comparing all with all would take hours for a thousand names.
      for (const other of all.slice(index + 1, index + 200)) {
        if (pairs.length >= most) return pairs;
        if (isNear(one.id, other.id)) pairs.push({ kind, ids: [one.id, other.id] });
      }
    }
  }
  return pairs;
}

function isNear(a: string, b: string): boolean {
  const bare = (id: string): string => id.replace(/-/g, '').replace(/s$/, '').replace(/e$/, '');
  if (bare(a) === bare(b)) return true;
  const length = Math.min(a.length, b.length);
  // `v1` and `v2` differ in a number, which is a difference.
  if (a.replace(/\d+/g, '') === b.replace(/\d+/g, '')) return false;
  return length >= 6 && distance(a, b) <= (length >= 12 ? 2 : 1);
}
