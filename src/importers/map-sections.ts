import { toId } from '../model/id.ts';
import { markOf } from './actions/actions.ts';
import { type Document, type Node, plainWords, type Section } from './document.ts';
import { isMark } from './dress/marks-apart.ts';
import { paragraphText } from './inline.ts';
import { isLabelLine } from './labels.ts';
import { hasNoWords } from './letters.ts';
import { mapCauses } from './map-causes.ts';
import { isName } from './names.ts';
import type { RecordContext } from './record-context.ts';
import { isAboutZone } from './times/zone-of.ts';
import type { SourceField } from './words/words.ts';

const LISTS = new Set<SourceField>(['wentWell', 'wentBadly', 'gotLucky', 'surprises', 'lessons', 'validation']);
/** A summary stands in every list of incidents: a longer paragraph is body. */
const LONGEST_SUMMARY = 700;
const LONGEST_TEXT = 500;

/** Takes what stands under headings of known words into the fields of those words; the rest of a section stays. */
export function mapSections(context: RecordContext): void {
  const { document, lexicon } = context;
  for (const section of document.sections) {
    if (!section.heading || context.claimed.has(section)) continue;
    const field = lexicon.heading(section.title);
    if (!field) continue;
    if (LISTS.has(field)) takeList(field, section, context);
    else if (field === 'summary') takeFirstParagraph('summary', section, LONGEST_SUMMARY, context);
    else if (field === 'mitigation') takeOnlyParagraph('mitigation', section, context);
    else if (field === 'impact') takeOnlyParagraph('impact', section, context);
    else if (field === 'services') takeNames(section, context);
    else if (field === 'causes' || field === 'factors') mapCauses(field, section, context);
  }
  takeLead(context);
}

/** A section that holds one flat list and nothing else but words before it, or one short paragraph, which is a list of one. */
function takeList(field: SourceField, section: Section, context: RecordContext): void {
  const { document, draft, fate } = context;
  const lists = section.blocks.filter(({ type }) => type === 'list');
  const [list] = lists;
  const [only, ...more] = section.blocks;
  if (only?.type === 'paragraph' && more.length === 0 && section.children.length === 0)
    takeOneText(field, only, section, context);
  if (lists.length !== 1 || !list || draft.has(field)) return;
  const items = list.children.map((item) => {
    const [only, ...others] = item.children;
    return only?.type === 'paragraph' && others.length === 0 && item.checked === undefined
      ? paragraphText(document, only, fate)
      : undefined;
  });
  if (items.length === 0 || items.some((item) => item === undefined)) return;
  if (items.every((item) => context.lexicon.isUnknown(item?.text ?? ''))) return;
  draft.set(
    field,
    items.map((item) => item?.text ?? ''),
    'mapped',
    [`the heading "${section.title}"`, ...list.children.flatMap((item) => markOf(item, document))].join(' | '),
  );
  for (const markup of items.flatMap((item) => item?.dropped ?? []))
    draft.left.push({ line: draft.lineAt(list.start), text: markup, why: 'markup that a text cannot hold' });
  draft.take(list.start, list.end);
}

function takeOneText(field: SourceField, block: Node, section: Section, context: RecordContext): void {
  const { document, draft, fate, lexicon } = context;
  const text = paragraphText(document, block, fate);
  if (!text || draft.has(field) || text.dropped.length > 0 || text.text.length > LONGEST_TEXT) return;
  if (lexicon.isUnknown(text.text) || hasNoWords(text.text) || /:$|\{\{|\n/.test(text.text)) return;
  draft.set(field, [text.text], 'mapped', `the heading "${section.title}"`);
  draft.take(block.start, block.end);
}

function takeFirstParagraph(field: 'summary', section: Section, most: number, context: RecordContext): void {
  const [first] = section.blocks.filter((block) => !isGone(block, context));
  takeParagraph(field, first, most, 'mapped', `the heading "${section.title}"`, context);
}

function takeOnlyParagraph(field: 'mitigation' | 'impact', section: Section, context: RecordContext): void {
  const blocks = section.blocks.filter((block) => !isGone(block, context));
  if (blocks.length !== 1 || section.children.length > 0) return;
  takeParagraph(field, blocks[0], LONGEST_TEXT, 'mapped', `the heading "${section.title}"`, context);
}

function takeParagraph(
  field: 'summary' | 'mitigation' | 'impact',
  block: Node | undefined,
  most: number,
  how: 'mapped' | 'derived',
  from: string,
  { document, draft, fate, lexicon }: RecordContext,
): void {
  if (block?.type !== 'paragraph' || block.end - block.start > most) return;
  const text = paragraphText(document, block, fate);
  if (
    !text ||
    lexicon.isUnknown(text.text) ||
    /\{\{/.test(text.text) ||
    hasNoWords(text.text) ||
    isMark(document.text.slice(block.start, block.end)) ||
    /:$/.test(text.text)
  )
    return;
  if (field === 'impact') {
    const impact = (draft.values.impact ?? {}) as Record<string, string>;
    if (impact.summary !== undefined) return;
    draft.set('impact', { summary: text.text, ...impact }, how, from);
  } else {
    if (draft.has(field)) return;
    draft.set(field, text.text, how, from);
  }
  for (const markup of text.dropped)
    draft.left.push({ line: draft.lineAt(block.start), text: markup, why: 'markup that a text cannot hold' });
  draft.take(block.start, block.end);
}

/** Without a summary of its own, the paragraph that opens the text is one. */
function takeLead(context: RecordContext): void {
  const { document, draft, lexicon } = context;
  if (draft.has('summary')) return;
  const named = document.sections.some(({ title }) => lexicon.heading(title) === 'summary');
  if (named) return;
  takeCallout(context);
  if (draft.has('summary')) return;
  const section = document.sections.find(({ blocks }) =>
    blocks.some(
      (block) =>
        !isGone(block, context) && block.type !== 'html' && !isMark(document.text.slice(block.start, block.end)),
    ),
  );
  if (!section || context.claimed.has(section)) return;
  if (section.depth > 0 && (!isOverAll(section, document) || lexicon.heading(section.title) !== undefined)) return;
  const [first] = section.blocks.filter(
    (block) =>
      !isGone(block, context) &&
      block.type !== 'html' &&
      !isLabelled(block, document) &&
      !isAboutZone(plainWords(block), lexicon.words) &&
      !isMark(document.text.slice(block.start, block.end)),
  );
  takeParagraph('summary', first, LONGEST_SUMMARY, 'derived', 'the paragraph that opens the text', context);
}

/** True for the heading of the whole text: every other stands below it. */
function isOverAll(section: Section, { sections }: Document): boolean {
  return sections.every((other) => other === section || !other.heading || other.depth > section.depth);
}

/** `> [!summary]`: a callout of one paragraph whose type or title says that it sums up. */
function takeCallout({ document, draft, lexicon, inline }: RecordContext): void {
  for (const { type, start, end } of document.nodes) {
    const source = type === 'blockquote' ? document.text.slice(start, end) : '';
    const [, kind = '', title = '', words = ''] = /^>\s*\[!(\w+)\][+-]?[ \t]*(.*)\n((?:>.*\n?)+)$/.exec(source) ?? [];
    if (![kind, title].some((name) => name !== '' && lexicon.heading(name) === 'summary')) continue;
    const text = inline(words.replace(/^>[ \t]?/gm, '').trim());
    if (text === undefined || text.length > LONGEST_SUMMARY) continue;
    draft.set('summary', text, 'mapped', `the callout [!${kind}] ${title}`);
    draft.take(start, end);
    return;
  }
}

/** `**Status:** Complete` is a label, known or not, and no summary; nor are lines of them, or a line in italics over the text. */
function isLabelled(block: Node, document: Document): boolean {
  if (block.type !== 'paragraph') return false;
  const source = document.text.slice(block.start, block.end);
  const lines = source.split('\n');
  if (lines.length > 1) return lines.filter(isLabelLine).length * 2 > lines.length;
  const isLabel = isLabelLine(source) && source.length < 200;
  // A sentence before it makes it prose.
  const isProse = /^(?:\S+\s+)+\S+[.!?](?:\s|$)/.test(source);
  const isMixed =
    !isProse && /(?<![\p{L}\p{N}])\p{L}[\p{L} ]{1,30}:\s/u.test(source) && !/[.!?][*_)"”]*$/u.test(source.trim());
  return isLabel || isMixed || block.children.every(({ type }) => type === 'emphasis');
}

function takeNames(section: Section, context: RecordContext): void {
  const { document, draft, fate, stated } = context;
  const [list, ...others] = section.blocks;
  if (list?.type !== 'list' || others.length > 0 || draft.has('services')) return;
  if (list.children.some(({ checked }) => checked !== undefined)) return;
  const names = list.children.map((item) =>
    item.children.length === 1 && item.children[0] ? (paragraphText(document, item.children[0], fate)?.text ?? '') : '',
  );
  if (names.length === 0 || !names.every(isName)) return;
  for (const name of names) stated.named.push({ kind: 'services', id: toId(name), name });
  draft.set('services', [...new Set(names.map(toId))], 'mapped', `the heading "${section.title}": ${names.join(', ')}`);
  draft.take(list.start, list.end);
}

function isGone(block: Node, { draft, document }: RecordContext): boolean {
  return (
    draft.edits.removes(block.start, block.end) ||
    draft.edits.apply(document.text, block.start, block.end).trim() === ''
  );
}
