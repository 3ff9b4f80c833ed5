import type { Section } from './document.ts';
import { applyField } from './fields.ts';
import { type Label, labelsOf } from './labels.ts';
import { lettersOf } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import type { RecordContext } from './record-context.ts';
import type { SourceField } from './words/words.ts';

/** Takes what a body states as `Label: value` into fields, and what then holds nothing out of the body. */
export function mapLabels(context: RecordContext): void {
  const { document, lexicon, fate } = context;
  for (const section of document.sections) {
    if (isSpokenFor(section, lexicon)) continue;
    for (const label of labelsOf(section, document, lexicon, fate)) {
      if (label.field === 'tags' && section.depth === 0) continue;
      takeLabel(label, context);
    }
  }
  takeEmptyQuotes(context);
  takeEmptyTables(context);
}

/** Puts one label into its field, and takes it out of the body if all of it is there. */
export function takeLabel({ field, label, value, start, end }: Label, context: RecordContext): void {
  const { document, draft } = context;
  if (!applyField(field, value, `label \`${label}\``, context)) return;
  const hasMarkup = lettersOf(document.text.slice(start, end)) !== lettersOf(label + value);
  draft.take(start, end, hasMarkup ? 'markup that a value cannot hold' : undefined);
}

/** Under these headings a label is about one entry of a list, not about the whole incident. */
const OF_LISTS = new Set<SourceField>([
  ...(['timeline', 'actions', 'wentWell', 'wentBadly', 'gotLucky', 'lessons', 'surprises'] as const),
  ...(['validation', 'factors'] as const),
]);

function isSpokenFor(section: Section, lexicon: Lexicon): boolean {
  for (let part: Section | undefined = section; part; part = part.parent) {
    const field = lexicon.heading(part.title);
    if (field && OF_LISTS.has(field)) return true;
  }
  return false;
}

/** Of a quote whose labels have all gone into fields, the marks remain. */
export function takeEmptyQuotes({ document, draft }: RecordContext): void {
  for (const { type, start, end } of document.nodes) {
    if (type === 'blockquote' && /^[>\s]*$/.test(draft.edits.apply(document.text, start, end)))
      draft.edits.remove(start, end);
  }
}

/** Of a table whose rows have all gone into fields, the head remains. */
function takeEmptyTables({ document, draft }: RecordContext): void {
  for (const { type, start, end, children } of document.nodes) {
    const [head, ...rows] = children;
    if (type !== 'table' || !head || rows.length === 0) continue;
    if (!rows.every((row) => draft.edits.removes(row.start, row.end))) continue;
    if (!draft.edits.removes(head.start, head.end)) draft.leave(head.start, head.end, 'the head of a table of facts');
    draft.edits.remove(start, end);
  }
}
