import type { Left } from '../draft.ts';

/** One line of a body on its way to plain Markdown, with the line of the body that it comes from, counted from 0. */
export interface Line {
  text: string;
  from: number;
  /** True within a fence of code and on its marks: nothing is changed there. */
  isCode: boolean;
}

/** A body in another dress, as plain Markdown. */
export interface Plain {
  lines: Line[];
  /** Marks of the dress that are no words of the text: they stand in the report alone. */
  left: Left[];
}

/** Reads one dress off the lines; a body that does not wear it comes back as it is. */
export type Undress = (plain: Plain) => Plain;

/** The lines of a text, with those within fences marked. */
export function linesOf(text: string): Line[] {
  let fence: string | undefined;
  return text.split('\n').map((line, from) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const isInside = fence !== undefined;
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    return { text: line, from, isCode: isInside || mark !== undefined };
  });
}

/** New lines in the place of the one at `from`. */
export function linesFrom(text: string, from: number): Line[] {
  return linesOf(text).map(({ text: line, isCode }) => ({ text: line, from, isCode }));
}

/** Changes each line that is no code; a list in place of a text puts several lines there. */
export function mapLines(lines: readonly Line[], change: (line: Line, index: number) => string | string[]): Line[] {
  return lines.flatMap((line, index) => {
    if (line.isCode) return [line];
    const changed = change(line, index);
    if (changed === line.text) return [line];
    return [changed].flat().map((text) => ({ ...line, text }));
  });
}
