/** What a piece of a paste is. `words` is what is searched; everything else differs from one occurrence to the next. */
export const PIECE_KINDS = ['words', 'time', 'level', 'thread', 'id', 'suffix', 'hex', 'address', 'number'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** A stretch of a paste. The pieces of a paste follow each other without a gap. */
export interface Piece {
  /** Where it starts in the paste, in UTF-16 code units: its name, for putting it back. */
  start: number;
  /** The offset after its last character. */
  end: number;
  kind: PieceKind;
  /** True if it is left out of the search. */
  dropped: boolean;
}

export interface CleanedPaste {
  pieces: Piece[];
  /** What is searched: the paste with a space in place of each piece that was dropped. */
  kept: string;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?';
const ZONE = '(?:\\s?(?:Z|UTC|GMT|CES?T|[ECMP][SD]T)(?![\\w])|\\s?[+-]\\d\\d:?\\d\\d(?!\\d))';

/** Not inside a word, a number or an identifier. */
const START = '(?<![\\p{L}\\p{N}_.-])';
const END = '(?![\\p{L}\\p{N}_-]|\\.\\d)';

// Every pattern is bounded, so that a paste is gone through once. The first that fits a place wins.
const PATTERNS: readonly [PieceKind, string][] = [
  ['time', `${START}\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ,_]{1,2}${CLOCK}${ZONE}?)?(?![\\p{L}\\d])`],
  ['time', `${START}\\d{1,2}[-/ ]${MONTH}[-/ ]\\d{4}(?:[: ]${CLOCK}${ZONE}?)?`],
  [
    'time',
    `${START}(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?${MONTH} {1,2}\\d{1,2},?(?: \\d{4})?(?:,? ${CLOCK}${ZONE}?)?(?: \\d{4})?(?![\\p{L}\\d])`,
  ],
  ['time', `${START}\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?:,? ${CLOCK})?(?![\\p{L}\\d.])`],
  ['time', `(?<![\\p{L}\\p{N}_.:-])${CLOCK}(?: ?[AP]M)?${ZONE}?(?![\\p{L}\\d:])`],
  ['time', `(?<=^|\\n)\\[ {0,8}\\d{1,10}\\.\\d{1,9}\\]`],
  ['level', `(?<![\\p{L}\\p{N}_-])(?:level|lvl|severity)=["']?\\p{L}{3,9}["']?`],
  [
    'level',
    `(?<![\\p{L}\\p{N}_.-])(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE)(?![\\p{L}\\p{N}_-])`,
  ],
  ['level', '(?<=^|\\n)[IWEF]\\d{4}(?=\\s)'],
  // Colours of a terminal, with or without the mark that starts them: they tell of the level, and a copy often loses the mark.
  ['level', '\\u001b?\\[\\d{1,3}(?:;\\d{1,3}){0,4}m'],
  [
    'thread',
    '\\[(?:main|(?:[\\w.:/@#]|-){0,40}(?:thread|exec|worker|pool|task|nio|executor)(?:[\\w.:/@#]|-){0,40}\\d)\\]',
  ],
  ['thread', '(?<![\\p{L}\\p{N}_-])(?:pid|tid|ppid|thread|goroutine)(?:[-= :]|\\[|#){1,2}\\d{1,12}\\]?'],
  [
    'id',
    '(?<![\\p{L}\\p{N}_])(?:(?:request|req|trace|span|session|correlation|transaction|tx|txn|job|message|msg|user|customer|account|order|tenant|x-request)[-_ ]?id|uuid|guid)["\']?[=:] ?["\']?[\\w@.:/+-]{1,120}["\']?',
  ],
  ['id', '(?<![0-9a-fA-F])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9a-fA-F])'],
  ['id', '(?<![\\w-])(?:i|vol|eni|sg|subnet|vpc|ami|snap|rtb|igw|nat|eipalloc)-[0-9a-f]{8,17}(?![\\w-])'],
  ['id', 'sha(?:1|256|512):[0-9a-f]{6,128}'],
  ['suffix', '(?<=[a-z0-9])-[0-9a-f]{6,10}-[a-z0-9]{5}(?![a-z0-9-])'],
  ['suffix', '(?<=[a-z0-9])-(?=[a-z]{0,4}\\d)[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9-])'],
  ['hex', '(?<![\\p{L}\\p{N}_])0x[0-9a-fA-F]{1,32}(?![\\p{L}\\p{N}_])'],
  ['hex', '@[0-9a-f]{5,16}(?![\\p{L}\\p{N}_.])'],
  ['hex', '(?<![\\p{L}\\p{N}_-])(?=[0-9a-fA-F]{0,7}\\d)(?=[0-9]{0,7}[a-fA-F])[0-9a-fA-F]{7,128}(?![\\p{L}\\p{N}_-])'],
  ['address', '(?<![\\w.-])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?:/\\d{1,2})?(?![\\w-]|\\.\\d)'],
  [
    'address',
    '(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4}){1,4}(?![\\w:])|(?<![\\w:])(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}(?![\\w:])',
  ],
  ['address', '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}'],
  // A line of source, whatever code its number looks like: `Pool.java:503`, `line 404`.
  [
    'number',
    '(?<=\\.(?:java|kt|scala|groovy|py|rb|php|[cm]?[jt]sx?|go|rs|cs|c|cc|cpp|h|exs?):)\\d{1,6}(?::\\d{1,6})?(?![\\p{L}\\d])',
  ],
  ['number', '(?<=(?:^|[ ,"])line )\\d{1,6}(?![\\p{L}\\d])'],
  // Ages and counts as Kubernetes writes them: `4m12s`, `x21 over 3h58m`. `x509` is no count.
  ['number', `${START}(?:\\d{1,5}[dhms]){2,4}${END}`],
  ['number', `${START}x\\d{1,5}(?= over )`],
  // Not what is called a code, not an HTTP error, not the digits of a name or of a version.
  [
    'number',
    `(?<!(?:code|status|exit|errno|error|signal|sqlstate|http)["']?[ :=#(]{1,2})${START}(?![45]\\d\\d(?![\\p{L}\\d.,_-]))[+-]?\\d{1,20}(?:[.,]\\d{1,20})?(?: ?(?:ns|us|µs|ms|s|m|h|d|%|[kKMGT]i?[Bb]?|[Bb]|bytes|seconds?|minutes?|hours?|days?))?${END}`,
  ],
];

const NOISE = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/**
 * Takes a paste apart into what is searched and what no other occurrence of the failure would share: times, levels, threads,
 * ids, hashes, addresses, counters. `keep` names pieces that stay, by where they start. If nothing would be left to search,
 * nothing is dropped. Any text is accepted, in time linear in its length.
 */
export function cleanPaste(text: string, keep: ReadonlySet<number> = new Set()): CleanedPaste {
  const pieces: Piece[] = [];
  let at = 0;
  const words = (end: number): void => {
    if (end > at) pieces.push({ start: at, end, kind: 'words', dropped: false });
  };
  for (const match of text.matchAll(NOISE)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = PATTERNS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'words';
    words(start);
    pieces.push({ start, end, kind, dropped: !keep.has(start) });
    at = end;
  }
  words(text.length);

  const kept = keptOf(text, pieces);
  if (/[\p{L}\p{N}]/u.test(kept)) return { pieces, kept };
  return { pieces: pieces.map((piece) => ({ ...piece, dropped: false })), kept: text };
}

function keptOf(text: string, pieces: readonly Piece[]): string {
  return pieces.map(({ start, end, dropped }) => (dropped ? ' ' : text.slice(start, end))).join('');
}
