import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdersOf, judgesOf, rarityOf } from './rarity.ts';

test('all judge, or a round number of the oldest: at least four fifths', () => {
  expect([5, 8, 39, 48, 99, 1000, 1249, 1250, 9999].map((size) => judgesOf(size, 'oldest'))).toEqual([
    5, 8, 32, 40, 80, 1000, 1000, 1250, 8000,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (size) => {
      expect(judgesOf(size, 'all')).toBe(size);
      expect(judgesOf(size, 'oldest')).toBeLessThanOrEqual(size);
      expect(judgesOf(size, 'oldest')).toBeGreaterThanOrEqual(0.75 * size);
      expect(judgesOf(size + 1, 'oldest')).toBeGreaterThanOrEqual(judgesOf(size, 'oldest'));
    }),
  );
});

test('what more documents have tells less, and never less than nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), (judges, holders) => {
      expect(rarityOf(holders + 1, judges)).toBeLessThanOrEqual(rarityOf(holders, judges));
      expect(rarityOf(holders, judges)).toBeGreaterThan(0);
    }),
  );
  expect(rarityOf(1, 100)).toBe(rarityOf(10, 100));
  expect(rarityOf(11, 100)).toBeLessThan(rarityOf(10, 100));
});

test('what the judges do not know is counted among all, in doublings', () => {
  expect(holdersOf(5, 9)).toBe(5);
  expect(holdersOf(0, 0)).toBe(0);
  expect(holdersOf(1, 7)).toBe(1);
  expect([8, 9, 15, 16].map((all) => holdersOf(0, all))).toEqual([8, 8, 8, 16]);
});
