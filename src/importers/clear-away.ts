import { listFieldOf } from '../archive/body/list-headings.ts';
import { endOfOwn, type Section } from './document.ts';
import type { RecordContext } from './record-context.ts';

/** Attributes of kramdown alone belong to the heading over them. */
const isNothing = (text: string): boolean => /^\s*(?:\{:[^{}]*\}\s*)*$/.test(text);

/** A heading whose text has all gone into fields goes with it. */
export function takeEmptyHeadings({ document, draft }: RecordContext): void {
  const isGone = (section: Section): boolean => {
    const had = section.blocks.length > 0 || section.children.length > 0;
    const own = section.blocks[0]
      ? isNothing(draft.edits.apply(document.text, section.blocks[0].start, endOfOwn(section)))
      : true;
    const below = section.children.map(isGone).every(Boolean);
    const { heading } = section;
    const isEmpty = had && own && below;
    if (isEmpty && heading && !draft.edits.removes(heading.start, heading.end)) {
      draft.take(heading.start, heading.end, 'a heading whose text is in fields');
      for (const { start, end } of section.blocks)
        if (!draft.edits.removes(start, end)) draft.take(start, end, 'attributes of a heading');
    }
    return isEmpty || (heading !== undefined && draft.edits.removes(heading.start, heading.end) && own && below);
  };
  for (const section of document.sections) if (!section.parent) isGone(section);
}

/** A list that stays under the heading of a field that has values would be that field a second time: its heading says so. */
export function keepListsApart({ document, draft }: RecordContext): void {
  for (const { heading, title, blocks } of document.sections) {
    const field = heading && listFieldOf(title);
    if (!heading || !field || !draft.has(field) || draft.edits.removes(heading.start, heading.end)) continue;
    const hasList = blocks.some(
      (block) => block.type === 'list' && draft.edits.apply(document.text, block.start, block.end).trim() !== '',
    );
    const end = heading.children.at(-1)?.end ?? heading.end;
    if (hasList) draft.edits.replace(end, end, ' (as written)');
  }
}
