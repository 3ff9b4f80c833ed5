import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, tokensOf } from './tokens.ts';

const words = (text: string): string[][] => tokensOf(text).map((token) => token.words);

test.each([
  ['OOMKilled', ['oomkilled', 'oom', 'killed']],
  ['kube_pod_restarts_total', ['kubepodrestartstotal', 'kube', 'pod', 'restarts', 'total']],
  ['com.example.QuoteRepository', ['comexamplequoterepository', 'com', 'example', 'quote', 'repository']],
  ['HTTPServerError', ['httpservererror', 'http', 'server', 'error']],
  ['ORA-00060', ['ora00060', 'ora', '00060']],
  ['40P01', ['40p01']],
  ['v1.2.3', ['1.2.3']],
  ['503', ['503']],
  ['x509', ['x509']],
  ['iPhone', ['iphone']],
  ['I/O', ['io']],
  ['Größe', ['grosse']],
  ['conexão', ['conexao']],
])('%s is searched by its whole and its parts', (text, expected) => {
  expect(words(text)).toEqual([expected]);
});

test('one whole stands for every way to join words', () => {
  const wholes = words('not-ready not_ready NotReady notready').map(([whole]) => whole);
  expect(new Set(wholes)).toEqual(new Set(['notready']));
});

test.each([
  '2024-03-01',
  '12:30',
  '1700000000000',
  '250ms',
  '16GB',
  '10.0.0.12',
  '3f2a9bc1d2',
  '0x7ffd',
  '6f1c9a52-2b1e-4b1c-9a52-2b1e4b1c9a52',
  '2024',
])('%s says nothing of a failure', (text) => {
  expect(words(text)).toEqual([]);
});

test('scripts without spaces come in pairs of characters, Katakana as words', () => {
  expect(words('数据库连接')).toEqual([['数据'], ['据库'], ['库连'], ['连接']]);
  expect(words('サーバーの証明書')).toEqual([['サーバ'], ['の'], ['証明'], ['明書']].filter(([word]) => word !== 'の'));
  expect(words('サーバ')).toEqual(words('サーバー'));
  expect(words('데이터베이스').length).toBeGreaterThan(1);
});

test('other scripts survive', () => {
  expect(words('база данных упала')).toEqual([['база'], ['данных'], ['упала']]);
  expect(fold('Σφάλμα')).toBe('σφαλμα');
});

test('any text gives tokens in order, each with words and a place in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let before = 0;
      for (const { start, end, words: some } of tokensOf(text)) {
        expect(start).toBeGreaterThanOrEqual(Math.max(0, before - 2));
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(some.length).toBeGreaterThan(0);
        expect(some.every((word) => word.length > 0)).toBe(true);
        before = end;
      }
    }),
  );
});

test('a word is found again in whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('deadlock', 'ENOSPC', 'HikariPool'),
      fc.constantFrom(' ', ',', '\n', '("', '»'),
      (word, edge) => {
        expect(words(`${edge}${word}${edge}`)).toEqual(words(word));
      },
    ),
  );
});
