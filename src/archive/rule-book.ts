import { BODY_RULES } from './body/rules.ts';
import { LEFT_OUT_RULES } from './left-out.ts';
import { RULES } from './rules/table.ts';

/** The rules that are judged while a file is read. */
const READING_RULES = {
  'content-folder': 'The content folder exists.',
  'file-name': 'The name of a record’s file, or of the folder of its index file, is an id.',
  'wrong-extension': 'Records end in .md or .mdx, settings, services and teams in .yaml.',
  'wrong-folder': 'A file stands in the folder of its kind.',
  'symbolic-link': 'An archive holds no symbolic links.',
  'unreadable-file': 'A file can be read.',
  'large-file': 'A file has at most 5 MB.',
  'empty-file': 'A file holds something.',
  'not-utf8': 'A file is UTF-8.',
  'front-matter-absent': 'A record starts with front matter.',
  'front-matter-late': 'Nothing stands before the front matter.',
  'front-matter-language': 'Front matter is YAML.',
  'front-matter-unclosed': 'Front matter ends with a line `---`.',
  'front-matter-closed-early': 'Front matter ends after its last key.',
  'yaml-syntax': 'Front matter and settings are YAML.',
  'yaml-tab': 'No tab indents a line of YAML.',
  'yaml-quote': 'A quote that opens is closed.',
  'yaml-documents': 'A file holds one YAML document.',
  'yaml-no-map': 'Front matter and settings are lines of `key: value`.',
  'yaml-key': 'A key is text.',
  'yaml-duplicate-key': 'A key stands in its map once.',
  'yaml-alias': 'YAML’s anchors, aliases and merges are not read.',
  'yaml-tag': 'YAML’s tags are not read.',
  'yaml-deep': 'Maps and lists stand at most 50 deep in each other.',
  'yaml-cut-value': 'No ` #` cuts a text that stands without quotes.',
  'yaml-map-for-text': 'Text that holds `: `, or starts with a bracket, stands in quotes.',
  'unknown-key': 'A key is one of those listed.',
  'missing-key': 'A key that is always needed is there.',
  'wrong-type': 'A value is text, a list or a map, as its key asks.',
  'wrong-value': 'A value has the form that its key asks for.',
  'dead-link': 'A relative link leads to a record.',
  'no-such-time': 'A time is on the calendar and on the clock.',
  'time-without-zone': 'A time has an offset, or its file a `timezone`.',
  'zone-abbreviation': 'A zone is written as Area/City, or UTC.',
  'unknown-zone': 'A zone exists.',
  'skipped-time': 'A local time is none that the clocks went over.',
  'ambiguous-time': 'A local time is none that the clocks showed twice.',
  'timeline-order': 'A timeline is in order, and says the full time after 12 hours or more.',
} as const;

/** Every rule by its name, with what it demands. The names are public: scripts and pages rely on them. */
export const RULE_BOOK: Readonly<Record<string, string>> = {
  ...READING_RULES,
  ...BODY_RULES,
  ...LEFT_OUT_RULES,
  ...Object.fromEntries(RULES.map(({ name, what }) => [name, what])),
};
