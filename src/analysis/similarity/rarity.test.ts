import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rarityOf, sharedness, sizeOf } from './rarity.ts';

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

test('what a document has alone counts little, and in a steady archive a second holder changes little', () => {
  expect([1, 2, 90].map((holders) => sharedness(holders, 100, 0, false))).toEqual([0, 1, 1]);
  const [alone = 0, two = 0, many] = [1, 2, 90].map((holders) => sharedness(holders, 100, 0.2, true));
  expect([alone, many]).toEqual([0.2, 1]);
  expect(two - alone).toBeLessThan(0.1);
});
