import { type Line, linesOf, type Undress } from './lines.ts';

/** A file of Org mode: headings are stars, and keywords start with `#+`. Headings, links, times and tables become Markdown's. */
export const fromOrgMode: Undress = (plain) => {
  const { lines } = plain;
  const isOrg =
    lines.some(({ text }) => /^#\+(?:TITLE|DATE|AUTHOR|BEGIN_\w+|STARTUP|FILETAGS|OPTIONS):?(?:\s|$)/i.test(text)) &&
    lines.some(({ text }) => /^\*+\s\S/.test(text)) &&
    !lines.some(({ text, isCode }) => !isCode && /^#{1,6}\s\S/.test(text));
  if (!isOrg) return plain;
  const left = [...plain.left];
  let isCode = false;
  const result = lines.flatMap(({ text, from }): Line[] => {
    const line = (changed: string): Line[] => linesOf(changed).map((one) => ({ ...one, from }));
    const leave = (words: string): void => {
      left.push({ line: from + 1, text: words.trim(), why: 'a mark of Org mode' });
    };
    const block = /^\s*#\+(begin|end)_(src|example|quote|verse)\b(.*)$/i.exec(text);
    if (block) {
      leave(text);
      if (/src|example/i.test(block[2] ?? '')) isCode = block[1]?.toLowerCase() === 'begin';
      return /src|example/i.test(block[2] ?? '') ? [{ text: '```', from, isCode: true }] : line('');
    }
    if (isCode) return [{ text, from, isCode: true }];
    const keyword = /^#\+(\w+):\s*(.*)$/.exec(text);
    if (keyword) {
      leave(text);
      const [, name = '', value = ''] = keyword;
      if (/^title$/i.test(name)) return line(`# ${value}`);
      return line(/^(?:date|author|filetags)$/i.test(name) ? `- ${name.toLowerCase()}: ${timesOf(value)}` : '');
    }
    if (/^\s*:[A-Z_]+:/.test(text)) {
      leave(text);
      return line('');
    }
    const heading = /^(\*+)\s+(?:(TODO|DONE|WAITING|CANCELLED)\s+)?(.*?)(\s+:[\w:]+:)?$/.exec(text);
    if (heading) {
      const [, stars = '', state, words = '', tags] = heading;
      if (tags !== undefined) leave(tags);
      if (state !== undefined) {
        leave(state);
        return line(`- [${state === 'DONE' ? 'x' : ' '}] ${timesOf(words)}`);
      }
      return line(`${'#'.repeat(Math.min(6, stars.length + 1))} ${timesOf(words)}`);
    }
    return line(
      timesOf(text)
        .replace(/\[\[([^\][]+)\]\[([^\][]+)\]\]/g, '[$2]($1)')
        .replace(/^(\s*[-+]\s.*?)\s::\s/, '$1: ')
        .replace(/^\|[-+]+\|$/, (rule) => rule.replace(/\+/g, '|')),
    );
  });
  return { lines: result, left };
};

/** `<2022-01-09 Sun 13:20>` and `[2022-01-09 Sun]` without their brackets. */
function timesOf(text: string): string {
  return text.replace(
    /[<[](\d{4}-\d\d-\d\d)(?: (\p{L}{2,3})\.?)?(?: (\d{1,2}:\d\d))?[>\]]/gu,
    (_, day, weekday, clock) => [weekday, day, clock].filter((part) => part !== undefined).join(' '),
  );
}
