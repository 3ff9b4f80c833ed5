import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWord } from './near-miss.ts';

const KNOWN = [
  'certificate',
  'connect',
  'connection',
  'deadlock',
  'deadline',
  'kubernetes',
  'pod',
  'security',
  'thunder',
  'thundering',
  'timeout',
].sort();

function nearest(word: string, known = KNOWN): string | undefined {
  const key = nearestWord(word, known, () => 1);
  return key === undefined ? undefined : known[key];
}

test.each([
  ['deadlok', 'deadlock'],
  ['thundring', 'thundering'],
  ['kuberneste', 'kubernetes'],
  ['certifcate', 'certificate'],
  ['tiemout', 'timeout'],
  ['conection', 'connection'],
])('%s is read as %s', (word, meant) => {
  expect(nearest(word)).toBe(meant);
});

test.each(['banana', 'cat', 'ora00060', '数据', 'xdeadlock', 'kubectl', 'prod', 'severity'])(
  '%s is not guessed at',
  (word) => {
    expect(nearest(word)).toBeUndefined();
  },
);

test('of two equally near, the more common one is meant', () => {
  const known = ['cachea', 'cacheb'];
  expect(nearestWord('cachec', known, (key) => key)).toBe(1);
  expect(nearestWord('cachec', known, (key) => -key)).toBe(0);
});

/** Distance with swaps of two letters in a row, by the book. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => d[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  }
  return at(a.length, b.length);
}

test('it finds what comparing with every word finds', () => {
  const word = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 9 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (some, asked) => {
      const known = [...some].sort();
      const most = asked.length < 5 ? 0 : asked.length < 9 ? 1 : 2;
      const near = known.filter((one) => most > 0 && one[0] === asked[0] && distance(one, asked) <= most);
      const best = Math.min(...near.map((one) => distance(one, asked)));
      const found = nearest(asked, known);
      if (near.length === 0) expect(found).toBeUndefined();
      else expect(distance(found ?? '', asked)).toBe(best);
    }),
    { numRuns: 2000 },
  );
});
