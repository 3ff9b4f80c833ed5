import type { Element, ElementContent } from 'hast';
import { nearestHint } from '../nearest.ts';
import { CALLOUT_KINDS } from './components.ts';
import type { BodyState } from './state.ts';
import { startOf } from './tree.ts';

/** `> [!NOTE]` as GitHub reads it: a quote whose first line is such a mark and nothing else. */
const MARK = /^\[!([A-Za-z]+)\]([^\n]*)(?:\n|$)/;

/** Words after a line break begin with the line end that stands in the text. */
function withoutBreak([first, ...others]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...others] : [];
  return [{ ...first, value: first.value.replace(/^\n/, '') }, ...others];
}

/** Splits the mark off a quote that is a callout: its kind, and the content without the mark. Undefined for any other quote. */
export function readCallout(quote: Element, state: BodyState): { kind: string; content: ElementContent[] } | undefined {
  const index = quote.children.findIndex((child) => child.type === 'element');
  const first = quote.children[index];
  if (first?.type !== 'element' || first.tagName !== 'p') return undefined;
  const [words, ...after] = first.children;
  if (words?.type !== 'text') return undefined;
  const found = MARK.exec(words.value);
  if (!found) return undefined;
  const breaks = after[0]?.type === 'element' && after[0].tagName === 'br';
  const others = breaks ? withoutBreak(after.slice(1)) : after;
  const kind = (found[1] ?? '').toLowerCase();
  const isKind = (CALLOUT_KINDS as readonly string[]).includes(kind);
  const alone = (found[2] ?? '').trim() === '' && (breaks || found[0].endsWith('\n') || others.length === 0);
  if (!isKind || !alone) {
    state.findings.hint(
      'callout-kind',
      startOf(words, startOf(quote)),
      isKind
        ? `\`[!${found[1]}]\` shares its line with other words, so this is an ordinary quote`
        : `\`[!${found[1]}]\` is no kind of callout, so this is an ordinary quote`,
      isKind
        ? 'give the mark a line of its own'
        : (nearestHint(kind, CALLOUT_KINDS) ?? `the kinds are ${CALLOUT_KINDS.join(', ')}`),
    );
    return undefined;
  }
  const rest = words.value.slice(found[0].length);
  const paragraph: Element = {
    ...first,
    children: rest === '' ? others : [{ ...words, value: rest }, ...others],
  };
  const content = paragraph.children.length > 0 ? [paragraph] : [];
  return { kind, content: [...content, ...quote.children.slice(index + 1)] };
}
