import type { Sources } from '../sources.ts';
import type { Blame } from './blame-phrases.ts';
import { GIVEN_NAMES } from './given-names.ts';

/** Finds people who are named beside a verb of fault. */
export interface NamedPeople {
  /** False where a text certainly names nobody so. */
  mayBeIn(text: string): boolean;
  faultsIn(text: string): Blame[];
}

/** What only people do, so that a name before it is a person's. */
const HUMAN =
  "forgot|neglected|mistyped|misunderstood|misjudged|panicked|messed up|screwed up|made (?:a|an)(?: \\w+)? (?:mistake|error)|carelessly|dropped the ball|(?:did not|didn['’]t) bother|(?:was|is) careless|failed to (?:realise|realize|remember)";

/** What software does too: it is a fault where the name is known to be a person's. */
const FAULT = `${HUMAN}|failed|(?:was|is) (?:to blame|at fault)|wrongly assumed|broke|caused|deleted|dropped|ignored|overlooked|missed|misread|misconfigured|accidentally|mistakenly|introduced|should have|could have|did not|didn['’]t|ran the wrong|pushed the wrong|(?:deployed|merged|ran|pushed) [^.;:!?\u0001]{1,60} (?:by mistake|by accident|without (?:testing|review|asking|telling|checking))`;

/** Words with a capital that are no names, at the head of a sentence or anywhere. */
const NO_NAMES = new Set(
  'A An And As At But By Everybody Everyone He How I If In It Its Management Marketing Monitoring Neither No Nobody None Nor Not On One Operations Our Sales Security She So Somebody Someone Staff Support That The Then There These They This Those Two We What When Which Who Whoever You Developers Engineers Engineering Finance Infrastructure Operators People Responders Reviewers Administrators'.split(
    ' ',
  ),
);

const REWRITE = 'let the team or the system act, and say what made it likely';

/** `sources` say who is a person (authors, assignees) and what is a team or a service. */
export function namedPeople({ postmortems, teams, services }: Sources): NamedPeople {
  const notPeople = new Set([...teams, ...services].flatMap(({ id, values }) => [id, values.name ?? id]));
  const people = new Set(
    postmortems.flatMap(({ values }) => [
      ...(values.authors ?? []),
      ...(values.actions ?? []).map((action) => action?.assignee),
    ]),
  );
  const known = [...people].filter((name) => name !== undefined && /^\p{Lu}\p{L}+/u.test(name) && !notPeople.has(name));
  const firstNames = known.flatMap((name) => name?.split(/[\s,(@]/)[0] ?? []).filter((name) => !notPeople.has(name));
  const names = [...new Set([...known, ...firstNames])].filter((name) => name !== undefined);
  const given = new Set(GIVEN_NAMES.filter((name) => !notPeople.has(name)));

  const anyName = pattern('\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?', HUMAN);
  const knownName = pattern(
    ['@[a-z\\d][\\w-]+', ...names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))].join('|'),
    FAULT,
  );
  return {
    // Whatever only people do is a fault too, so that one search finds both.
    mayBeIn: (text) =>
      knownName.test(text) ||
      text
        .matchAll(CAPITALISED)
        .some(([match, name = '']) => anyName.test(match) || givenAt(name, given) !== undefined),
    faultsIn: (text) => {
      const found: Blame[] = [...givenIn(text, given)];
      for (const expression of [anyName, knownName]) {
        for (const { 0: match, 1: name = '', index } of text.matchAll(new RegExp(expression, 'gu'))) {
          // "Then Zora forgot": the first word of a sentence is no part of a name.
          const opening = /^(\p{L}+)\s+(?=\p{Lu})/u.exec(name);
          const skipped = opening && NO_NAMES.has(opening[1] ?? '') ? opening[0].length : 0;
          const person = name.slice(skipped);
          const [first = ''] = person.split(/\s/);
          if (NO_NAMES.has(first) || notPeople.has(person) || notPeople.has(first)) continue;
          found.push(blame(match, index, skipped));
        }
      }
      return found;
    },
  };
}

/** One or two words with a capital before a verb of fault: a program's name, or a person's. */
const CAPITALISED = pattern('\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?', FAULT, 'gu');

/** Where in one or two words with a capital what people are called by stands: nothing else says that they are a person's. */
function givenAt(name: string, given: ReadonlySet<string>): number | undefined {
  const [first = '', second = ''] = name.split(/\s+/);
  if (given.has(first)) return 0;
  return given.has(second) ? name.length - second.length : undefined;
}

function* givenIn(text: string, given: ReadonlySet<string>): Generator<Blame> {
  for (const { 0: match, 1: name = '', index } of text.matchAll(CAPITALISED)) {
    const skipped = givenAt(name, given);
    if (skipped !== undefined) yield blame(match, index, skipped);
  }
}

function blame(match: string, index: number, skipped: number): Blame {
  const words = match.slice(skipped).replace(/\s+/g, ' ');
  return { start: index + skipped, end: index + match.length, words, reason: 'name', rewrite: REWRITE };
}

function pattern(name: string, verbs: string, flags = 'u'): RegExp {
  const source = `(?<![\\p{L}\\p{N}_@.-])(${name}) (?:had |has |then |also |simply )?(?:${verbs})(?![\\p{L}\\p{N}_])`;
  return new RegExp(source.replaceAll(' ', '\\s+'), flags);
}
