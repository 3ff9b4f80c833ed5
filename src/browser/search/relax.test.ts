import { expect, test } from 'vitest';
import { nearPages } from './relax.ts';

const word = (name: string, ...pages: string[]) => ({ word: name, pages: new Set(pages) });

test('the page with the most telling words comes first, and each says what it lacks', () => {
  const known = [word('request', 'a', 'b', 'c', 'd'), word('timed', 'a', 'b', 'c'), word('HikariPool', 'd')];
  expect(nearPages(known, 10).slice(0, 2)).toEqual([
    { page: 'd', held: ['request', 'HikariPool'], missing: ['timed'] },
    { page: 'a', held: ['request', 'timed'], missing: ['HikariPool'] },
  ]);
});

test('many common words outweigh a rare one', () => {
  const known = [word('rare', 'a'), word('one', 'b', 'c'), word('two', 'b', 'd'), word('three', 'b', 'e')];
  expect(nearPages(known, 10)[0]).toEqual({ page: 'b', held: ['one', 'two', 'three'], missing: ['rare'] });
});

test('words that are everywhere weigh next to nothing', () => {
  const everywhere = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const known = [
    word('to', ...everywhere),
    word('for', ...everywhere),
    word('failed', ...everywhere.slice(1)),
    word('kiam', 'a'),
  ];
  expect(nearPages(known, 10)[0]?.page).toBe('a');
});

test('a page with little of it is left out', () => {
  const known = [word('one', 'a'), word('two', 'a'), word('three', 'a'), word('four', 'b')];
  expect(nearPages(known, 10).map(({ page }) => page)).toEqual(['a']);
});

test('between equals the order of the words does not matter', () => {
  const known = [word('one', 'b'), word('two', 'a')];
  const order = (words: typeof known) => nearPages(words, 10).map(({ page }) => page);
  expect(order(known)).toEqual(['a', 'b']);
  expect(order(known.toReversed())).toEqual(['a', 'b']);
});

test('without words there is no page', () => {
  expect(nearPages([], 10)).toEqual([]);
});

test('there are never more pages than can be shown at once', () => {
  const pages = Array.from({ length: 100 }, (_, index) => `p${index}`);
  expect(nearPages([word('one', ...pages)], 100)).toHaveLength(30);
});
