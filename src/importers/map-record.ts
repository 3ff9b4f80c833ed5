import { posix } from 'node:path';
import { listFieldOf } from '../archive/body/list-headings.ts';
import type { Severity } from '../model/site.ts';
import { type Document, endOfOwn, parseDocument, plainWords, type Section } from './document.ts';
import { Draft } from './draft.ts';
import type { PlainSplit } from './dress/plain-markdown.ts';
import { applyField, type FieldContext, type Stated } from './fields.ts';
import { titleFromFile } from './file-words.ts';
import { type AddressFate, inlineText } from './inline.ts';
import { labelsOf } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { mapActions } from './map-actions.ts';
import { mapSections } from './map-sections.ts';
import { mapTimes } from './map-times.ts';
import type { DayOrder } from './place-times.ts';
import { repairBody } from './repair-body.ts';
import type { Stamp, StampReader } from './stamps.ts';
import type { Zone } from './zone-words.ts';

/** What the reading of a whole archive knows. */
export interface ArchiveContext {
  lexicon: Lexicon;
  stamps: StampReader;
  /** The reader of times in timelines. */
  rowStamps: StampReader;
  scale: readonly Severity[];
  severityWords: Record<string, string>;
  dayOrder?: DayOrder;
  /** The zone of files that name none, from the map file. */
  zone?: Zone;
  /** What abbreviations mean in this archive, from the map file. */
  zones: Record<string, Zone>;
  /** Days of files whose text names none, from the map file, by path. */
  days: Record<string, string>;
}

/** Everything about one file while its facts are gathered. */
export interface RecordContext extends FieldContext {
  file: string;
  archive: ArchiveContext;
  document: Document;
  fate: AddressFate;
  /** Addresses of pictures and records that will be where they are said to be. */
  addresses: ReadonlySet<string>;
  /** Sections whose text has been taken into fields, or is spoken for. */
  claimed: Set<Section>;
}

/** A file as a record in the making. */
export interface MappedRecord {
  draft: Draft;
  stated: Stated;
  /** The body that remains. */
  body: string;
  /** The first heading, whether or not it became the title. */
  heading?: string;
}

/** Maps one file: what it states goes into fields, what can be computed is derived, the rest stays where it was. */
export function mapRecord(file: string, split: PlainSplit, archive: ArchiveContext, fate: AddressFate): MappedRecord {
  const { lexicon } = archive;
  const document = parseDocument(split.body, (words) => lexicon.heading(words) !== undefined);
  const draft = new Draft(split.body, split.lines);
  const addresses = new Set<string>();
  const known: AddressFate = (url, kind) => {
    const target = fate(url, kind);
    if (target !== undefined) addresses.add(target);
    return target;
  };
  const stated: Stated = { times: {}, durations: {}, named: [] };
  const context: RecordContext = {
    file,
    archive,
    document,
    fate: known,
    addresses,
    draft,
    stated,
    lexicon,
    stamps: archive.stamps,
    scale: archive.scale,
    severityWords: archive.severityWords,
    inline: (text) => inlineOf(text, known),
    claimed: new Set(),
  };
  if (split.fault !== undefined) draft.trouble(split.fault, 'it stays in the body as text');
  for (const comment of split.comments)
    draft.left.push({ line: 1, text: comment, why: 'a comment of the front matter' });
  draft.left.push(...split.left);

  mapFrontMatter(split.values, context);
  const heading = mapTitle(context);
  for (const section of document.sections) {
    if (isSpokenFor(section, lexicon)) continue;
    for (const label of labelsOf(section, document, lexicon, known)) {
      if (label.field === 'tags' && section.depth === 0) continue;
      const isTaken = applyField(label.field, label.value, `label \`${label.label}\``, context);
      const source = letters(document.text.slice(label.start, label.end));
      const hasMarkup = source !== letters(label.label + label.value);
      if (isTaken) draft.take(label.start, label.end, hasMarkup ? 'markup that a value cannot hold' : undefined);
    }
  }
  takeEmptyQuotes(context);
  mapTimes(context);
  mapSections(context);
  mapActions(context);
  takeEmptyHeadings(context);
  keepListsApart(context);
  const body = repairBody(context);
  return { draft, stated, body, ...(heading !== undefined && { heading }) };
}

/** Keys in the order in which they stand; what has no field is kept as it is. */
function mapFrontMatter(values: Record<string, unknown>, context: RecordContext): void {
  for (const [key, value] of Object.entries(values)) {
    const field = context.lexicon.label(key);
    const isTaken =
      field !== undefined &&
      field !== 'keep' &&
      field !== 'body' &&
      applyField(field, value, `key \`${key}\``, context);
    if (!isTaken) context.draft.imported[key] = value;
  }
}

/** The title: of the front matter, else the first heading, else the words of the file's name. */
function mapTitle(context: RecordContext): string | undefined {
  const { document, draft, fate } = context;
  const section = document.sections.find(({ heading, depth }) => heading && depth <= 6);
  const first = section?.heading;
  const isTop =
    section !== undefined &&
    (section.depth === 1 || document.sections.filter(({ depth }) => depth === section.depth).length === 1);
  const isField = section !== undefined && context.lexicon.heading(section.title) !== undefined;
  const isTitle = first !== undefined && isTop && !isField && section.title !== '';
  const stated = draft.values.title;
  if (isTitle && first) {
    const inline = inlineText(document, first.children, fate);
    const text = withoutAttributes(inline?.text ?? plainWords(first));
    if (letters(document.text.slice(first.start, first.end)) !== letters(text)) {
      draft.leave(first.start, first.end, 'a heading with more than words in it');
    }
    const { title, day } = withoutDay(text, context);
    if (day)
      context.stated.times.day ??= {
        stamp: day.stamp,
        written: day.written,
        from: `the heading "${section.title}": ${day.written}`,
      };
    if (stated === undefined && title !== '') {
      draft.set('title', title, 'mapped', `the heading "${section.title}"`);
      draft.edits.remove(first.start, first.end);
    } else if (typeof stated === 'string' && plainWords(first) === stated) draft.edits.remove(first.start, first.end);
  }
  if (!draft.has('title')) {
    const { title } = withoutDay(titleFromFile(context.file), context);
    draft.set(
      'title',
      context.inline(title) ?? 'Untitled',
      'derived',
      `the name of the file ${posix.basename(context.file)}`,
    );
  }
  return isTitle ? section.title : undefined;
}

/** `## Title {#anchor}` and `{: .class}` are marks of a publisher, not words. */
function withoutAttributes(title: string): string {
  return title.replace(/\s*\{[:#.][^}]*\}\s*$/, '') || title;
}

/** `2017-09-27, Hub 403` is the day and `Hub 403`. */
function withoutDay(
  text: string,
  { stamps, lexicon }: RecordContext,
): { title: string; day?: { stamp: NonNullable<ReturnType<StampReader['read']>>; written: string } } {
  const labelled = /^([\p{L} ]{3,20}):\s+(?=\S)/u.exec(text);
  const isDate = labelled && ['day', 'started'].includes(lexicon.label(labelled[1] ?? '') ?? '');
  const rest = isDate ? text.slice(labelled[0].length) : text;
  const stamp = stamps.read(rest);
  const names =
    stamp && (stamp.day?.year !== undefined || stamp.dayFirst || stamp.monthFirst) && !stamp.impossible && !stamp.rough;
  if (!names) {
    const day = dayWithin(rest, stamps);
    return { title: text, ...(day && { day }) };
  }
  const title = rest.slice(stamp.length).replace(/^[\s,:;|–—-]+/, '');
  return { title: title === '' ? text : title, day: { stamp, written: rest.slice(0, stamp.length) } };
}

/** The one full date in a title, wherever it stands: `Outage on 2025-05-20`. */
function dayWithin(title: string, stamps: StampReader): { stamp: Stamp; written: string } | undefined {
  for (const { index } of title.matchAll(/(?<![\p{L}\p{N}.-])[\p{L}\p{N}]/gu)) {
    const stamp = stamps.read(title.slice(index));
    if (stamp?.day?.year === undefined || stamp.impossible || stamp.rough) continue;
    return { stamp, written: title.slice(index, index + stamp.length) };
  }
  return undefined;
}

/** Sections whose lists are facts of their own: labels in them are not about the whole incident. */
function isSpokenFor(section: Section, lexicon: Lexicon): boolean {
  for (let part: Section | undefined = section; part; part = part.parent) {
    const field = lexicon.heading(part.title);
    if (
      field &&
      [
        'timeline',
        'actions',
        'wentWell',
        'wentBadly',
        'gotLucky',
        'lessons',
        'surprises',
        'validation',
        'factors',
      ].includes(field)
    )
      return true;
  }
  return false;
}

/** Of a quote whose labels have all gone into fields, the marks remain. */
function takeEmptyQuotes({ document, draft }: RecordContext): void {
  for (const { type, start, end } of document.nodes) {
    if (type === 'blockquote' && /^[>\s]*$/.test(draft.edits.apply(document.text, start, end)))
      draft.edits.remove(start, end);
  }
}

/** A heading whose text has all gone into fields goes with it. */
function takeEmptyHeadings({ document, draft }: RecordContext): void {
  const isGone = (section: Section): boolean => {
    const had = section.blocks.length > 0 || section.children.length > 0;
    const own = section.blocks[0]
      ? draft.edits.apply(document.text, section.blocks[0].start, endOfOwn(section)).trim() === ''
      : true;
    const below = section.children.map(isGone).every(Boolean);
    const { heading } = section;
    const isEmpty = had && own && below;
    if (isEmpty && heading && !draft.edits.removes(heading.start, heading.end)) {
      draft.take(heading.start, heading.end, 'a heading whose text is in fields');
    }
    return isEmpty || (heading !== undefined && draft.edits.removes(heading.start, heading.end) && own && below);
  };
  for (const section of document.sections) if (!section.parent) isGone(section);
}

/** A list that stays under the heading of a field that has values would be that field a second time: its heading says so. */
function keepListsApart({ document, draft }: RecordContext): void {
  for (const { heading, title, blocks } of document.sections) {
    const field = heading && listFieldOf(title);
    if (!heading || !field || !draft.has(field) || draft.edits.removes(heading.start, heading.end)) continue;
    const hasList = blocks.some(
      (block) => block.type === 'list' && draft.edits.apply(document.text, block.start, block.end).trim() !== '',
    );
    if (hasList)
      draft.edits.replace(
        heading.children.at(-1)?.end ?? heading.end,
        heading.children.at(-1)?.end ?? heading.end,
        ' (as written)',
      );
  }
}

/** A text as inline Markdown: paragraphs are joined, anything more is refused. */
function inlineOf(text: string, fate: AddressFate): string | undefined {
  const document = parseDocument(text, () => false);
  const parts = document.nodes.map((node) =>
    node.type === 'paragraph' ? inlineText(document, node.children, fate)?.text : undefined,
  );
  if (parts.length > 0 && parts.every((part) => part !== undefined)) return parts.join(' ');
  if (/\n/.test(text.trim()) || document.nodes.length !== 1 || text.trim() === '') return undefined;
  // `# 3 of 5 failed` and `1. Deploy` are words here and no heading or list.
  const escaped = text
    .trim()
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([#>+*=|~`-])/, '\\$1');
  const again = parseDocument(escaped, () => false);
  const [only] = again.nodes;
  return again.nodes.length === 1 && only?.type === 'paragraph'
    ? inlineText(again, only.children, fate)?.text
    : undefined;
}

/** The letters and digits of a text, to compare what was written with what was read. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
