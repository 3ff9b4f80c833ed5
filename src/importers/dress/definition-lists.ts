import type { Line, Undress } from './lines.ts';

/** `Term` over `: definition` is a list of terms in some dialects: in plain Markdown each becomes an item, `- **Term**: definition`. */
export const fromDefinitionLists: Undress = ({ lines, left }) => {
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const before = result.at(-1);
    const definition = line.isCode ? undefined : /^ {0,3}:[ \t]+(\S.*)$/.exec(line.text)?.[1];
    const isTerm =
      before !== undefined &&
      !before.isCode &&
      before.from === lines[index - 1]?.from &&
      /^[\p{L}*_][^|]{0,59}$/u.test(before.text) &&
      (result.at(-2)?.text ?? '').trim() === '';
    const follows = result.findLast(({ text }) => text.trim() !== '');
    if (definition !== undefined && isTerm) {
      const term = before.text.trim().replace(/^\*\*(.*)\*\*$/, '$1');
      result[result.length - 1] = { ...before, text: `- **${term}**: ${definition}` };
    } else if (definition !== undefined && follows?.text.startsWith('- **')) {
      follows.text = `${follows.text} ${definition}`;
    } else result.push({ ...line });
  }
  return { lines: result, left };
};
