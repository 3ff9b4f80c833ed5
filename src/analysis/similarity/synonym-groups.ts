import { OPERATIONS_KINDS } from './operations-kinds.ts';
import { OPERATIONS_WORDS } from './operations-words.ts';
import { type SynonymFinder, synonymFinder, variantKey } from './synonyms.ts';
import { tokensOf } from './tokens.ts';

/** What is known of words that mean the same. */
export interface Vocabulary {
  finder: SynonymFinder;
  /** True for a group of things of one kind, which are not the same thing. */
  isKind(group: number): boolean;
}

type Groups = readonly (readonly string[])[];

let shipped: Vocabulary | undefined;

/** The shipped groups and the team's. A group of the team joins every group it has a word in common with. */
export function vocabularyWith(team: Groups): Vocabulary {
  if (team.length > 0) return vocabularyOf(joined(OPERATIONS_WORDS, team));
  shipped ??= vocabularyOf(OPERATIONS_WORDS);
  return shipped;
}

/** The groups of a team's synonyms.yaml: each key and its values mean the same. */
export function groupsOfSynonyms(synonyms: Readonly<Record<string, string | readonly string[]>>): string[][] {
  return Object.entries(synonyms).map(([word, same]) => [word, ...(typeof same === 'string' ? [same] : same)]);
}

/** Kinds come after the groups. What means the same as a word of a kind is of the kind. */
function vocabularyOf(groups: Groups): Vocabulary {
  const groupsOf = groupsByVariant(groups);
  const kinds = OPERATIONS_KINDS.map((kind) => [
    ...new Set(
      kind.flatMap((word) => [
        word,
        ...[...(groupsOf.get(variantKey(word)) ?? [])].flatMap((group) => groups[group] ?? []),
      ]),
    ),
  ]);
  return { finder: synonymFinder([...groups, ...kinds]), isKind: (group) => group >= groups.length };
}

function joined(groups: Groups, team: Groups): string[][] {
  const all = groups.map((variants) => [...variants]);
  const groupsOf = groupsByVariant(groups);
  // `oom` belongs to the group that holds `oom*`.
  const { meaning } = synonymFinder(groups);
  for (const words of team) {
    const known = new Set(
      words.flatMap((word) => [...(groupsOf.get(variantKey(word)) ?? []), ...meaning(tokensOf(word))]),
    );
    if (known.size === 0) known.add(all.push([]) - 1);
    for (const group of known) {
      all[group]?.push(...words);
      for (const word of words) note(groupsOf, word, group);
    }
  }
  return all;
}

function groupsByVariant(groups: Groups): Map<string, Set<number>> {
  const groupsOf = new Map<string, Set<number>>();
  groups.forEach((variants, group) => {
    for (const variant of variants) note(groupsOf, variant, group);
  });
  return groupsOf;
}

function note(groupsOf: Map<string, Set<number>>, variant: string, group: number): void {
  const key = variantKey(variant);
  groupsOf.set(key, (groupsOf.get(key) ?? new Set()).add(group));
}
