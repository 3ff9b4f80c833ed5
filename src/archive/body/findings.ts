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

  /** Drops what was found strictly inside a stretch that is itself a mistake: it is only a consequence. */
  dropInside(start: number, end: number): void {
    this.#all = this.#all.filter(({ offset }) => offset <= start || offset >= end);
  }
}

/** Turns offsets in a text into positions in its file, where the text starts at the head of line `firstLine`. */
export function positionsIn(text: string, firstLine: number): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const place = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: place - (starts[low] ?? 0) + 1 };
  };
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
