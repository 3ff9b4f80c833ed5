import { OPERATIONS_WORDS } from './operations-words.ts';
import { type SynonymFinder, synonymFinder, variantKey } from './synonyms.ts';

let shipped: SynonymFinder | undefined;

/** A finder for the shipped groups and the team's. A group of the team joins every group it has a word in common with. */
export function finderWith(team: readonly (readonly string[])[]): SynonymFinder {
  if (team.length > 0) return synonymFinder(joined(team));
  shipped ??= synonymFinder(OPERATIONS_WORDS);
  return shipped;
}

/** The groups of a team's synonyms.yaml: each key and its values mean the same. */
export function groupsOfSynonyms(synonyms: Readonly<Record<string, string | readonly string[]>>): string[][] {
  return Object.entries(synonyms).map(([word, same]) => [word, ...(typeof same === 'string' ? [same] : same)]);
}

function joined(team: readonly (readonly string[])[]): string[][] {
  const groups = OPERATIONS_WORDS.map((variants) => [...variants]);
  const groupsOf = new Map<string, Set<number>>();
  const note = (variant: string, group: number): void => {
    const key = variantKey(variant);
    groupsOf.set(key, (groupsOf.get(key) ?? new Set()).add(group));
  };
  groups.forEach((variants, group) => {
    for (const variant of variants) note(variant, group);
  });
  for (const words of team) {
    const known = new Set(words.flatMap((word) => [...(groupsOf.get(variantKey(word)) ?? [])]));
    if (known.size === 0) known.add(groups.push([]) - 1);
    for (const group of known) {
      groups[group]?.push(...words);
      for (const word of words) note(word, group);
    }
  }
  return groups;
}
