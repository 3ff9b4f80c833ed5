import { mapLines, type Undress } from './lines.ts';

/**
 * A line that is only a mark of a publishing tool: a shortcode, Liquid, a component, an admonition, an import of MDX, a tag of
 * HTML that wraps what stands between it and its other half.
 */
const MARK =
  /^\s*(?:\{\{[<%].*[>%]\}\}|\{%.*%\}|<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>|<\/?(?:div|aside|section|article|center|main|header|footer|figure|details)(?:\s[^<>]*)?>|<summary>[^<]*<\/summary>|:{3,}.*|import\s.+\sfrom\s+['"][^'"]+['"];?|\{:[^}]*\})\s*$/;

/** True for text that belongs to a publishing tool and tells a reader nothing. */
export function isMark(text: string): boolean {
  return text
    .split('\n')
    .every((line) => MARK.test(line) || /^\s*(?:\[\[?_?TOC_?\]?\]|\{:[^}]*\}|<!--.*-->)?\s*$/i.test(line));
}

/** Such lines stand apart, so that the text between them is a paragraph, a list or a table of its own. */
export const withMarksApart: Undress = ({ lines, left }) => ({
  lines: mapLines(lines, ({ text }, index) => {
    // A line in bold right after an item, not indented: nobody means it to go on with the item.
    if (
      /^(?:\*\*[^*]+\*\*:?|Day \d{1,2}:?)\s*$/i.test(text) &&
      /^\s*(?:[-*+]|\d+[.)])\s/.test(lines[index - 1]?.text ?? '')
    )
      return ['', text];
    if (!MARK.test(text)) return text;
    const isAfterText = (lines[index - 1]?.text ?? '').trim() !== '' && !MARK.test(lines[index - 1]?.text ?? '');
    const isBeforeText = (lines[index + 1]?.text ?? '').trim() !== '' && !MARK.test(lines[index + 1]?.text ?? '');
    // An attribute list belongs to the block it follows.
    if (/^\s*\{:/.test(text)) return isBeforeText ? [text, ''] : text;
    return [...(isAfterText ? [''] : []), text, ...(isBeforeText ? [''] : [])];
  }),
  left,
});
