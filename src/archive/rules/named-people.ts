import type { Sources } from '../sources.ts';
import type { Blame } from './blame-phrases.ts';

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
const FAULT = `${HUMAN}|failed|(?:was|is) (?:to blame|at fault)|wrongly assumed|broke|caused|deleted|dropped|ignored|overlooked|missed|misread|misconfigured|accidentally|mistakenly|introduced|should have|could have|did not|didn['’]t|ran the wrong|pushed the wrong`;

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

  const anyName = pattern('\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?', HUMAN);
  const knownName = pattern(
    ['@[a-z\\d][\\w-]+', ...names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))].join('|'),
    FAULT,
  );
  return {
    mayBeIn: (text) => anyName.test(text) || knownName.test(text),
    faultsIn: (text) => {
      const found: Blame[] = [];
      for (const expression of [anyName, knownName]) {
        for (const { 0: match, 1: name = '', index } of text.matchAll(new RegExp(expression, 'gu'))) {
          // "Then Zora forgot": the first word of a sentence is no part of a name.
          const opening = /^(\p{L}+)\s+(?=\p{Lu})/u.exec(name);
          const skipped = opening && NO_NAMES.has(opening[1] ?? '') ? opening[0].length : 0;
          const person = name.slice(skipped);
          const [first = ''] = person.split(/\s/);
          if (NO_NAMES.has(first) || notPeople.has(person) || notPeople.has(first)) continue;
          const words = match.slice(skipped).replace(/\s+/g, ' ');
          found.push({ start: index + skipped, end: index + match.length, words, reason: 'name', rewrite: REWRITE });
        }
      }
      return found;
    },
  };
}

function pattern(name: string, verbs: string): RegExp {
  const source = `(?<![\\p{L}\\p{N}_@.-])(${name}) (?:had |has |then |also |simply )?(?:${verbs})(?![\\p{L}\\p{N}_])`;
  return new RegExp(source.replaceAll(' ', '\\s+'), 'u');
}
