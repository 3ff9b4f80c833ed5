import { styleText } from 'node:util';
import { type Problem, problemLine } from '../archive/problem.ts';
import { rulePage } from './rule-page.ts';

export interface PrettyOptions {
  colour: boolean;
  /** The line of its file that a problem stands in. */
  lineOf(problem: Problem): string | undefined;
  /** Where the site is published, if it is: its pages of rules are named. */
  siteUrl?: string;
}

/** The longest piece of a line that is shown, in characters. */
const WIDTH = 100;

/** Problems for people: the plain line of each, and below it the line of the file with a mark where to look. */
export function pretty(problems: readonly Problem[], { colour, lineOf, siteUrl }: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return problems
    .map((problem) => {
      const { severity, position } = problem;
      const style = severity === 'error' ? 'red' : 'yellow';
      const head = paint(style, problemLine(problem));
      const line = lineOf(problem);
      const page = rulePage(problem.rule, siteUrl);
      const more = page ? `${paint('dim', `  ${page}`)}\n` : '';
      if (!position || line === undefined) return `${head}\n  ${paint(style, severity)}\n${more}\n`;
      const number = String(position.line);
      const { shown, before } = excerpt(line, position.column);
      const gutter = ' '.repeat(number.length);
      return [
        head,
        paint('dim', `  ${number} | `) + shown,
        `${paint('dim', `  ${gutter} | `) + before + paint(style, `^ ${severity}`)}\n${more}\n`,
      ].join('\n');
    })
    .join('');
}

/**
 * The piece of a line around a column, and the blank that puts a mark below that column: tabs stay tabs in both, a character
 * that a terminal shows two cells wide takes two blanks, and one that it joins to the one before takes none.
 */
function excerpt(line: string, column: number): { shown: string; before: string } {
  const wanted = line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, line.length - WIDTH));
  // No character is shown by its second half.
  const start = wanted > 0 && /[\uDC00-\uDFFF]/.test(line.charAt(wanted)) ? wanted - 1 : wanted;
  const shown = [...line.slice(start, start + WIDTH).replace(/[\uD800-\uDBFF]$/, '')].map(visible).join('');
  const before = [...line.slice(start, column - 1)].map(blank).join('');
  return { shown, before };
}

function blank(character: string): string {
  if (character === '\t') return '\t';
  if (JOINED.test(character)) return '';
  return WIDE.test(character) ? '  ' : ' ';
}

const JOINED = /[\p{Mn}\p{Me}\u200B-\u200D]/u;

// The scripts and signs that Unicode's East Asian Width calls wide (UAX 11), and those that are shown as pictures.
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** Control characters would let a file write to the terminal. */
function visible(character: string): string {
  return character !== '\t' && /\p{Cc}/u.test(character) ? '\uFFFD' : character;
}
