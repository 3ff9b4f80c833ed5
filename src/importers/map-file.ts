import { z } from 'zod';
import { readYaml } from '../archive/yaml/values.ts';
import { isZoneName, readZone, type Zone } from './times/zone-words.ts';
import { calendarWords, isLanguage } from './words/calendar.ts';
import { ENGLISH } from './words/english.ts';
import type { SourceField, Words } from './words/words.ts';

const FIELDS = [...new Set([...Object.keys(ENGLISH.headings), ...Object.keys(ENGLISH.labels), 'keep'])] as [
  SourceField,
  ...SourceField[],
];

const field = z.enum(FIELDS);
const words = z.array(z.string().min(1));
const forms = z.array(z.union([z.string(), words]));
const zone = z.string().transform((name, context): Zone => {
  if (isZoneName(name)) return { name, words: name };
  const read = readZone(name, true);
  if (read && read.length === name.length) return read.zone;
  context.issues.push({
    code: 'custom',
    input: name,
    message: `\`${name}\` is no zone: write Area/City, UTC or an offset such as +01:00`,
  });
  return z.NEVER;
});

/** The map file: what is peculiar to one archive. Every key may be left out. */
export const mapSchema = z.strictObject({
  language: z
    .string()
    .refine(isLanguage, { error: 'is no language: write its tag, such as de, pt-BR or ja' })
    .optional()
    .describe('The language of the archive beside English: de, fr, ja. Its months, weekdays and units are known.'),
  files: words.optional().describe('Which files are read, as patterns below the archive: ["incidents/**"].'),
  skip: words.optional().describe('Which of them are not.'),
  keys: z
    .record(z.string(), field)
    .optional()
    .describe('Front-matter keys, columns of a CSV and labels in the text, by field; `keep` leaves one as it is.'),
  headings: z.record(z.string(), field).optional().describe('Headings of sections, by field.'),
  zone: zone.optional().describe('The zone of times in files that name none.'),
  zones: z.record(z.string(), zone).optional().describe('What an abbreviation means here: { IST: Asia/Kolkata }.'),
  dayOrder: z.enum(['day-first', 'month-first']).optional().describe('How 03/04/2021 is read.'),
  severities: z.record(z.string(), z.string()).optional().describe('Your words for severities, by id of the scale.'),
  days: z.record(z.string(), z.iso.date()).optional().describe('The day of incidents whose file names none, by path.'),
  columns: z
    .record(z.string(), z.enum(Object.keys(ENGLISH.columns) as [keyof Words['columns'], ...(keyof Words['columns'])[]]))
    .optional()
    .describe('Headings of the columns of tables: { Uhrzeit: time, Ereignis: event, Zuständig: owner }.'),
  months: forms.length(12).optional().describe('The names of the months, each with its short forms.'),
  weekdays: forms.length(7).optional().describe('The names of the weekdays from Monday on, each with its short forms.'),
  open: words.optional().describe('Words for an action that is not begun.'),
  doing: words.optional().describe('Words for an action that is being done.'),
  done: words.optional().describe('Words for an action that is done.'),
  refused: words.optional().describe('Words for an action that will not be done.'),
  owners: words.optional().describe('Words before the name of whoever acts, within an action: Verantwortlich.'),
  roughly: words.optional().describe('Words before a time that is rough: gegen, vers.'),
  teams: words.optional().describe('Words in the names of teams: Mannschaft, équipe, チーム.'),
  began: words.optional().describe('Words that say in a timeline that it began there.'),
  changes: words.optional().describe('Words for work on a system, which may come before the trouble: Auslieferung.'),
  trouble: words.optional().describe('Words that say in a timeline that something broke: Ausfall.'),
  recovered: words.optional().describe('Words that tell of recovery in a timeline.'),
  unknown: words.optional().describe('Words for a value that is not known.'),
  templates: words.optional().describe('Words in the names of templates.'),
});

export type MapFile = z.output<typeof mapSchema>;

/** Reads a map file. `problems` say what is wrong with it, line by line where a line is known. */
export function readMapFile(name: string, text: string): { map: MapFile } | { problems: string[] } {
  const { value, problems, places } = readYaml(name, text);
  if (problems.length > 0)
    return {
      problems: problems.map(
        ({ position, message, hint }) => `${name}:${position?.line ?? 1} ${message}${hint ? ` (${hint})` : ''}`,
      ),
    };
  const parsed = mapSchema.safeParse(value ?? {});
  if (parsed.success) return { map: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const line = path.length > 0 ? places.value(path as (string | number)[]).line : 1;
      return `${name}:${line} ${path.join('.')}: ${message}`;
    }),
  };
}

/** English with the words of the map file added, and those of its language for days and times. */
export function wordsOf(map: MapFile): Words {
  const join = (shipped: readonly string[], ...own: (readonly string[] | undefined)[]): readonly string[] => [
    ...new Set([...shipped, ...own.flatMap((words) => words ?? []).map((word) => word.toLowerCase())]),
  ];
  const calendar = map.language === undefined ? undefined : calendarWords(map.language);
  const named = (column: string): string[] =>
    Object.entries(map.columns ?? {}).flatMap(([name, meant]) => (meant === column ? [name] : []));
  const columns = Object.entries(ENGLISH.columns).map(([column, names]) => [column, join(names, named(column))]);
  const units = Object.entries(ENGLISH.units).map(
    ([unit, names]) => [unit, join(names, calendar?.units[unit as keyof Words['units']])] as const,
  );
  return {
    ...ENGLISH,
    months: ENGLISH.months.map((names, at) => join(names, calendar?.months[at], [map.months?.[at] ?? []].flat())),
    weekdays: ENGLISH.weekdays.map((names, at) =>
      join(names, calendar?.weekdays[at], [map.weekdays?.[at] ?? []].flat()),
    ),
    beforeNoon: join(ENGLISH.beforeNoon, calendar?.beforeNoon),
    afterNoon: join(ENGLISH.afterNoon, calendar?.afterNoon),
    clockWords: join(ENGLISH.clockWords, calendar?.clockWords),
    fullHours: join(ENGLISH.fullHours, calendar?.clockWords),
    roughly: join(ENGLISH.roughly, map.roughly),
    at: join(ENGLISH.at, calendar?.at),
    units: Object.fromEntries(units) as Words['units'],
    columns: Object.fromEntries(columns) as Words['columns'],
    ownerLabels: join(ENGLISH.ownerLabels, map.owners, named('owner')),
    teams: join(ENGLISH.teams, map.teams),
    open: join(ENGLISH.open, map.open),
    doing: join(ENGLISH.doing, map.doing),
    done: join(ENGLISH.done, map.done),
    refused: join(ENGLISH.refused, map.refused),
    began: join(ENGLISH.began, map.began),
    changes: join(ENGLISH.changes ?? [], map.changes),
    harm: join(ENGLISH.harm ?? [], map.trouble),
    recovered: join(ENGLISH.recovered, map.recovered),
    unknown: join(ENGLISH.unknown, map.unknown),
    templates: join(ENGLISH.templates, map.templates),
  };
}
