import type { Position, Problem, ProblemSeverity } from '../problem.ts';

/** Something wrong at a place of a text; `offset` counts UTF-16 code units from its start. */
export interface Finding {
  rule: string;
  severity: ProblemSeverity;
  message: string;
  hint?: string;
  offset: number;
}

/** Gathers what is wrong with one text. */
export class Findings {
  #all: Finding[] = [];

  get all(): readonly Finding[] {
    return this.#all;
  }

  error(rule: string, offset: number, message: string, hint?: string): void {
    this.#all.push({ rule, severity: 'error', message, ...(hint && { hint }), offset });
  }

  hint(rule: string, offset: number, message: string, hint?: string): void {
    this.#all.push({ rule, severity: 'hint', message, ...(hint && { hint }), offset });
  }

  /**
   * Drops what was found strictly inside stretches that are themselves mistakes: it is only a consequence. The stretches are
   * in order and do not overlap.
   */
  dropInside(stretches: readonly { start: number; end: number }[]): void {
    if (stretches.length === 0) return;
    this.#all = this.#all.filter(({ offset }) => {
      const before = lastBefore(stretches, offset);
      return before === undefined || offset >= before.end;
    });
  }
}

function lastBefore<T extends { start: number }>(stretches: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}

/** Turns offsets in a text into positions in its file, where the text starts at the head of line `firstLine`. */
export function positionsIn(text: string, firstLine: number): (offset: number) => Position {
  // Most texts are asked for no position at all.
  let known: { index: number; start: number }[] | undefined;
  return (offset) => {
    known ??= linesOf(text);
    const place = Math.max(0, Math.min(offset, text.length));
    const { index, start } = lastBefore(known, place + 1) ?? { index: 0, start: 0 };
    return { line: firstLine + index, column: place - start + 1 };
  };
}

function linesOf(text: string): { index: number; start: number }[] {
  const lines = [{ index: 0, start: 0 }];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.push({ index: lines.length, start: at + 1 });
  }
  return lines;
}

/** What was found, each thing once, as problems of `file`. */
export function toProblems(
  findings: readonly Finding[],
  file: string,
  positionOf: (offset: number) => Position,
): Problem[] {
  const seen = new Set<string>();
  return findings.flatMap(({ offset, ...finding }) => {
    const key = `${offset} ${finding.rule} ${finding.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ file, position: positionOf(offset), ...finding }];
  });
}
