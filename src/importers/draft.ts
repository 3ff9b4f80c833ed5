import { Edits } from './edits.ts';

/** A value that was found: stated in so many words, or computed from others. */
export interface Finding {
  how: 'mapped' | 'derived';
  field: string;
  /** The words of the source that say it, or what it was computed from. */
  from: string;
}

/** Words of the source that stand neither in the file nor in a field. */
export interface Left {
  /** Line of the source, counted from 1. */
  line: number;
  text: string;
  why: string;
}

/** Something that a person should look at. */
export interface Trouble {
  line?: number;
  message: string;
  hint?: string;
}

/** One record in the making: values with their findings, the changes to the body, and what is to be said about it. */
export class Draft {
  readonly values: Record<string, unknown> = {};
  /** Keys without a field, whatever they are called: `__proto__` is one like any other. */
  readonly imported: Record<string, unknown> = Object.create(null);
  readonly findings: Finding[] = [];
  readonly left: Left[] = [];
  readonly troubles: Trouble[] = [];
  readonly edits = new Edits();
  readonly #text: string;
  readonly #lines: readonly number[];

  /** `text` is the body; `lines` says of each of its lines which one of the file it comes from. */
  constructor(text: string, lines: readonly number[]) {
    this.#text = text;
    this.#lines = lines;
  }

  has(field: string): boolean {
    return field in this.values;
  }

  set(field: string, value: unknown, how: Finding['how'], from: string): void {
    this.values[field] = value;
    this.findings.push({ how, field, from: from.trim() });
  }

  lineAt(offset: number): number {
    let line = 0;
    for (let at = this.#text.indexOf('\n'); at >= 0 && at < offset; at = this.#text.indexOf('\n', at + 1)) line += 1;
    return this.#lines[line] ?? 1;
  }

  trouble(message: string, hint?: string, offset?: number): void {
    this.troubles.push({ ...(offset !== undefined && { line: this.lineAt(offset) }), message, ...(hint && { hint }) });
  }

  /** Takes a stretch out of the body whose words are in a field; `why` where some are in none. */
  take(start: number, end: number, why?: string): void {
    if (why !== undefined) this.leave(start, end, why);
    this.edits.remove(start, end);
  }

  /** Notes that the words of a stretch stand in the report alone. */
  leave(start: number, end: number, why: string): void {
    const text = this.#text.slice(start, end).trim();
    if (text !== '') this.left.push({ line: this.lineAt(start), text, why });
  }
}
