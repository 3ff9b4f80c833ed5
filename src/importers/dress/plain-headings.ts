import { type Line, mapLines, type Undress } from './lines.ts';

/**
 * Headings and lists that Markdown takes for something else: a numbered title over a line of dashes (a list and a rule to the
 * parser), and items that start with a bullet sign.
 */
export const fromPlainHeadings: Undress = ({ lines, left }) => {
  const plain = fromNumberedParts(lines);
  return { lines: withoutBullets(plain), left };
};

/** How many numbered titles with indented text below make a text of numbered parts. */
const ENOUGH_PARTS = 3;

/** `1. DETAILS` with all its text indented below it, again and again, is a text in parts, and no list. */
function fromNumberedParts(lines: readonly Line[]): readonly Line[] {
  const isPart = ({ text, isCode }: Line, index: number): boolean => {
    if (isCode || !/^\d+[.)]\s+\p{L}.{1,60}$/u.test(text) || /[.;,]$/.test(text)) return false;
    return /^\s{2,}\S/.test(lines.slice(index + 1).find((line) => line.text.trim() !== '')?.text ?? '');
  };
  const parts = new Set(lines.filter(isPart));
  const others = lines.filter(({ text, isCode }) => !isCode && /^#{2,6}\s|^\S/.test(text) && !/^#\s/.test(text));
  if (parts.size < ENOUGH_PARTS || others.length > parts.size) return lines;
  return lines.map((line) => {
    if (parts.has(line)) return { ...line, text: `## ${line.text}` };
    return { ...line, text: line.text.replace(/^ {2,4}/, '') };
  });
}

function withoutBullets(lines: readonly Line[]): Line[] {
  return mapLines(lines, ({ text }, index) => {
    const under = lines[index + 1];
    if (isNumbered(text) && under && !under.isCode && UNDERLINE.test(under.text))
      return `${under.text.trim().startsWith('=') ? '#' : '##'} ${text.trim()}`;
    if (UNDERLINE.test(text) && isNumbered(lines[index - 1]?.text ?? '')) return '';
    if (/^\[[ xX]\]\s+\S/.test(text)) return `- ${text}`;
    return text.replace(/^(\s*)[•◦▪‣●○∙·]\s+(?=\S)/u, (_, indent: string) => bullet(indent, lines, index));
  });
}

const UNDERLINE = /^(?:-{3,}|={3,})\s*$/;

function isNumbered(text: string): boolean {
  return /^\s{0,3}\d+(?:\.\d+)*[.)]\s+\S.{0,78}$/.test(text);
}

function bullet(indent: string, lines: readonly Line[], index: number): string {
  const isInText = indent.length >= 4 && (lines[index - 1]?.text.trim() ?? '') === '';
  return isInText ? `${indent}• ` : `${indent}- `;
}
