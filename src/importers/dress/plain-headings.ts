import { type Line, mapLines, type Undress } from './lines.ts';

/**
 * Headings and lists that Markdown takes for something else: a numbered title over a line of dashes (a list and a rule to the
 * parser), and items that start with a bullet sign.
 */
export const fromPlainHeadings: Undress = ({ lines, left }) => ({
  lines: mapLines(lines, ({ text }, index) => {
    const under = lines[index + 1];
    if (isNumbered(text) && under && !under.isCode && UNDERLINE.test(under.text))
      return `${under.text.trim().startsWith('=') ? '#' : '##'} ${text.trim()}`;
    if (UNDERLINE.test(text) && isNumbered(lines[index - 1]?.text ?? '')) return '';
    return text.replace(/^(\s*)[•◦▪‣●○∙·]\s+(?=\S)/u, (_, indent: string) => bullet(indent, lines, index));
  }),
  left,
});

const UNDERLINE = /^(?:-{3,}|={3,})\s*$/;

function isNumbered(text: string): boolean {
  return /^\s{0,3}\d+(?:\.\d+)*[.)]\s+\S.{0,78}$/.test(text);
}

function bullet(indent: string, lines: readonly Line[], index: number): string {
  const isInText = indent.length >= 4 && (lines[index - 1]?.text.trim() ?? '') === '';
  return isInText ? `${indent}• ` : `${indent}- `;
}
