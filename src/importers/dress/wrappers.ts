import type { Left } from '../draft.ts';
import type { Line, Undress } from './lines.ts';

const IMPORT = /^import\s+(?:(\w+)|\{([\w\s,]+)\})\s+from\s+['"][^'"]+['"];?\s*$/;

/** The most lines between the two tags of an aside. */
const FARTHEST = 200;

/** `<aside>` and `</aside>` on lines of their own set a note apart, as Notion writes it: in Markdown it is a quote. */
export const fromAsides: Undress = ({ lines, left }) => {
  const found: Left[] = [];
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const inner = /^\s*<aside>\s*$/.test(line.text) && !line.isCode ? asideAt(lines, at + 1) : undefined;
    if (!inner) {
      result.push(line);
      continue;
    }
    const blank = { ...line, text: '' };
    result.push(blank, ...inner.map((one) => ({ ...one, text: `> ${one.text}`.trimEnd() })), blank);
    found.push({ line: line.from + 1, text: '<aside></aside>', why: 'tags of HTML that became Markdown' });
    at += lines.slice(at + 1).findIndex(isEnd) + 1;
  }
  return found.length === 0 ? { lines, left } : { lines: result, left: [...left, ...found] };
};

const isEnd = ({ text, isCode }: Line): boolean => !isCode && /^\s*<\/aside>\s*$/.test(text);

/** The lines of an aside, without blank ones around them; undefined where it is never closed, or holds another. */
function asideAt(lines: readonly Line[], from: number): Line[] | undefined {
  const length = lines.slice(from, from + FARTHEST).findIndex(isEnd);
  const inner = length < 0 ? [] : lines.slice(from, from + length);
  const isFull = ({ text }: Line): boolean => text.trim() !== '';
  const [first, last] = [inner.findIndex(isFull), inner.findLastIndex(isFull)];
  return first < 0 || inner.some(({ text }) => text.includes('<aside')) ? undefined : inner.slice(first, last + 1);
}

/** `import Tabs from …`, and the lines that are a tag of what was imported: they wrap text, and are none. */
export const fromImports: Undress = ({ lines, left }) => {
  const names = lines.flatMap(({ text, isCode }) => {
    const [, one, several = ''] = (isCode ? undefined : IMPORT.exec(text)) ?? [];
    return one ? [one] : several.split(/\s*,\s*/).map((name) => name.trim());
  });
  const known = new Set(names.filter((name) => /^[A-Z]/.test(name)));
  if (known.size === 0) return { lines, left };
  const found: Left[] = [];
  const result = lines.map((line) => {
    const tag = /^\s*<\/?([A-Z]\w*)(?:\s[^<>]*)?(?<!\/)>\s*$/.exec(line.text)?.[1];
    const isMark = !line.isCode && (IMPORT.test(line.text) || (tag !== undefined && known.has(tag)));
    if (!isMark) return line;
    found.push({ line: line.from + 1, text: line.text.trim(), why: 'a component of MDX around the text' });
    return { ...line, text: '' };
  });
  return { lines: result, left: [...left, ...found] };
};
