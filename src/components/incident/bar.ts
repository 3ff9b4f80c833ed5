import { type BarPiece, type DurationBar, type Phase, RECORDED_SHARE } from '../../analysis/duration-bar.ts';
import { formatDuration } from '../../site/format.ts';

const WORDS: Record<Phase, string> = {
  unnoticed: 'unnoticed',
  affected: 'users still affected',
  confirming: 'confirming',
};
const FILLS: Record<Phase, string> = { unnoticed: 'p1', affected: 'p2', confirming: 'p3' };
const MISSING: Record<Phase, string> = { unnoticed: '', affected: 'detection', confirming: 'mitigation' };

/** What a piece of a duration bar is called: `unnoticed 19 min`; a piece of several phases says which moment is missing. */
export function pieceLabel({ phases, minutes }: BarPiece, end: DurationBar['end']): string {
  const [first, ...others] = phases;
  if (first === undefined) return '';
  const missing = others.map((phase) => MISSING[phase]).join(' and ');
  const words = missing ? `${missing} not recorded` : WORDS[first];
  if (minutes !== undefined) return `${words}${missing ? ':' : ''} ${formatDuration(minutes)}`;
  return `${words}, ${end === 'ongoing' ? 'not over' : 'end not recorded'}`;
}

/** The class that fills a piece: that of its phase; of several, that of users being affected. */
export function pieceFill({ phases }: BarPiece): string {
  return FILLS[phases.length === 1 ? (phases[0] ?? 'affected') : 'affected'];
}

/** Where on the bar, 0 to 1, the place of a share of its recorded time lies: an open bar ends before its right end. */
export function placeOn({ end }: Pick<DurationBar, 'end'>, position: number): number {
  return end === 'resolved' ? position : position * RECORDED_SHARE;
}

/** Where the filled part of a piece ends, 0 to 1: an open piece is filled up to the last recorded moment. */
export function filledEnd({ start, end, to }: Pick<BarPiece, 'start' | 'end' | 'to'>): number {
  return to === undefined ? Math.max(start, RECORDED_SHARE) : end;
}

/** A tenth of the least width of a bar that carries words, in pixels, holds so many characters of 12 px. */
const CHARACTERS_A_TENTH = 11.5;

/** True where the label of a piece fits above it. */
export function hasRoom({ start, end }: Pick<BarPiece, 'start' | 'end'>, label: string): boolean {
  return (end - start) * 10 * CHARACTERS_A_TENTH >= label.length;
}
