import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptParts, markedWords, markWords } from './excerpt.ts';

test('an excerpt is text with marked words', () => {
  expect(excerptParts('saw <mark>ORA-00060:</mark> a &lt; b <mark>deadlock</mark>')).toEqual([
    { text: 'saw ', marked: false },
    { text: 'ORA-00060:', marked: true },
    { text: ' a < b ', marked: false },
    { text: 'deadlock', marked: true },
  ]);
  expect(markedWords('saw <mark>one</mark> and <mark>two</mark>')).toEqual(['one', 'two']);
});

test('markup that a page quotes is text', () => {
  expect(excerptParts('&lt;img onerror=x&gt; <mark>&lt;mark&gt;</mark>')).toEqual([
    { text: '<img onerror=x> ', marked: false },
    { text: '<mark>', marked: true },
  ]);
});

test('a mark that is never closed loses no text', () => {
  expect(excerptParts('a <mark>b').map(({ text }) => text)).toEqual(['a <mark>b']);
});

test('words are marked where they begin a word, whatever their case', () => {
  expect(markWords('Killed the backfill; no Backfilling', ['backfill', 'ill'])).toEqual([
    { text: 'Killed the ', marked: false },
    { text: 'backfill', marked: true },
    { text: '; no ', marked: false },
    { text: 'Backfilling', marked: true },
  ]);
});

test('no text is lost or made by marking, whatever the words', () => {
  const text = fc.string({ unit: 'grapheme' });
  const words = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 });
  fc.assert(
    fc.property(text, words, (sentence, marked) => {
      const parts = markWords(sentence, marked);
      expect(parts.map((part) => part.text).join('')).toBe(sentence);
    }),
  );
});
