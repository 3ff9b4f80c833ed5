import { CALLOUT_KINDS } from '../../archive/body/components.ts';
import type { Left } from '../draft.ts';
import { type Line, linesOf, type Undress } from './lines.ts';

/** `!!! note "Title"` and `??? note`, over indented lines. */
const ADMONITION = /^(?:!!!|\?\?\?\+?)[ \t]*([\w-]+(?:[ \t]+[\w-]+){0,3})?(?:[ \t]+"([^"]*)")?[ \t]*$/;

/** `=== "Title"`, over indented lines: one of several texts of which a reader chooses. */
const TAB = /^===[+!]?[ \t]+"([^"]+)"[ \t]*$/;

/** Blocks within blocks. */
const MOST_DEEP = 20;

/** Admonitions and tabs of MkDocs: their indented lines are text, not code. A note becomes a quote, a tab a line in bold over its text. */
export const fromIndentedBlocks: Undress = ({ lines, left }) => {
  const found: Left[] = [];
  const result = undressed(lines, found, 0);
  return found.length === 0 ? { lines, left } : { lines: result, left: [...left, ...found] };
};

function undressed(lines: readonly Line[], found: Left[], depth: number): Line[] {
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const [note, tab] = line.isCode ? [] : [ADMONITION.exec(line.text), TAB.exec(line.text)];
    const inner = (note || tab) && depth < MOST_DEEP ? indented(lines, at + 1) : [];
    if (inner.length === 0) {
      result.push(line);
      continue;
    }
    const place = (text: string): Line => ({ ...line, text, isCode: false });
    const content = undressed(dedented(inner), found, depth + 1);
    found.push({ line: line.from + 1, text: line.text.trim(), why: 'the mark of an admonition or a tab' });
    result.push(place(''));
    if (tab) result.push(place(`**${tab[1]}**`), place(''), ...content);
    else {
      const kind = (note?.[1] ?? '').split(/[ \t]/)[0] ?? '';
      const isKind = (CALLOUT_KINDS as readonly string[]).includes(kind.toLowerCase());
      const head = [...(isKind ? [`[!${kind}]`] : []), ...(note?.[2] ? [`**${note[2]}**`, ''] : [])];
      const quoted = [...head.map(place), ...content];
      result.push(...quoted.map((one) => ({ ...one, text: `> ${one.text}`.trimEnd() })));
    }
    result.push(place(''));
    at += inner.length;
  }
  return result;
}

/** The lines from `from` on that are indented, and blank ones between them. */
function indented(lines: readonly Line[], from: number): Line[] {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (/^(?: {4}|\t)\s*\S/.test(text)) end = at + 1;
    else if (text.trim() !== '') break;
  }
  return lines.slice(from, end);
}

/** Lines one step to the left, with the fences that then start there. */
function dedented(lines: readonly Line[]): Line[] {
  const texts = lines.map(({ text }) => text.replace(/^(?: {4}|\t)/, ''));
  const code = linesOf(texts.join('\n')).map(({ isCode }) => isCode);
  return lines.map((line, index) => ({ ...line, text: texts[index] ?? '', isCode: code[index] ?? false }));
}
