import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ID_LENGTH, isId, toId } from './id.ts';

describe('an id', () => {
  test.each(['a', '2024-03-01-migration-deadlock', '0', 'a'.repeat(ID_LENGTH)])('%s is one', (text) => {
    expect(isId(text)).toBe(true);
    expect(toId(text)).toBe(text);
  });

  test.each(['', '-a', 'a-', 'a--b', 'A', 'a_b', 'a b', 'é', 'a.b', 'a'.repeat(ID_LENGTH + 1)])(
    '%j is none',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );

  test.each([
    ['DB outage', 'db-outage'],
    ['Café_Überlast', 'cafe-uberlast'],
    ['  --INC 1234: it broke!--  ', 'inc-1234-it-broke'],
    ['ﬁle № 5', 'file-no-5'],
    ['障害', ''],
  ])('nearest to %j is %j', (text, id) => {
    expect(toId(text)).toBe(id);
  });

  test('is what any text is turned into, if a letter or digit is left of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })), (text) => {
        const id = toId(text);
        expect(id === '' || isId(id)).toBe(true);
        expect(toId(id)).toBe(id);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => isId(toId(`x${text}`))));
  });
});
