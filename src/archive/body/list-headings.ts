import type { ListField } from '../../model/postmortem.ts';

/** The headings under which a list of the body is a list of facts, in lower case. */
const HEADINGS: Record<ListField, readonly string[]> = {
  timeline: ['timeline'],
  validation: ['validation', 'how recovery was confirmed'],
  measures: ['measures', 'corrective measures', 'corrective and preventative measures'],
  wentWell: ['what went well', 'went well'],
  wentBadly: ['what went badly', 'what went wrong', 'went badly', 'what could be improved'],
  gotLucky: ['where we got lucky', 'got lucky'],
  surprises: ['surprises', 'what surprised us'],
  lessons: ['lessons', 'lessons learned', 'what we learned'],
};

const FIELDS = new Map(
  Object.entries(HEADINGS).flatMap(([field, names]) => names.map((name) => [name, field as ListField] as const)),
);

/** The list that a heading announces, whatever its number (`4. Timeline`) and its capitals; undefined for any other. */
export function listFieldOf(heading: string): ListField | undefined {
  const words = heading
    .trim()
    .toLowerCase()
    .replace(/^(?:[ivx]+|[a-z])[.)]\s+/, '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ');
  return FIELDS.get(words);
}
