import { z } from 'zod';
import { readYaml } from '../archive/yaml-values.ts';
import { ENGLISH } from './words/english.ts';
import type { SourceField, Words } from './words/words.ts';
import { isZoneName, readZone, type Zone } from './zone-words.ts';

const FIELDS = [...new Set([...Object.keys(ENGLISH.headings), ...Object.keys(ENGLISH.labels), 'keep'])] as [
  SourceField,
  ...SourceField[],
];

const field = z.enum(FIELDS);
const words = z.array(z.string().min(1));
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
  months: z
    .array(z.union([z.string(), words]))
    .length(12)
    .optional()
    .describe('The names of the months, each with its short forms.'),
  weekdays: words.optional().describe('The names of the weekdays.'),
  done: words.optional().describe('Words for an action that is done.'),
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

/** English with the words of the map file added. */
export function wordsOf(map: MapFile): Words {
  const join = (shipped: readonly string[], own: readonly string[] | undefined): readonly string[] => [
    ...shipped,
    ...(own ?? []).map((word) => word.toLowerCase()),
  ];
  return {
    ...ENGLISH,
    months: ENGLISH.months.map((names, index) => join(names, [map.months?.[index] ?? []].flat())),
    weekdays: join(ENGLISH.weekdays, map.weekdays),
    done: join(ENGLISH.done, map.done),
    recovered: join(ENGLISH.recovered, map.recovered),
    unknown: join(ENGLISH.unknown, map.unknown),
    templates: join(ENGLISH.templates, map.templates),
  };
}
