import type { Problem } from '../problem.ts';
import { quote } from '../yaml/quote.ts';
import { type Edit, offsetsIn } from './edits.ts';

/** The edits that mend problems of a file which have one way out and no other. */
export function problemEdits(raw: string, problems: readonly Problem[]): Edit[] {
  const offsetOf = offsetsIn(raw);
  return problems.flatMap(({ rule, position, hint = '' }): Edit[] => {
    if (!position) return [];
    const start = offsetOf(position);
    switch (rule) {
      case 'mdx-syntax':
        return mendTag(raw, start);
      case 'yaml-map-for-text':
        return mendQuotes(raw, start, hint);
      case 'yaml-syntax':
        return mendLine(raw, offsetOf({ line: position.line, column: 1 }), hint);
      default:
        return [];
    }
  });
}

/** `<https://…>` becomes a link, and `<` before a number the character that it is meant to be. */
function mendTag(raw: string, start: number): Edit[] {
  const rest = raw.slice(start, start + 2100);
  const [whole, address] = /^<(https?:\/\/[^\s<>()[\]{}\\]+)>/.exec(rest) ?? [];
  if (whole !== undefined && address !== undefined) {
    return [{ start, end: start + whole.length, text: `[${address}](${address})` }];
  }
  return /^<=?\s*[\d.]/.test(rest) ? [{ start, end: start + 1, text: '&lt;' }] : [];
}

/** The hint says the value in quotes: it is put there where the value stands as it says. */
function mendQuotes(raw: string, start: number, hint: string): Edit[] {
  const quoted = /^write (['"].*)$/.exec(hint)?.[1];
  if (quoted === undefined) return [];
  const bare = quoted.startsWith('"') ? quoted.slice(1, -1) : quoted.slice(1, -1).replaceAll("''", "'");
  if (!raw.startsWith(bare, start) || quote(bare) !== quoted) return [];
  // Words after it would be cut off by the quotes.
  const after = raw.slice(start + bare.length).match(/^[ \t]*[^\r\n]*/)?.[0] ?? '';
  return after.trim() === '' ? [{ start, end: start + bare.length, text: quoted }] : [];
}

/** The hint says the whole line anew, with its value in quotes. */
function mendLine(raw: string, lineStart: number, hint: string): Edit[] {
  const line = /^[^\r\n]*/.exec(raw.slice(lineStart))?.[0] ?? '';
  const [, lead = '', value = ''] = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(\S.*)$/.exec(line) ?? [];
  const bare = value.trim();
  if (lead.trim() === '' || hint !== `write ${lead.trim()} ${quote(bare)}`) return [];
  const start = lineStart + lead.length;
  return [{ start, end: start + bare.length, text: quote(bare) }];
}
