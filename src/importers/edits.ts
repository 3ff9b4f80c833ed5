/** A stretch of a text and what takes its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Changes to one text, gathered in any order. Of two that overlap the wider stands, else the earlier: what is taken out
 * whole needs no repair within.
 */
export class Edits {
  #all: Edit[] = [];

  replace(start: number, end: number, text: string): void {
    if (end > start || text !== '') this.#all.push({ start, end, text });
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** True if a place is in a stretch that is taken out. */
  removes(start: number, end: number): boolean {
    return this.#all.some((edit) => edit.text === '' && edit.start <= start && edit.end >= end);
  }

  /** The text from `from` to `to` with every change within it made. */
  apply(source: string, from = 0, to = source.length): string {
    const within = this.#all.filter((edit) => edit.start >= from && edit.end <= to);
    within.sort((a, b) => a.start - b.start || b.end - a.end);
    let result = '';
    let at = from;
    for (const edit of within) {
      if (edit.start < at) continue;
      result += source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return result + source.slice(at, to);
  }
}
