import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  gapsOf,
  levelAt,
  numberReader,
  packLevels,
  packNumbers,
  packTexts,
  unpackRising,
  unpackTexts,
} from './packed.ts';

test('numbers come back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 10_000_000 })), (numbers) => {
      const read = numberReader(packNumbers(numbers));
      expect(numbers.map(() => read())).toEqual(numbers);
      expect(read()).toBe(0);
    }),
  );
});

test('rising numbers come back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 100_000 })), (numbers) => {
      const rising = [...numbers].sort((a, b) => a - b);
      expect(unpackRising(packNumbers(gapsOf(rising)))).toEqual(rising);
    }),
  );
});

test('levels come back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 41 })), (levels) => {
      const packed = packLevels(levels);
      expect(levels.map((_, place) => levelAt(packed, place))).toEqual(levels);
    }),
  );
});

test('texts come back', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(line), (texts) => {
      expect(unpackTexts(packTexts(texts))).toEqual(texts);
      expect(unpackTexts(packTexts([...texts].sort()))).toEqual([...texts].sort());
    }),
  );
});

test('what is packed stands in JSON and in HTML as it is', () => {
  const packed = packNumbers(Array.from({ length: 5000 }, (_, i) => i));
  expect(JSON.stringify(packed)).toBe(`"${packed}"`);
  expect(packed).not.toMatch(/[<>&'"\\]/);
});
