import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toString as wordsOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compileInline, plainText, renderInline } from './inline.ts';
import { CONTEXT } from './trial.ts';

const compiled = (text: string): string => compileInline(text, CONTEXT).text;

describe('inline Markdown', () => {
  test.each([
    [
      'a **b** *c* _d_ ~~e~~ `f <g>`',
      'a <strong>b</strong> <em>c</em> <em>d</em> <del>e</del> <code>f &#x3C;g></code>',
    ],
    ['**at** the *start*', '<strong>at</strong> the <em>start</em>'],
    ['[a *b*](https://x.y)', '<a href="https://x.y">a <em>b</em></a>'],
    [
      'see https://x.y/a_b_c, www.x.y',
      'see <a href="https://x.y/a_b_c">https://x.y/a_b_c</a>, <a href="http://www.x.y">www.x.y</a>',
    ],
    ['https://x.y first', '<a href="https://x.y">https://x.y</a> first'],
    ['<https://x.y>', '<a href="https://x.y">https://x.y</a>'],
    ['[a](/kb/b/) [c](#d)', '<a href="/kb/b/">a</a> <a href="#d">c</a>'],
    ['snake_case_words stay', 'snake_case_words stay'],
    ['&lt;500ms and \\*', '&#x3C;500ms and *'],
  ])('%s', (text, html) => {
    expect(renderInline(text)).toBe(html);
  });

  test.each([
    ...[
      '1. foo',
      '# x',
      '- y',
      '+ z',
      '> a',
      '    code',
      '***',
      '```',
      '~~~',
      '| a | b |',
      '[a]: b',
      '[^1]',
      '[x] y',
      '=',
    ],
    ...[
      '<500ms',
      '<b>x</b>',
      '<!-- c -->',
      '{json}',
      '![alt](pic.png)',
      'C:\\Users\\x',
      'a\\',
      '<script>alert(1)</script>',
    ],
    ...[
      '<?php',
      'x < y && z > 1',
      '~5 min to ~10 min',
      '* and * again',
      'Map<String, List<Int>>',
      '(a) b',
      '| a |\n|---|',
    ],
  ])('what is no inline Markdown keeps every character: %s', (text) => {
    expect(plainText(text)).toBe(text.replaceAll('\n', ' '));
    expect(wordsOf(fromHtml(renderInline(text), { fragment: true }))).toBe(text.replaceAll('\n', ' '));
    expect(compiled(text)).toBe(text);
  });

  test('the words of a text', () => {
    expect(plainText('a **b** `c` [d](https://e.f) <g>')).toBe('a b c d <g>');
  });

  test('lines become one', () => {
    expect(renderInline('a\nb *c\nd*')).toBe('a b <em>c d</em>');
  });
});

describe('links of a value', () => {
  test('to files lead to their pages', () => {
    expect(compiled('a [*b*](c.md "title") [d](https://e.f "g") **[h](i.md#j)**')).toBe(
      'a [*b*](/kb/c.md) [d](https://e.f "g") **[h](/kb/i.md#j)**',
    );
    const link = () => ({ href: '/kb/a (b) <c>' });
    expect(renderInline(compileInline('[d](e)', { ...CONTEXT, link }).text)).toBe('<a href="/kb/a (b) %3Cc%3E">d</a>');
  });

  test('to what this build leaves out go with their words', () => {
    const { text, problems } = compileInline('a [b *c*](hidden.md) d', CONTEXT);
    expect(text).toBe('a an incident not shown here d');
    expect(problems).toMatchObject([{ rule: 'link-to-absent', severity: 'hint', offset: 2 }]);
  });

  test('that lead nowhere are reported at their place, and become their words', () => {
    const { text, problems } = compileInline('😀 [b](dead.md) [c](javascript:x) [d](/e) [f](//g)', CONTEXT);
    expect(text).toBe('😀 b c d f');
    expect(problems.map(({ rule, offset }) => `${offset} ${rule}`)).toEqual([
      '3 dead-link',
      '16 link-address',
      '34 link-address',
      '42 link-address',
    ]);
  });

  test('are never shown where they would run code or leave the site unseen', () => {
    expect(renderInline('[a](javascript:x) [b](//x.y) [c](/\\x.y) [d](data:x) [e](f.md) <javascript:x>')).toBe(
      'a b c d e javascript:x',
    );
  });
});

const markdown = fc.array(
  fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '~~',
      '~',
      '`',
      '``',
      '[',
      ']',
      '(',
      ')',
      '](',
      '![',
      '<',
      '>',
      '</',
      '"',
      "'",
      '&',
      '&lt;',
      '\\',
      '#',
    ],
    ...[
      'a',
      ' ',
      '\n',
      '\t',
      '1.',
      '- ',
      '|',
      '😀',
      'é',
      '\0',
      '\ud800',
      'http://a.b',
      'www.a.b',
      'a@b.c',
      '<script>',
      '<!--',
    ],
    ...[
      'javascript:',
      'onclick=',
      '[^1]',
      '[a]: b',
      '/x',
      '//y',
      '{',
      '}',
      'hidden.md',
      'dead',
      '<http://a>',
      '<img src=x>',
    ],
  ),
  { maxLength: 25 },
);
const texts = fc.oneof(
  markdown.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

test('on any text, nothing is thrown and nothing unsafe is shown', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: after, problems } = compileInline(text, CONTEXT);
      for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(text.length);
      for (const html of [renderInline(text), renderInline(after)]) {
        visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
          expect(['a', 'code', 'em', 'strong', 'del']).toContain(tagName);
          expect(Object.keys(properties)).toEqual(tagName === 'a' ? ['href'] : []);
          if (tagName === 'a') expect(properties.href).toMatch(/^(?:https?:|mailto:|#|\/(?![/\\]))/i);
        });
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text without marks keeps its words', () => {
  const plain = fc.string({
    unit: fc.constantFrom('a', 'Z', '7', ' ', ',', '.', 'é', '😀', '漢', '%', ';', '-', '+', '='),
  });
  fc.assert(
    fc.property(plain, (text) => {
      const words = text.trim();
      expect(plainText(words)).toBe(words);
      expect(wordsOf(fromHtml(renderInline(words), { fragment: true }))).toBe(words);
    }),
  );
});
