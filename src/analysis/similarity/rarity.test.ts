import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorOf, rarityOf } from './rarity.ts';

test('what more documents have tells less, and never less than nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), (size, holders) => {
      expect(rarityOf(holders + 1, size)).toBeLessThanOrEqual(rarityOf(holders, size));
      expect(rarityOf(holders, size)).toBeGreaterThan(0);
    }),
  );
  expect(rarityOf(1, 100)).toBe(rarityOf(10, 100));
  expect(rarityOf(11, 100)).toBeLessThan(rarityOf(10, 100));
});

test('beside a prior, one document more hardly moves the rare words of a small archive against the common ones', () => {
  const spread = (size: number, prior: number): number => rarityOf(1, size, prior) - rarityOf(20, size, prior);
  const moved = (prior: number): number => Math.abs(spread(31, prior) - spread(30, prior));
  expect(moved(priorOf(true))).toBeLessThan(moved(priorOf(false)) / 5);
});

test('beside a prior, one holder more moves a word little', () => {
  const moved = (prior: number): number => rarityOf(8 + prior / 4, 30, prior) - rarityOf(9 + prior / 4, 30, prior);
  expect(moved(priorOf(true))).toBeLessThan(moved(priorOf(false)) / 4);
  expect(priorOf(false)).toBe(0);
});
