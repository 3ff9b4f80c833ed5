/** What a query was taken apart into. */
export interface CleanedQuery {
  /** What is searched: words and identifiers, each once, in the order they came. */
  words: string[];
  /** What was left out, in words and with its count: `time`, `2 numbers`. */
  dropped: string[];
}

/** Beyond this many words another one only makes a search slower. */
const MOST_WORDS = 24;

/** A log line says what it has to say early; so does a stack trace. In characters. */
const MOST_TEXT = 20_000;

/** A word longer than this is data, not a name. In characters. */
const LONGEST_WORD = 100;

const LEVEL = 'TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|PANIC';

interface Noise {
  one: string;
  many: string;
  pattern: RegExp;
}

/** What differs from one occurrence of the same failure to the next, in the order it is looked for. */
const NOISE: Noise[] = [
  {
    one: 'time',
    many: 'times',
    pattern:
      /\b\d{4}-\d\d-\d\d(?:[T ,]+\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?:\s?(?:Z|UTC)\b|[+-]\d\d:?\d\d\b)?|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?,?\s?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d\d:\d\d:\d\d\b|\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?:\s[+-]\d{4})?|(?<![\w.:])\d\d:\d\d:\d\d(?:[.,]\d+)?\b/g,
  },
  {
    one: 'level',
    many: 'levels',
    pattern: new RegExp(`\\blevel=\\w+|(?<![\\w-])(?:${LEVEL})(?![\\w-])|^[IWEF]\\d{4}(?=\\s)`, 'gm'),
  },
  { one: 'id', many: 'ids', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  { one: 'pod suffix', many: 'pod suffixes', pattern: /(?<=[a-z0-9])-[0-9a-f]{8,10}-[a-z0-9]{5}(?![\w-])/g },
  {
    one: 'hexadecimal',
    many: 'hexadecimals',
    pattern: /\b0x[0-9a-f]+\b|(?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}(?![\w-])/gi,
  },
  { one: 'address', many: 'addresses', pattern: /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\w.-])/g },
  {
    one: 'number',
    many: 'numbers',
    // Not the digits of a name (ORA-00060, 1.2.3), not an HTTP error, not what is called a code.
    pattern:
      /(?<![\p{L}\d_.-]|(?:code|status|exit|errno|signal|sqlstate|http)[ :=]{1,2})(?![45]\d\d(?![\w.]))\d+(?:[.,]\d+)?(?:ns|us|µs|ms|s|m|h|d|%|[kmgt]i?b?|b)?(?![\p{L}\d_-]|\.\d)/giu,
  },
];

/** True where `text` reads like a line of a log or a stack trace, and not like something that was typed. */
export function looksPasted(text: string): boolean {
  return text.includes('\n') || text.length > 80 || NOISE.slice(0, 4).some(({ pattern }) => text.search(pattern) >= 0);
}

/**
 * Takes a query apart. What looks pasted loses what no other occurrence would share: times, levels, ids, hexadecimals,
 * addresses, numbers. If that leaves nothing, nothing is left out. Any text is accepted.
 */
export function cleanQuery(text: string): CleanedQuery {
  const short = text.slice(0, MOST_TEXT);
  if (!looksPasted(short)) return { words: wordsOf(short), dropped: [] };
  let rest = short;
  const dropped: string[] = [];
  for (const { one, many, pattern } of NOISE) {
    let count = 0;
    rest = rest.replace(pattern, () => {
      count += 1;
      return ' ';
    });
    if (count > 0) dropped.push(count === 1 ? one : `${count} ${many}`);
  }
  const words = wordsOf(rest);
  return words.length > 0 ? { words, dropped } : { words: wordsOf(short), dropped: [] };
}

/** The words of a text as Pagefind can look them up: identifiers whole, symbols gone, each once. */
function wordsOf(text: string): string[] {
  const words = new Map<string, string>();
  for (const piece of text.split(/[^\p{L}\p{M}\p{N}._:/@-]+/u)) {
    const word = piece.replace(/^[._:/@-]+|[._:/@-]+$/g, '');
    if (word && word.length <= LONGEST_WORD && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    if (words.size === MOST_WORDS) break;
  }
  return [...words.values()];
}

/** The parts of an identifier: `com.kestrel.QuoteRepository` → `com`, `kestrel`, `Quote`, `Repository`. */
export function partsOf(word: string): string[] {
  const parts = word
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}
