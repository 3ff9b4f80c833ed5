import { describe, expect, test } from 'vitest';
import type { BarPiece } from '../../analysis/duration-bar.ts';
import { filledEnd, hasRoom, pieceFill, pieceLabel, placeOn } from './bar.ts';

const piece = (facts: Partial<BarPiece>): BarPiece => ({ phases: ['unnoticed'], from: 0, start: 0, end: 1, ...facts });
const plain = (text: string): string => text.replace(/\u202f/g, ' ');

describe('the pieces of a duration bar', () => {
  test.each([
    [piece({ minutes: 19 }), 'unnoticed 19 min', 'p1'],
    [piece({ phases: ['affected'], minutes: 67 }), 'users still affected 1 h 7 min', 'p2'],
    [piece({ phases: ['unnoticed', 'affected'], minutes: 86 }), 'detection not recorded: 1 h 26 min', 'p2'],
    [
      piece({ phases: ['unnoticed', 'affected', 'confirming'], minutes: 86 }),
      'detection and mitigation not recorded: 1 h 26 min',
      'p2',
    ],
    [piece({ phases: ['confirming'] }), 'confirming, not over', 'p3'],
  ])('%o', (given, label, fill) => {
    expect(plain(pieceLabel(given, 'ongoing'))).toBe(label);
    expect(pieceFill(given)).toBe(fill);
  });

  test('an end that nobody recorded', () => {
    expect(pieceLabel(piece({ phases: ['affected'] }), 'not-recorded')).toBe('users still affected, end not recorded');
  });

  test('an open bar leaves its last stretch free', () => {
    expect(placeOn({ end: 'resolved' }, 1)).toBe(1);
    expect(placeOn({ end: 'ongoing' }, 1)).toBeLessThan(1);
  });

  test('is filled up to the last recorded moment, and no further', () => {
    expect(filledEnd({ start: 0.2, end: 0.6, to: 30 })).toBe(0.6);
    expect(filledEnd({ start: 0.2, end: 1 })).toBe(placeOn({ end: 'ongoing' }, 1));
  });

  test('a narrow piece carries no words', () => {
    expect(hasRoom({ start: 0, end: 0.17 }, 'unnoticed 19 min')).toBe(true);
    expect(hasRoom({ start: 0, end: 0.05 }, 'unnoticed 19 min')).toBe(false);
  });
});
