/** A name in a text: `name` as it was given, from `start` up to `end`. */
export interface Mention {
  name: string;
  start: number;
  end: number;
}

/** What stands where a record was named that a build leaves out. */
export const NOT_SHOWN = 'an incident not shown here';

/** The same where blanks would break an address. */
export const NOT_SHOWN_IN_ADDRESS = NOT_SHOWN.replaceAll(' ', '-');

interface Branch {
  next: Map<string, Branch>;
  /** The name that ends here, and whether it is one to be found. */
  end?: { name: string; hidden: boolean };
}

/**
 * Finds the names of records that a build leaves out: whole words, capitals aside, the longest where several begin. A name
 * in `shown` is never found, though it may hold one that is hidden (`db-outage` in `db-outage-again`).
 */
export class MentionFinder {
  readonly #root: Branch = { next: new Map() };
  /** The characters that a name starts with. */
  #first: RegExp | undefined;
  readonly isEmpty: boolean;

  constructor(hidden: Iterable<string>, shown: Iterable<string>) {
    const names = [...hidden];
    this.isEmpty = names.length === 0;
    for (const name of names) this.#add(name, true);
    if (this.isEmpty) return;
    const overlapping = [...shown].filter((name) => this.find(name).length > 0);
    for (const name of overlapping) this.#add(name, false);
  }

  find(text: string): Mention[] {
    const lower = text.toLowerCase();
    // Where lower case is of another length (one Turkish letter), places would shift: then capitals count.
    const searched = lower.length === text.length ? lower : text;
    const found: Mention[] = [];
    this.#first ??= anyOf(this.#root.next.keys());
    for (let start = 0; ; start += 1) {
      this.#first.lastIndex = start;
      const next = this.#first.exec(searched);
      if (!next) break;
      start = next.index;
      const longest = this.#longestFrom(searched, start);
      if (!longest) continue;
      if (longest.hidden) found.push({ name: longest.name, start, end: longest.end });
      start = longest.end - 1;
    }
    return found;
  }

  /** The text without what `find` finds. In an address the words are joined by hyphens. */
  redact(text: string): string {
    if (this.isEmpty) return text;
    let redacted = '';
    let done = 0;
    for (const { start, end } of this.find(text)) {
      redacted += text.slice(done, start) + (isInAddress(text, start, end) ? NOT_SHOWN_IN_ADDRESS : NOT_SHOWN);
      done = end;
    }
    return redacted + text.slice(done);
  }

  #add(name: string, hidden: boolean): void {
    let branch = this.#root;
    for (const character of name.toLowerCase().split('')) {
      const next: Branch = branch.next.get(character) ?? { next: new Map() };
      branch.next.set(character, next);
      branch = next;
    }
    branch.end = { name, hidden };
    this.#first = undefined;
  }

  #longestFrom(text: string, start: number): { name: string; hidden: boolean; end: number } | undefined {
    let branch = this.#root.next.get(text[start] as string);
    if (!branch || isWord(text[start - 1], text[start])) return undefined;
    let longest: { name: string; hidden: boolean; end: number } | undefined;
    for (let end = start + 1; branch; end += 1) {
      if (branch.end && !isWord(text[end - 1], text[end])) longest = { ...branch.end, end };
      const next: string | undefined = text[end];
      branch = next === undefined ? undefined : branch.next.get(next);
    }
    return longest;
  }
}

/** Any of some characters, each a UTF-16 code unit. */
function anyOf(characters: Iterable<string>): RegExp {
  const codes = [...characters].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new RegExp(`[${codes.join('')}]`, 'g');
}

/** True if two neighbours are of one word. */
function isWord(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && LETTER.test(left) && LETTER.test(right);
}

const LETTER = /[\p{L}\p{N}]/u;

function isInAddress(text: string, start: number, end: number): boolean {
  if (/[/#?=&]$/.test(text.slice(start - 1, start)) || /^(?:\/|\.mdx?\b)/.test(text.slice(end, end + 5))) return true;
  const word = /\S*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  return word.includes('://');
}
