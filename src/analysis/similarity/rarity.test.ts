import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorOf, rarityOf, sizeOf } from './rarity.ts';

test('a steady archive is taken to have a power of two, and its steps lie away from round numbers', () => {
  expect([0, 1, 45, 46, 90, 91, 1000, 1448, 1449, 10_000].map((count) => sizeOf(count, true))).toEqual([
    0, 1, 32, 64, 64, 128, 1024, 1024, 2048, 8192,
  ]);
  for (const round of [10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000]) {
    expect(sizeOf(round + 1, true)).toBe(sizeOf(round, true));
    expect(sizeOf(round - 1, true)).toBe(sizeOf(round, true));
    expect(sizeOf(round, false)).toBe(round);
  }
});

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

test('beside a prior, one holder more moves a word little', () => {
  const moved = (prior: number): number => rarityOf(8 + prior / 4, 30, prior) - rarityOf(9 + prior / 4, 30, prior);
  expect(moved(priorOf(true))).toBeLessThan(moved(priorOf(false)) / 4);
  expect(priorOf(false)).toBe(0);
});
