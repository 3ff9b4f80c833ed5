import { distance } from 'fastest-levenshtein';
import { postmortemSchema } from '../../model/postmortem.ts';
import { listFieldNamed, plain, sectionsOf } from '../drafts/body-sections.ts';
import { nearMatch } from '../nearest.ts';
import { keysAt } from '../schema-walk.ts';
import type { PostmortemEntry, Rule } from '../sources.ts';
import { finding, hint } from './finding.ts';

export const severitySections: Rule = {
  name: 'severity-sections',
  what: 'A published incident has the sections that site.yaml asks of its severity, as a field or under a heading; one in review is told.',
  *judge({ postmortems, site }) {
    const asked = new Map(
      site.values.severities?.map((severity) => [
        severity?.id,
        severity?.sections?.flatMap((name) => name ?? []) ?? [],
      ]),
    );
    for (const entry of postmortems) {
      const { severity, status, type } = entry.values;
      if (!entry.legible || severity === undefined || type !== 'incident' || status === undefined || status === 'draft')
        continue;
      const has = namesOf(entry);
      const missing = (asked.get(severity) ?? []).filter((name) => !has.has(plain(meantField(name) ?? name)));
      if (missing.length === 0) continue;
      const report = status === 'published' ? finding : hint;
      yield report(entry, ['severity'], {
        rule: this.name,
        message: `a ${severity} needs ${missing.map((name) => `\`${name}\``).join(', ')}`,
        hint: 'add the field, or a heading of that name; site.yaml says what each severity needs',
      });
    }
  },
};

const FIELDS = keysAt(postmortemSchema, []);

/** The field that a name in site.yaml is a slip of; undefined where it is one, or is a heading of the team's own. */
export function meantField(name: string): string | undefined {
  if (listFieldNamed(name) !== undefined || FIELDS.some((field) => plain(field) === plain(name))) return undefined;
  const near = nearMatch(name, FIELDS);
  // Of words in the plural and the like a heading may be made; one letter more or less in a long word is a slip.
  return near !== undefined && distance(plain(name), plain(near)) <= Math.floor(near.length / 4) ? near : undefined;
}

/** The names of what is there, as `plain` makes them. */
function namesOf({ keys, values, compiled, body }: PostmortemEntry): Set<string> {
  const isFilled = (key: string): boolean => {
    const value = (values as Record<string, unknown>)[key];
    return !(Array.isArray(value) && value.length === 0);
  };
  const empty = emptySections(body);
  const sections = [
    ...[...keys].filter(isFilled),
    ...Object.keys(compiled.lists),
    ...compiled.body.headings.map(({ text }) => text).filter((heading) => !empty.has(plain(heading))),
  ].map(plain);
  if (keys.has('noActions')) sections.push('actions');
  return new Set(sections);
}

/** The headings under which nothing stands but advice for the author, as templates leave them. */
function emptySections(body: string): Set<string> {
  const { sections } = sectionsOf(body.replace(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, ''));
  const byFilling = Map.groupBy(sections, ({ lines }) => lines.slice(1).some((line) => line.trim() !== ''));
  const names = (isFilled: boolean): Set<string> =>
    new Set(byFilling.get(isFilled)?.map(({ heading }) => plain(heading)));
  return names(false).difference(names(true));
}
