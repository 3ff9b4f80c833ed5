import { CALLOUT_KINDS } from '../archive/body/components.ts';
import { linesOf } from './dress/lines.ts';

const MARK = /^(\s*(?:>\s*)+)\[!(\w+)\][+-]?[ \t]*(.*?)\s*$/;

/** `> [!warning]- Impact`: the mark gets a line of its own, as a call-out has it here, and its title stands in bold below. */
export function withTitlesBelow(body: string): string {
  if (!body.includes('[!')) return body;
  return linesOf(body)
    .flatMap(({ text, isCode }) => {
      const [, quote = '', kind = '', title = ''] = (isCode ? undefined : MARK.exec(text)) ?? [];
      if (!(CALLOUT_KINDS as readonly string[]).includes(kind.toLowerCase())) return [text];
      if (title === '') return [`${quote}[!${kind}]`];
      return [`${quote}[!${kind}]`, `${quote}${/[*_`[\]]/.test(title) ? title : `**${title}**`}`, quote.trimEnd()];
    })
    .join('\n');
}
