import type { CleanedPaste, Piece, PieceKind } from '../../analysis/similarity/index.ts';

/** What was taken for noise: equal stretches of a paste together. */
export interface DroppedText {
  kind: PieceKind;
  text: string;
  /** Where each of them starts. */
  starts: number[];
  /** False where it was put back into the search. */
  dropped: boolean;
}

/** A stretch of a paste as it is shown again. */
export interface CleanedPart {
  text: string;
  dropped: boolean;
}

const NAMES: Record<PieceKind, [string, string]> = {
  words: ['word', 'words'],
  time: ['time', 'times'],
  level: ['level', 'levels'],
  thread: ['thread', 'threads'],
  id: ['id', 'ids'],
  suffix: ['generated suffix', 'generated suffixes'],
  hex: ['hexadecimal', 'hexadecimals'],
  address: ['address', 'addresses'],
  number: ['number', 'numbers'],
};

/** What was taken for noise in `text`, equal stretches once, in the order they come. */
export function droppedTexts(text: string, { pieces }: Pick<CleanedPaste, 'pieces'>): DroppedText[] {
  const found = new Map<string, DroppedText>();
  for (const { start, end, kind, dropped } of pieces) {
    if (kind === 'words') continue;
    const said = text.slice(start, end);
    const known = found.get(`${kind} ${said}`);
    if (known) known.starts.push(start);
    else found.set(`${kind} ${said}`, { kind, text: said, starts: [start], dropped });
  }
  return [...found.values()];
}

/** What was dropped, in words and with its count: `time, level, 5 numbers`. Empty if nothing was. */
export function droppedSummary(pieces: readonly Piece[]): string {
  const counts = new Map<PieceKind, number>();
  for (const { kind, dropped } of pieces) if (dropped) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => (count === 1 ? NAMES[kind][0] : `${count} ${NAMES[kind][1]}`)).join(', ');
}

/** True if all of a paste looks like noise, so that it was searched as it is. */
export function isAllNoise(text: string, { pieces }: Pick<CleanedPaste, 'pieces'>): boolean {
  const says = ({ start, end, kind }: Piece): boolean =>
    kind === 'words' && /[\p{L}\p{N}]/u.test(text.slice(start, end));
  return pieces.some(({ kind }) => kind !== 'words') && !pieces.some((piece) => piece.dropped || says(piece));
}

/** What a stretch is called: `time`. */
export function nameOfKind(kind: PieceKind): string {
  return NAMES[kind][0];
}

/** The beginning of a paste in stretches that were searched or dropped, at most `length` characters of it. */
export function cleanedParts(text: string, { pieces }: Pick<CleanedPaste, 'pieces'>, length: number): CleanedPart[] {
  return pieces
    .filter(({ start }) => start < length)
    .map(({ start, end, dropped }) => ({ text: text.slice(start, Math.min(end, length)), dropped }));
}
