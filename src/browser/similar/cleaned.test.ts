import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPaste } from '../../analysis/similarity/index.ts';
import { cleanedParts, droppedSummary, droppedTexts, isAllNoise } from './cleaned.ts';

const TEXT = '2026-11-20T03:12:44Z ERROR worker 12 waits 12 ms, then 12';

test('equal stretches that were dropped are named once, with every place', () => {
  const dropped = droppedTexts(TEXT, cleanPaste(TEXT));
  expect(dropped.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'time: 2026-11-20T03:12:44Z',
    'level: ERROR',
    'number: 12',
    'number: 12 ms',
  ]);
  expect(dropped[2]?.starts).toEqual([TEXT.indexOf('12 waits'), TEXT.lastIndexOf('12')]);
});

test('a paste of nothing but noise is told apart from one without', () => {
  const allNoise = (text: string, keep?: Set<number>): boolean => isAllNoise(text, cleanPaste(text, keep));
  expect(allNoise('[2026-11-20T03:12:44Z] 0x7ffd')).toBe(true);
  expect(allNoise('2026-11-20T03:12:44Z 12', new Set([21]))).toBe(false);
  expect(allNoise('12 deadlocks', new Set([0]))).toBe(false);
  expect(allNoise('deadlock')).toBe(false);
  expect(allNoise('?!')).toBe(false);
});

test('what was put back is named still, but no longer counted as dropped', () => {
  const cleaned = cleanPaste(TEXT, new Set([TEXT.indexOf('ERROR')]));
  expect(droppedTexts(TEXT, cleaned).find(({ text }) => text === 'ERROR')?.dropped).toBe(false);
  expect(droppedSummary(cleanPaste(TEXT).pieces)).toBe('time, level, 3 numbers');
  expect(droppedSummary(cleaned.pieces)).toBe('time, 3 numbers');
  expect(droppedSummary(cleanPaste('deadlock').pieces)).toBe('');
});

test('a paste is shown again as it is, up to a length', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(50), (text, length) => {
      const parts = cleanedParts(text, cleanPaste(text), length);
      expect(parts.map((part) => part.text).join('')).toBe(text.slice(0, length));
    }),
  );
});
