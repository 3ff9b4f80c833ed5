import { expect, test } from 'vitest';
import { relax } from './search-relax.ts';

const word = (name: string, ...pages: string[]) => ({ word: name, pages: new Set(pages) });

test('the page with the rarest words decides which words are left out', () => {
  const known = [word('request', 'a', 'b', 'c', 'd'), word('timed', 'a', 'b', 'c'), word('HikariPool', 'd')];
  expect(relax(known, 100)).toEqual({ kept: ['request', 'HikariPool'], leftOut: ['timed'] });
});

test('many common words outweigh a rare one', () => {
  const known = [word('rare', 'a'), word('one', 'b', 'c'), word('two', 'b', 'd'), word('three', 'b', 'e')];
  expect(relax(known, 10)).toEqual({ kept: ['one', 'two', 'three'], leftOut: ['rare'] });
});

test('between equals the order of the pages does not matter', () => {
  const known = [word('one', 'b'), word('two', 'a')];
  expect(relax(known, 10)).toEqual({ kept: ['two'], leftOut: ['one'] });
  expect(relax(known.toReversed(), 10)).toEqual({ kept: ['two'], leftOut: ['one'] });
});

test('without words there is nothing to keep', () => {
  expect(relax([], 10)).toEqual({ kept: [], leftOut: [] });
});
