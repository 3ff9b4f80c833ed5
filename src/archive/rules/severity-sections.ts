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
      const has = sectionsOf(entry);
      const missing = (asked.get(severity) ?? []).filter((name) => !has.has(plain(name)));
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

/** The names of what is there, as `plain` makes them. */
function sectionsOf({ keys, values, compiled }: PostmortemEntry): Set<string> {
  const isFilled = (key: string): boolean => {
    const value = (values as Record<string, unknown>)[key];
    return !(Array.isArray(value) && value.length === 0);
  };
  const sections = [
    ...[...keys].filter(isFilled),
    ...Object.keys(compiled.lists),
    ...compiled.body.headings.map(({ text }) => text),
  ].map(plain);
  if (keys.has('noActions')) sections.push('actions');
  return new Set(sections);
}

/** `wentWell` and `Went well` are one. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
