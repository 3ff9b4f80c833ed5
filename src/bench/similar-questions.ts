import type { SimilarDocument } from '../analysis/similarity/index.ts';

/** What somebody pastes at night, from the shortest to the longest. */
export const KINDS = ['one word', 'a log line', 'a stack trace', 'a long log'] as const;

export type Kind = (typeof KINDS)[number];

/** Characters of the kinds that are cut to a length. */
const TRACE = 4_000;
const LOG = 50_000;

/** Pastes about incidents of an archive, spread over it; each incident gives one. The same archive gives the same. */
export function questionsOf(kind: Kind, documents: readonly SimilarDocument[], count: number): string[] {
  // Another place for each kind, so that no question profits from the one before.
  const from = KINDS.indexOf(kind) + 1;
  return Array.from({ length: count }, (_, number) => {
    const place = (from + Math.floor((number * documents.length) / count)) % documents.length;
    return questionOf(kind, documents, place);
  });
}

function questionOf(kind: Kind, documents: readonly SimilarDocument[], place: number): string {
  const document = documents[place];
  const signal = document?.signals[0] ?? '';
  switch (kind) {
    case 'one word':
      return signal.split(/\W+/)[0] ?? '';
    case 'a log line':
      return logLine(signal, place);
    case 'a stack trace': {
      const words = wordsOf(documents, place);
      const frame = (at: number): string =>
        `\tat ${words.slice(at, at + 3).join('.')}.${words[at + 3]}(${words[at + 3]}.java:${at})`;
      const frames = Array.from({ length: 150 }, (_, number) => frame(number * 4));
      return `${logLine(signal, place)}\n${frames.join('\n')}`.slice(0, TRACE);
    }
    case 'a long log': {
      const words = wordsOf(documents, place);
      const lines = Array.from({ length: 1_000 }, (_, number) =>
        logLine(`${number % 9 ? '' : signal} ${words.slice(number * 8, number * 8 + 8).join(' ')}`, number),
      );
      return lines.join('\n').slice(0, LOG);
    }
  }
}

function logLine(text: string, number: number): string {
  const time = new Date(Date.UTC(2026, 10, 21, 2, 14, 7) + number * 137).toISOString();
  return `${time} ERROR [shop-7d8c9b6f5-q${number % 10}zlm] ${text}`;
}

/** Words of a document and of those after it, as many as a long log needs. */
function wordsOf(documents: readonly SimilarDocument[], place: number): string[] {
  const some = Array.from({ length: 14 }, (_, next) => documents[(place + next) % documents.length]);
  return some.flatMap((document) => document?.texts.flatMap(({ text }) => text.split(' ')) ?? []);
}
