import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { commentAddress, commentText } from './comment-text.ts';

const render = (markdown: string): string => markdownToHtml(markdown, { features: { gfm: true } }).html;

/** What a forge makes of finished text, outside of code and links: mentions, references, addresses. */
const REFERENCES =
  /(?<![a-z0-9])@[a-z0-9]|[\w/-]*[#!~%$&][\w"]+(?<![#!~%$&])(?=\b|")|\bGH-\d|:\/\/|\bwww\.|[\w.]@[\w-]+\./i;

/** The text that a table cell and an item of a list with these words hold, and the elements within them. */
function rendered(words: string): { cell: string; item: string; elements: string[] } {
  const html = render(`| a | b |\n| --- | --- |\n| x | ${words} |\n\n1. Word ${words}\n   And ${words}\n`);
  const cells = [...html.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, text = '']) => text);
  const elements = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, name = '']) => name);
  const item = /<li>Word ([\s\S]*?)\nAnd /.exec(html)?.[1] ?? '';
  const plain = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { cell: plain(cells[1] ?? ''), item: plain(item), elements: [...new Set(elements)].sort() };
}

const FRAME = ['li', 'ol', 'table', 'tbody', 'td', 'th', 'thead', 'tr'];
const HOSTILE = [
  '@everyone please look',
  'mail root@example.com',
  'fixes #1, GH-12, owner/repo#3 and !4 and %"v1" ~bug &5 $6',
  '![pixel](https://evil.example/p.png)',
  '[click](javascript:alert(1))',
  '[a]: https://evil.example',
  '<img src=x onerror=alert(1)>',
  '<!-- --><details open>',
  '| one | two |',
  'a\\| b \\\\| c',
  '`code` and ``more`` $(touch x)',
  'https://evil.example www.evil.example ftp://evil.example',
  '***bold*** ~~gone~~ __under__ $$x$$ $`x`$',
  '&lt;b&gt; &#64;team',
  'first\n\n# second\n- third\r\n/close',
  '---',
  '\u202Edesrever\u202C \u200B@team',
];

describe('text of a file in a comment', () => {
  test.each(HOSTILE)('%j is words and nothing else', (text) => {
    const words = commentText(text);
    expect(words).not.toMatch(/[\r\n]/);
    const { cell, item, elements } = rendered(words);
    expect(elements).toEqual(FRAME);
    expect(cell).not.toMatch(REFERENCES);
    expect(item).toBe(cell);
    const visible = text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(/\p{Cf}/gu, '')
      .trim();
    expect(cell.replaceAll('\u2060', '')).toBe(visible);
  });

  test('is so whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...'\\`*_{}[]()<>#|~&!$+=^-@:/ \n"\'w.'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const words = commentText(pieces.join(''));
        const { cell, item, elements } = rendered(words);
        expect(elements).toEqual(FRAME);
        expect(item).toBe(cell);
        expect(cell).not.toMatch(/(?<![a-z0-9])@[a-z0-9]|:\/\/|\bwww\.|#\d/i);
      }),
      { numRuns: 500 },
    );
  });

  test('the pattern of references knows one when it sees it', () => {
    for (const text of ['@team', 'see #1', 'a!2', 'x@example.com', 'https://x', 'www.x', '~bug', '%"v1"', 'GH-1']) {
      expect(text).toMatch(REFERENCES);
    }
  });

  test('is cut between characters, and is well formed', () => {
    expect(commentText('𝄞'.repeat(10), 3)).toBe('𝄞𝄞𝄞…');
    expect(commentText('a\uD800b')).toBe('a\uFFFDb');
    expect(commentText(' \u2066 ')).toBe('');
  });
});

test('an address cannot end its own brackets', () => {
  expect(commentAddress('https://x.example/a b(c)[d]/%20@e')).toBe('https://x.example/a%20b%28c%29%5Bd%5D/%20%40e');
});
