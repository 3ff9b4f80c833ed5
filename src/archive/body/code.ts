import type { Element, ElementContent } from 'hast';
import { all, createLowlight } from 'lowlight';

const highlighter = createLowlight(all);

/** Code longer than this is shown as it is: colours help nobody there, and take their time. In characters. */
const LONGEST_HIGHLIGHTED = 50_000;

/**
 * A block of code as the page shows it: coloured by classes alone, with its `title="…"` as a caption. It can be reached by
 * keyboard, since it may have to be scrolled.
 */
export function codeFigure(code: string, language: string, meta: string): Element {
  const lang = language.toLowerCase().replace(/[^a-z0-9+#_-]/g, '');
  const coloured = lang !== '' && highlighter.registered(lang) && code.length <= LONGEST_HIGHLIGHTED;
  const content: ElementContent[] = coloured
    ? (highlighter.highlight(lang, code).children as ElementContent[])
    : [{ type: 'text', value: code }];
  const pre = element('pre', { tabIndex: 0 }, [
    element('code', lang === '' ? {} : { className: [`language-${lang}`] }, content),
  ]);
  const title = titleOf(meta);
  const caption = title === undefined ? [] : [element('figcaption', {}, [{ type: 'text', value: title }])];
  return element('figure', { className: ['code'] }, [...caption, pre]);
}

function titleOf(meta: string): string | undefined {
  const found = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(meta);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() || undefined;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
