import { toId } from '../model/id.ts';
import { markOf } from './actions/actions.ts';
import { type Node, plainWords, type Section } from './document.ts';
import { inlineText } from './inline.ts';
import { hasNoWords } from './letters.ts';
import { isName, isOtherScript } from './names.ts';
import type { RecordContext } from './record-context.ts';

/** A cause that a text names, and how it came to be where it says so. */
interface NamedCause {
  name: string;
  how?: string;
  /** True where bold sets the name apart. */
  isMarked: boolean;
  start: number;
  end: number;
}

/**
 * Takes the causes that a section names: `- **Retry storm**: clients retried at once`, a list of short names, or one short name
 * alone. Sentences name none: they stay where they are, and the report says so.
 */
export function mapCauses(field: 'causes' | 'factors', section: Section, context: RecordContext): void {
  const { document, draft, stated, lexicon } = context;
  const blocks = section.blocks.filter(({ start, end }) => !hasNoWords(draft.edits.apply(document.text, start, end)));
  if (blocks.length === 0 || draft.has(field)) return;
  const [only, ...others] = blocks;
  const whole = others.length === 0 && section.children.length === 0 ? only : undefined;
  const found = whole?.type === 'list' ? ofList(whole, context) : whole ? ofParagraph(whole, context) : [];
  // `Unknown`: said so, and no prose.
  if (whole?.type === 'paragraph' && lexicon.isUnknown(plainWords(whole))) return;
  const names = new Set(found.map(({ name }) => toId(name)));
  if (found.length === 0 || names.size < found.length) {
    const isOther = whole?.type === 'paragraph' && isOtherScript(plainWords(whole));
    draft.trouble(
      isOther
        ? `what stands under "${section.title}" stays in the body: no id can be made of these letters`
        : `what stands under "${section.title}" is prose: it names no cause in a few words, and stays in the body`,
      `name the cause as \`${field}\``,
      section.heading?.start,
    );
    return;
  }
  const marks = whole?.type === 'list' ? whole.children.flatMap((item) => markOf(item, document)) : [];
  for (const { name } of found) stated.named.push({ kind: field, id: toId(name), name });
  draft.set(
    field,
    found.map(({ name, how }) => (how === undefined ? toId(name) : { id: toId(name), how })),
    'mapped',
    [`the heading "${section.title}": ${found.map(({ name }) => name).join(', ')}`, ...marks].join(' | '),
  );
  const isAll = whole?.type !== 'list' || found.length === whole.children.length;
  if (whole && isForm(whole)) return;
  if (isAll && whole) draft.take(whole.start, whole.end);
  else for (const { start, end } of found) draft.take(start, end);
}

/** Boxes to tick: what is not ticked was not the cause, and all of them stay. */
const isForm = (list: Node): boolean => list.children.some(({ checked }) => checked !== undefined);

/** Names in bold are taken from among sentences; plain ones only where every item is one. */
function ofList(list: Node, context: RecordContext): NamedCause[] {
  const items = list.children.map((item) => {
    if (isForm(list) && !item.checked) return undefined;
    const [paragraph, ...more] = item.children;
    const named = paragraph?.type === 'paragraph' && more.length === 0 ? causeIn(paragraph, context) : undefined;
    return named && { ...named, start: item.start, end: item.end };
  });
  const found = items.filter((item) => item !== undefined);
  return isForm(list) || found.length === items.length ? found : found.filter(({ isMarked }) => isMarked);
}

function ofParagraph(block: Node, context: RecordContext): NamedCause[] {
  const named = block.type === 'paragraph' ? causeIn(block, context) : undefined;
  return named ? [named] : [];
}

function causeIn(paragraph: Node, { document, fate, lexicon }: RecordContext): NamedCause | undefined {
  const { start, end } = paragraph;
  const [strong, ...rest] = paragraph.children;
  const isMarked = strong?.type === 'strong';
  const name = (isMarked ? plainWords(strong) : plainWords(paragraph)).replace(/\s*:$/, '');
  if (!isName(name) || lexicon.isUnknown(name)) return undefined;
  if (!isMarked) {
    const isPlain = paragraph.children.every(({ type }) => type === 'text' || type === 'inlineCode');
    const isSentence = name
      .toLowerCase()
      .split(/[\s,]+/)
      .some((word) => lexicon.words.verbs.includes(word));
    return isPlain && !isSentence && !/[:@]|^\d/.test(name) ? { name, isMarked, start, end } : undefined;
  }
  if (rest.length === 0) return { name, isMarked, start, end };
  const text = inlineText(document, rest, fate)?.text;
  const how = text?.replace(/^\s*[:–—-]\s*/, '');
  const isLed = text !== undefined && (/^\s*[:–—-]/.test(text) || /:$/.test(plainWords(strong)));
  return isLed && how ? { name, how, isMarked, start, end } : undefined;
}
