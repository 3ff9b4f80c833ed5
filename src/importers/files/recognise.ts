import { posix } from 'node:path';
import type { Document, Section } from '../document.ts';
import type { PlainSplit } from '../dress/plain-markdown.ts';
import { type Lexicon, normal } from '../lexicon.ts';
import type { StampReader } from '../times/stamps.ts';
import { dayInPath } from './file-words.ts';
import type { SplitFile } from './split-front-matter.ts';

export type Kind = { kind: 'postmortem' } | { kind: 'template' | 'index' | 'empty'; why: string };

/** Whether a file tells of an incident, by its name, its keys and its headings. */
export function recognise(file: string, split: SplitFile, document: Document, lexicon: Lexicon): Kind {
  const words = document.text.trim();
  if (words === '' && Object.keys(split.values).length === 0) return { kind: 'empty', why: 'it is empty' };
  const name = normal(posix.basename(file).replace(/\.[a-z.]+$/i, ''));
  const isNamed = (list: readonly string[]): boolean => list.some((word) => ` ${name} `.includes(` ${word} `));
  const placeholders =
    document.text.match(
      /\{\{[^}]*\}\}|<(?:date|name|title|owner|description|time|your|insert)[^>\n]{0,40}>|\b(?:YYYY|20xx|yyyy)-(?:MM|mm|xx)-(?:DD|dd|xx)\b|\[(?:date|name|title|owner|insert|your|time)[^\]\n]{0,40}\](?!\()/gi,
    ) ?? [];
  const dated = dayInPath(file) !== undefined;
  if (!dated && isNamed(lexicon.words.templates))
    return { kind: 'template', why: `its name says so: ${posix.basename(file)}` };
  if (!dated && placeholders.length >= 3 && placeholders.length * 12 >= words.split(/\s+/).length) {
    return { kind: 'template', why: `it has places to fill in, such as ${placeholders[0]}` };
  }
  const fields = new Set(document.sections.map(({ title }) => lexicon.heading(title)));
  const keys = new Set(Object.keys(split.values).map((key) => lexicon.label(key)));
  const isIncident =
    fields.has('timeline') ||
    fields.has('actions') ||
    fields.has('impact') ||
    fields.has('causes') ||
    keys.has('started') ||
    keys.has('resolved') ||
    keys.has('severity');
  const stem = posix
    .basename(file)
    .replace(/(?:\.[a-z]+)+$/i, '')
    .toLowerCase();
  if (!isIncident && !dated && !keys.has('day') && lexicon.words.indexes.includes(stem)) {
    return { kind: 'index', why: `${posix.basename(file)} lists or explains, and tells of no incident` };
  }
  return { kind: 'postmortem' };
}

/** Where each of several incidents in one file starts: headings of one depth that each bear a date, or each have a timeline. */
export function incidentsIn(document: Document, lexicon: Lexicon, stamps: StampReader): Section[] {
  const marked = document.sections.filter(({ heading }) => heading !== undefined && heading.depth !== undefined);
  for (const depth of [1, 2, 3]) {
    const level = marked.filter((section) => section.depth === depth && !isInTimeline(section, lexicon));
    const dated = level.filter((section) => {
      if (section.blocks.length === 0 && section.children.length === 0) return false;
      const words = section.title;
      const stamp =
        stamps.read(words) ??
        // `Incident 2: 5 June 2024, mail down`, `Mail down (2024-06-05)`
        stamps.read(words.replace(/^.*?(?=\d{4}-\d\d-\d\d)|^[^:]{1,20}\d{0,3}:\s+(?=\S)|^.*?\((?=[^()]*\d{4}\)$)/, ''));
      return stamp?.day?.year !== undefined && stamp.clock === undefined;
    });
    if (dated.length >= 2 && dated.length * 2 >= level.length) return dated;
    const whole = level.filter((section) =>
      section.children.some(({ title }) => lexicon.heading(title) === 'timeline'),
    );
    if (whole.length >= 2) return whole;
  }
  return [];
}

function isInTimeline(section: Section, lexicon: Lexicon): boolean {
  // `# Incident log` over whole postmortems: what has parts of its own is no entry.
  if (section.children.some(({ title }) => lexicon.heading(title) !== undefined)) return false;
  for (let part = section.parent; part; part = part.parent) if (lexicon.heading(part.title) === 'timeline') return true;
  return false;
}

/**
 * One file as several, each with its own heading first, up to the next heading of its depth. What stands around them is of all
 * or of none, and for the report; so is the front matter, which is about the file.
 */
export function splitAt(split: PlainSplit, starts: readonly Section[], document: Document): PlainSplit[] {
  return starts.map((section, index) => {
    const from = section.heading?.start ?? 0;
    const next = document.sections.find(
      ({ heading, depth }) => heading && heading.start > from && depth <= section.depth,
    );
    const to = starts[index + 1]?.heading?.start ?? split.body.length;
    const end = Math.min(to, next?.heading?.start ?? split.body.length);
    const lineAt = (offset: number): number => split.body.slice(0, offset).split('\n').length - 1;
    const lines = split.lines.slice(lineAt(from));
    const after = split.body.slice(end, to).trim();
    const own = index === 0 ? split.left : [];
    const line = split.lines[lineAt(end)] ?? 1;
    return {
      ...split,
      values: {},
      comments: index === 0 ? split.comments : [],
      // A rule between two incidents is of neither.
      body: split.body.slice(from, end).replace(/\n\s*(?:-{3,}|\*{3,}|_{3,})\s*$/, '\n'),
      bodyLine: lines[0] ?? split.bodyLine,
      lines,
      left: after === '' ? own : [...own, { line, text: after, why: 'it stands beside several incidents' }],
    };
  });
}
