import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningForAddress, fitsAddress } from './address-length.ts';

const lengthOf = (text: string): number => new URLSearchParams({ q: text }).toString().length - 'q='.length;

test('a text in any script takes no more of an address than servers accept', () => {
  for (const character of ['a', ' ', '(', 'é', '接', '🔥', '\ud83d']) {
    const text = character.repeat(8000);
    const beginning = beginningForAddress(text);
    expect(fitsAddress(text)).toBe(false);
    expect(lengthOf(beginning)).toBeLessThanOrEqual(6000);
    expect(lengthOf(beginning)).toBeGreaterThan(5980);
  }
});

test('a text that fits is its own beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(fitsAddress(text)).toBe(true);
      expect(beginningForAddress(text)).toBe(text.toWellFormed());
    }),
  );
});
