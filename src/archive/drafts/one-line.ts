import { compileInline } from '../body/inline.ts';

/** A title or name as one line of text that a file can hold; empty if there is nothing in it. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * A line of text as inline Markdown. What reads well as it is keeps its code and emphasis; where it would be a link to
 * nowhere, or HTML that is not kept, every mark is made to mean itself.
 */
export function asInline(line: string): string {
  const { problems } = compileInline(line, {
    link: () => ({ problem: { rule: 'dead-link', message: 'nothing is there' } }),
    lists: false,
  });
  return problems.length === 0 ? line : line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
