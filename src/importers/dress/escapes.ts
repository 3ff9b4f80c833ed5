import { mapLines, type Undress } from './lines.ts';

/**
 * `2023\-10\-24` and `on\_call` are what exporters write for `2023-10-24` and `on_call`: a backslash that changes nothing is
 * taken away. It stays where the mark without it would be Markdown.
 */
export const fromEscapes: Undress = ({ lines, left }) => ({
  lines: mapLines(lines, ({ text }) =>
    text.includes('\\') && !/^(?: {4}|\t)/.test(text) ? withoutEscapes(text) : text,
  ),
  left,
});

function withoutEscapes(text: string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part, index === 0)))
    .join('');
}

function plain(text: string, isStart: boolean): string {
  return text.replace(/\\([-.()!+=&%,;:'"/?@^~$#>_{}])/g, (whole, mark: string, at: number) => {
    const before = text.slice(0, at);
    const after = text.slice(at + 2);
    const isFirst = isStart && before.trim() === '';
    if (isFirst && '-+#=>:~'.includes(mark)) return whole;
    // `1\. Summary` is a heading's number in bold, and at the head of a line it would be a list.
    if (isStart && (mark === '.' || mark === ')') && /^\s*\d+$/.test(before)) return whole;
    if (mark === '!' && after.startsWith('[')) return whole;
    if (mark === '_' && !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after))) return whole;
    if (mark === '~' && (after.startsWith('~') || after.startsWith('\\~') || before.endsWith('~'))) return whole;
    return mark;
  });
}
