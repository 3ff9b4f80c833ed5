import { fold, type Token, tokensOf } from './tokens.ts';

/** Words of a text that belong to a group of synonyms. */
export interface SynonymRow {
  /** The group, by its place in the list. */
  group: number;
  /** The first and the last of its tokens. */
  first: number;
  last: number;
}

/** Finds the words of groups of synonyms in a text that was cut into tokens. */
export interface SynonymFinder {
  /** Every row of words in `tokens` that belongs to a group, by where it starts. */
  find(tokens: readonly Token[]): SynonymRow[];
  /** The groups that `tokens` as a whole belong to. */
  meaning(tokens: readonly Token[]): number[];
}

/** What may follow a row of words, and the groups for which the row is complete. */
interface Step {
  next: Map<string, Step>;
  /** What may follow with any ending, by its beginning. */
  nextByStart: Map<string, Step>;
  /** The first letters of these beginnings. */
  starts: Set<string>;
  groups: number[];
}

/** A word of a token: the whole, or one of its parts. */
interface Atom {
  word: string;
  token: number;
  /** Where the words of the next token begin, or the next part of this one. */
  after: number;
}

/** Where a row of words ends, and what it means. */
interface End {
  group: number;
  last: number;
  after: number;
}

/** The shortest beginning a variant with `*` may have. In characters. */
const SHORTEST_START = 3;

/** The shortest ending a variant that begins with `*` may have. In characters. */
const SHORTEST_END = 5;

/**
 * A finder for groups of variants: words, or several words in a row. `*` at the end of a variant stands for any ending; at
 * the beginning of a single word for any beginning, as German joins words (`*ausfall`: Stromausfall).
 */
export function synonymFinder(groups: readonly (readonly string[])[]): SynonymFinder {
  const root = step();
  const byEnd = new Map<string, number[]>();
  groups.forEach((variants, group) => {
    for (const variant of variants) {
      if (variant.startsWith('*')) push(byEnd, fold(variant.slice(1)), group);
      else add(root, variant, group);
    }
  });
  const endsAt = (atoms: readonly Atom[], at: number): End[] => [
    ...endsOf(root, atoms, at),
    ...endingsOf(byEnd, atoms[at]),
  ];
  return {
    find(tokens) {
      const atoms = atomsOf(tokens);
      return atoms.flatMap((atom, at) =>
        endsAt(atoms, at).map(({ group, last }) => ({ group, first: atom.token, last })),
      );
    },
    meaning(tokens) {
      const atoms = atomsOf(tokens);
      const starts = (tokens[0]?.words.length ?? 0) > 1 ? [0, 1] : [0];
      const ends = starts.flatMap((at) => endsAt(atoms, at)).filter(({ after }) => after >= atoms.length);
      return [...new Set(ends.map(({ group }) => group))];
    },
  };
}

/** The key of a variant: equal for all spellings that the finder takes for the same. */
export function variantKey(variant: string): string {
  const words = tokensOf(variant).flatMap(partsOf).join(' ');
  return `${variant.startsWith('*') ? '*' : ''}${words}${variant.endsWith('*') ? '*' : ''}`;
}

function step(): Step {
  return { next: new Map(), nextByStart: new Map(), starts: new Set(), groups: [] };
}

function add(root: Step, variant: string, group: number): void {
  const open = variant.endsWith('*');
  const tokens = tokensOf(open ? variant.slice(0, -1) : variant);
  for (const words of [tokens.flatMap(partsOf), tokens.map((token) => token.words[0] ?? '')]) {
    let at = root;
    words.forEach((word, i) => {
      const byStart = open && i === words.length - 1 && word.length >= SHORTEST_START;
      const steps = byStart ? at.nextByStart : at.next;
      const following = steps.get(word) ?? step();
      steps.set(word, following);
      if (byStart) at.starts.add(word.slice(0, SHORTEST_START));
      at = following;
    });
    if (at !== root && !at.groups.includes(group)) at.groups.push(group);
  }
}

/** The words of tokens in a row: of a token with parts the whole, then its parts. */
function atomsOf(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  tokens.forEach((token, at) => {
    const parts = partsOf(token);
    if (parts.length > 1) atoms.push({ word: token.words[0] ?? '', token: at, after: atoms.length + 1 + parts.length });
    for (const word of parts) atoms.push({ word, token: at, after: atoms.length + 1 });
  });
  return atoms;
}

function partsOf(token: Token): string[] {
  return token.words.length > 1 ? token.words.slice(1) : token.words;
}

/** Where the rows that start at an atom end, and what they mean. Rows are as short as the longest variant. */
function endsOf(root: Step, atoms: readonly Atom[], start: number): End[] {
  const ends: End[] = [];
  const open: { from: Step; at: number }[] = [{ from: root, at: start }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, at } = next;
    const atom = atoms[at];
    if (!atom) continue;
    for (const following of stepsAfter(from, atom.word)) {
      for (const group of following.groups) ends.push({ group, last: atom.token, after: atom.after });
      if (following.next.size + following.nextByStart.size === 0) continue;
      open.push({ from: following, at: atom.after });
      // Where a whole stands next, its first part may be the word that is looked for.
      const whole = atoms[atom.after];
      if (whole && whole.after > atom.after + 1) open.push({ from: following, at: atom.after + 1 });
    }
  }
  return ends;
}

/** What the ending of a word means, if something stands before it. */
function endingsOf(byEnd: ReadonlyMap<string, readonly number[]>, atom: Atom | undefined): End[] {
  if (!atom || byEnd.size === 0) return [];
  const ends: End[] = [];
  for (let from = 2; from <= atom.word.length - SHORTEST_END; from += 1) {
    for (const group of byEnd.get(atom.word.slice(from)) ?? [])
      ends.push({ group, last: atom.token, after: atom.after });
  }
  return ends;
}

function push(map: Map<string, number[]>, key: string, group: number): void {
  const groups = map.get(key);
  if (groups) groups.push(group);
  else map.set(key, [group]);
}

function stepsAfter(from: Step, word: string): Step[] {
  const exact = from.next.get(word);
  const steps = exact ? [exact] : [];
  if (!from.starts.has(word.slice(0, SHORTEST_START))) return steps;
  for (let length = SHORTEST_START; length <= word.length; length += 1) {
    const open = from.nextByStart.get(word.slice(0, length));
    if (open) steps.push(open);
  }
  return steps;
}
