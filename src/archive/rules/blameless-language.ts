import { type Prose, proseOf } from '../prose.ts';
import type { PostmortemEntry, Rule, Sources } from '../sources.ts';
import { BLAME_PHRASES, type Blame, REASONS, WORDS } from './blame-phrases.ts';
import { type NamedPeople, namedPeople } from './named-people.ts';
import { needlesOf } from './needles.ts';

/** Fields that ask for what did not happen. */
const COUNTERFACTUAL_FIELDS = new Set(['detection.gap', 'causeChain.prevention', 'gotLucky']);

export const blamelessLanguage: Rule = {
  name: 'blameless-language',
  what: 'Words ask what made a mistake likely, and not whose it was.',
  *judge(sources) {
    const people = namedPeople(sources);
    for (const entry of judged(sources)) {
      if (!mayBlame(withoutMarkup(entry.text)) && !people.mayBeIn(entry.text)) continue;
      for (const prose of proseOf(entry)) {
        for (const { start, words, reason, rewrite } of blameIn(prose, people)) {
          yield {
            file: entry.file,
            position: prose.positionOf(start),
            rule: this.name,
            severity: 'hint',
            message: `“${words}” ${REASONS[reason]}`,
            hint: rewrite,
          };
        }
      }
    }
  },
};

type Judged = Pick<PostmortemEntry, 'kind' | 'file' | 'path' | 'id' | 'format'> & Sources['causes'][number];

function judged({ postmortems, causes, factors }: Sources): Judged[] {
  return [...(postmortems as unknown as Judged[]), ...causes, ...factors];
}

/** What blames in a piece of prose, in order: of phrases that overlap the one that starts first, and of those the longest. */
function blameIn(prose: Prose, people: Pick<NamedPeople, 'faultsIn'>): Blame[] {
  const found: Blame[] = [...people.faultsIn(prose.text)];
  const lower = prose.text.toLowerCase();
  for (const { pattern, needles, notAfter, reason, rewrite } of PATTERNS) {
    if (!needles.some((needle) => lower.includes(needle))) continue;
    // What an action promises has a rule of its own.
    if (reason === 'promise' && (prose.field === 'actions.what' || prose.field === 'measures')) continue;
    if (reason === 'counterfactual' && prose.field !== undefined && COUNTERFACTUAL_FIELDS.has(prose.field)) continue;
    for (const { 0: match, index } of prose.text.matchAll(pattern)) {
      if (notAfter.test(prose.text.slice(Math.max(0, index - 60), index))) continue;
      found.push({ start: index, end: index + match.length, words: match.replace(/\s+/g, ' '), reason, rewrite });
    }
  }
  let done = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < done || prose.isAllowed(start)) return false;
      done = end;
      return true;
    });
}

const PATTERNS = BLAME_PHRASES.map(({ phrase, notAfter, reason, rewrite }) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${toPattern(phrase)})(?![\\p{L}\\p{N}_])`, 'giu'),
  // Where none of its words stands, a phrase is not looked for.
  needles: needlesOf(withWords(phrase)),
  // An operator of Kubernetes is a program.
  notAfter: new RegExp(
    `\\b(?:${toPattern(['kubernetes|k8s|prometheus', notAfter].filter(Boolean).join('|'))})\\s+$`,
    'i',
  ),
  reason,
  rewrite,
}));

/** How far from its word a phrase may begin or end, in characters. */
const REACH = 400;
const REACH_OF_WORDS = 120;

interface RoughPhrase {
  pattern: RegExp;
  reach: number;
}

/** The phrases, roughly, by the words that each cannot do without. */
const BY_NEEDLE = Map.groupBy(
  BLAME_PHRASES.flatMap(({ phrase }) => {
    const pattern = new RegExp(`\\b(?:${toPattern(phrase)})\\b`, 'i');
    // What stands between the words of a phrase may be long; the words themselves are not.
    const reach = /\{\d/.test(phrase) ? REACH : REACH_OF_WORDS;
    return needlesOf(withWords(phrase)).map((needle) => ({ needle, rough: { pattern, reach } }));
  }),
  ({ needle }) => needle,
);

const ANY_NEEDLE = new RegExp([...BY_NEEDLE.keys()].join('|'), 'g');

const phrasesOfWord = new Map<string, RoughPhrase[]>();

/** Whether any of the phrases stands in a text, roughly: most files hold none, and need not be read closer. */
function mayBlame(text: string): boolean {
  const lower = text.toLowerCase();
  for (const { index } of lower.matchAll(ANY_NEEDLE)) {
    // One needle may hide another that overlaps it: the word around them holds both.
    const word = wordAround(lower, index);
    const patterns =
      phrasesOfWord.get(word) ??
      [...BY_NEEDLE].flatMap(([needle, all]) => (word.includes(needle) ? all.map(({ rough }) => rough) : []));
    phrasesOfWord.set(word, patterns);
    const near = text.slice(Math.max(0, index - REACH_OF_WORDS), index + REACH_OF_WORDS);
    const isIn = ({ pattern, reach }: RoughPhrase): boolean =>
      pattern.test(reach === REACH_OF_WORDS ? near : text.slice(Math.max(0, index - reach), index + reach));
    if (patterns.some(isIn)) return true;
  }
  return false;
}

function wordAround(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 40 && isOfWord(text.charCodeAt(start - 1))) start -= 1;
  let end = at;
  while (end < text.length && end - at < 40 && isOfWord(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** Of `a` to `z` and the hyphen. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 45;
}

function toPattern(phrase: string): string {
  return withWords(phrase).replaceAll(' ', '\\s+').replaceAll("'", "['’]{1,2}");
}

function withWords(phrase: string): string {
  return phrase.replace(/\{([a-z-]+)\}/g, (_, word: string) => WORDS[word] ?? '');
}

/** A text whose words stand beside each other as a reader sees them, roughly. */
function withoutMarkup(text: string): string {
  return text.replace(/\]\([^)\n]*\)|\n[ \t]*>|[*_~[\]]/g, ' ');
}
