import { posix } from 'node:path';
import { type Document, plainWords, type Section } from './document.ts';
import { dayInPath, stemOf, titleFromFile } from './files/file-words.ts';
import { inlineText } from './inline.ts';
import { labelsOf } from './labels.ts';
import { lettersOf } from './letters.ts';
import { takeLabel } from './map-labels.ts';
import type { RecordContext } from './record-context.ts';
import { opening } from './times/prose-days.ts';
import type { Stamp, StampReader } from './times/stamps.ts';

/** The title: of the front matter, else the first heading, else the words of the file's name. Gives back that heading's words. */
export function mapTitle(context: RecordContext): string | undefined {
  const { document, draft, fate } = context;
  const section = titleSection(context);
  const first = section?.heading;
  const stated = draft.values.title;
  if (section && first) {
    const inline = inlineText(document, first.children, fate);
    const text = withoutMarks(inline?.text ?? plainWords(first));
    if (lettersOf(document.text.slice(first.start, first.end)) !== lettersOf(text)) {
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
  if (!draft.has('title')) takeLabelled(context);
  if (!draft.has('title') && isOnlyId(context.file)) {
    const words = openingWords(context);
    if (words !== undefined) draft.set('title', words, 'derived', 'the words that open the text');
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
  return section?.title;
}

/** `**Title:** …` or a heading such as `Incident title`: stated, where no heading is the title itself. */
function takeLabelled(context: RecordContext): void {
  const { document, lexicon, fate } = context;
  for (const section of document.sections) {
    const label = labelsOf(section, document, lexicon, fate).find(({ field }) => field === 'title');
    if (!label) continue;
    takeLabel(label, context);
    return;
  }
}

/** True for a file whose name is a number of a system (`04f5afd8-09fc-4314-9c60`), which is the title of nothing. */
function isOnlyId(file: string): boolean {
  return /^[\da-f_-]*\d[\da-f_-]*$/i.test(stemOf(file)) && dayInPath(file) === undefined;
}

const LONGEST_TITLE = 100;

/** The first sentence of the text; of a long one, as many words as a title holds. */
function openingWords(context: RecordContext): string | undefined {
  const [text = ''] = opening(context);
  const [sentence = ''] = text.split(/(?<=[.!?])\s/);
  const words = sentence.replace(/\s+/g, ' ').trim();
  const cut = words.length <= LONGEST_TITLE ? words.replace(/\.$/, '') : `${/^.{1,99}(?=\s)/u.exec(words)?.[0] ?? ''}…`;
  return /\p{L}{2}/u.test(cut) ? context.inline(cut) : undefined;
}

/** The first heading, where it can be the title of the whole: no part's, and more than the name of what every file here is. */
function titleSection({ document, lexicon, draft, file }: RecordContext): Section | undefined {
  const section = document.sections.find(({ heading, depth }) => heading && depth <= 6) ?? boldTitle(document);
  if (!section?.heading || section.title === '' || lexicon.heading(section.title) !== undefined) return undefined;
  const isTop =
    section.depth === 1 ||
    section.depth > 6 ||
    document.sections.filter(({ depth }) => depth === section.depth).length === 1;
  const isGeneric = lexicon.isGeneric(section.title) && !draft.has('title') && /\p{L}{3}/u.test(titleFromFile(file));
  return isTop && !isGeneric ? section : undefined;
}

/** A text without any heading mark may open with its title in bold, on a line of its own. */
function boldTitle({ sections, nodes }: Document): Section | undefined {
  const [first] = nodes;
  return sections.find(({ heading, depth }) => heading !== undefined && heading === first && depth > 6);
}

/** `## Title {#anchor}` and `{: .class}` are marks of a publisher, not words; bold as a whole says nothing in a heading. */
function withoutMarks(title: string): string {
  const plain = title.replace(/\s*\{[:#.][^}]*\}\s*$/, '') || title;
  return /^\*\*([^*]+)\*\*$/.exec(plain)?.[1] ?? plain;
}

/** `2017-09-27, Hub 403` is the day and `Hub 403`. */
function withoutDay(
  text: string,
  { stamps, lexicon }: RecordContext,
): { title: string; day?: { stamp: Stamp; written: string } } {
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
