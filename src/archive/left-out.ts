import type { Entry } from './entry.ts';
import type { MentionFinder } from './mentions.ts';
import type { Position, Problem } from './problem.ts';
import { listed } from './rules/citations.ts';
import { hint } from './rules/finding.ts';
import type { Sources } from './sources.ts';
import type { Path } from './yaml/places.ts';

/** The rules about what a build leaves out, each with what it asks for. */
export const LEFT_OUT_RULES = {
  'reference-left-out': 'An id leads to a postmortem that is in this build.',
  'mention-left-out': 'A postmortem that a text names is in this build.',
} as const;

/**
 * Takes the references to postmortems that a build leaves out from the values of those it shows, and says so in a hint each;
 * and names the places where their ids or aliases stand in a text.
 */
export function leaveOut(sources: Sources, finder: MentionFinder): Problem[] {
  const absent = new Set(sources.postmortems.filter((entry) => entry.absent).map(({ id }) => id));
  const shown = sources.postmortems.filter((entry) => !entry.absent);
  const problems: Problem[] = [];
  const isLeftOut = (entry: Entry<unknown>, id: string, path: Path): boolean => {
    if (!absent.has(id)) return false;
    problems.push(
      hint(entry, path, {
        rule: 'reference-left-out',
        message: `\`${id}\` is not in this build, so this reference is left out`,
      }),
    );
    return true;
  };
  const keep = (entry: Entry<unknown>, ids: (string | undefined)[] | undefined, key: string): string[] =>
    listed(ids, [key]).flatMap(({ id, path }) => (isLeftOut(entry, id, path) ? [] : [id]));

  for (const entry of shown) {
    const { values } = entry;
    if (values.related) values.related = keep(entry, values.related, 'related');
    const { recurrenceOf } = values;
    if (recurrenceOf !== undefined && isLeftOut(entry, recurrenceOf, ['recurrenceOf'])) delete values.recurrenceOf;
  }
  const { site } = sources;
  if (site.values.startHere) site.values.startHere = keep(site, site.values.startHere, 'startHere');

  if (finder.isEmpty) return problems;
  const { synonyms, causes, factors, services, teams, guides } = sources;
  const entries = [
    ...shown,
    ...causes,
    ...factors,
    ...services,
    ...teams,
    ...guides,
    site,
    ...(synonyms ? [synonyms] : []),
  ];
  const references = Map.groupBy(problems, ({ file }) => file);
  return [...problems, ...entries.flatMap((entry) => mentions(entry, finder, references.get(entry.file) ?? []))];
}

function mentions({ file, text }: Entry<unknown>, finder: MentionFinder, references: readonly Problem[]): Problem[] {
  const problems: Problem[] = [];
  let line = 1;
  let lineStart = 0;
  for (const { name, start, end } of finder.find(text)) {
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < start; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    const position = { line, column: start - lineStart + 1 };
    // What is a link or a reference was spoken of as such.
    const isLink = /^(?:\/index)?\.mdx?\b/.test(text.slice(end, end + 12));
    if (isLink || references.some((reference) => isAt(reference, position))) continue;
    const message = `this names \`${name}\`, which is not in this build: readers see other words in its place`;
    problems.push({ file, position, rule: 'mention-left-out', severity: 'hint', message });
  }
  return problems;
}

/** True if a problem's value starts at a position, or with a quote before it. */
function isAt({ position }: Problem, { line, column }: Position): boolean {
  return position?.line === line && (position.column === column || position.column === column - 1);
}
