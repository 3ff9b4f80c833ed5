import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify, type ToStringOptions } from 'yaml';
import { parseYaml, treeOf } from './document.ts';
import { readPlainly } from './plain.ts';
import { syntaxFaults } from './syntax.ts';
import type { YamlNode } from './tree.ts';

const LEVELS = 50;

/** A tree without what the fast parser does not say: where a list or a map ends, and how many of the blank lines after a block are its own. */
function comparable(node: YamlNode | null | undefined): unknown {
  if (!node) return node;
  switch (node.kind) {
    case 'list':
      return { ...node, end: undefined, items: node.items.map(comparable) };
    case 'map':
      return {
        ...node,
        end: undefined,
        pairs: node.pairs.map(({ key, value }) => ({ key: comparable(key), value: comparable(value) })),
      };
    case 'text':
      return node.style === 'literal' || node.style === 'folded' ? { ...node, end: undefined } : node;
    default:
      return node;
  }
}

/** Fails where the fast parser reads what the thorough one reads otherwise, or not at all. Returns whether it read anything. */
function agree(source: string): boolean {
  const plain = readPlainly(source, LEVELS);
  if (!plain) return false;
  const parsed = parseYaml(source);
  expect(syntaxFaults('a.yaml', source, parsed)).toEqual([]);
  expect(comparable(plain.root)).toEqual(comparable(treeOf(parsed)));
  return true;
}

describe('plain front matter', () => {
  test.each([
    ['nothing', ''],
    ['comments', '# nothing yet\n'],
    ['texts', 'a: x\nb: 15:30\nc: 0012\nd: https://example.com/#top\n'],
    ['quotes', `a: "x: \\"y\\" \\u00e9"\nb: 'it''s'\n`],
    ['quotes over lines', `a: "x\n  y\n\n  z"\nb: 'x\n  y'\n`],
    ['words over lines', 'a: x\n  y\n\n  z\nb: w\n'],
    ['blocks', 'a: |\n  x: 1 # y\n\n  z\nb: >-\n  one\n  two\n\nc: |+\n  kept\n\nd: x\n'],
    ['lists', 'a:\n  - x\n  - y: z\n    w: v\n  -\n    u: t\nb:\n- x\n- y\n'],
    ['lists in lists', 'a:\n  - - x\n    - y\n  - - z\n'],
    ['brackets', 'a: [x, y z, "w"]\nb: { c: d, e: [f, { g: h }] }\nc: []\nd: {}\n'],
    ['brackets over lines', 'a: [\n    x,\n    y,\n  ]\nb:\n  [x]\n'],
    ['nothing written', 'a:\nb: \n\nc:  # to come\n\nd:\n  e:\n'],
    ['comments beside and between', '# head\na: x # y\n# between\nb:\n  # above\n  - x # beside\n\n# below\n'],
    ['other alphabets', 'a: \u{1F600} é\nb: "\u{1F600} x"\n日本: 語\n'],
  ])('%s is read by the fast parser, and as the thorough one reads it', (_, source) => {
    expect(agree(source)).toBe(true);
  });

  test('is what the example has', () => {
    const content = fileURLToPath(new URL('../../../content/', import.meta.url));
    const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:mdx?|yaml)$/.test(file),
    );
    const thorough = files.filter((file) => {
      const text = readFileSync(join(content, file), 'utf8');
      return !agree(file.endsWith('.yaml') ? text : (/^---(\n[\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''));
    });
    expect(thorough).toEqual([]);
  });
});

test.each([
  ['an anchor', 'a: &x y\n'],
  ['an alias', 'a: &x y\nb: *x\n'],
  ['a tag', 'a: !!str y\n'],
  ['a second document', 'a: x\n---\nb: y\n'],
  ['the start of a document', '---\na: x\n'],
  ['a directive', '%YAML 1.2\n---\na: x\n'],
  ['a key of several words on several lines', '? a\n: b\n'],
  ['a list as a key', '[a]: b\n'],
  ['a tab between things', 'a:\tx\n'],
  ['what is no YAML', 'a: "x\nb: y\n'],
  ['a second colon', 'a: x: y\n'],
  ['a key that is longer than YAML allows', `${'k'.repeat(1025)}: x\n`],
  ['fifty-one levels', `a: ${'['.repeat(51)}${']'.repeat(51)}\n`],
])('%s is left to the thorough parser', (_, source) => {
  expect(readPlainly(source, LEVELS)).toBeUndefined();
});

describe('both parsers agree', () => {
  const word = fc.constantFrom(
    ...[
      'x',
      'y z',
      'a',
      'b',
      'yes',
      '1.10',
      '15:30',
      'ERROR: x',
      'db #3',
      '#',
      '-',
      '- x',
      '?',
      '? x',
      'x ? y',
      '[? x]',
      '[x ? y]',
      ':',
      ': x',
      '&a',
      '*a',
    ],
    ...[
      '!t x',
      '|',
      '>',
      '>-',
      '|2',
      "'",
      "it's",
      '"',
      '"q"',
      "'q'",
      '"q" r',
      '[',
      ']',
      '{',
      '}',
      ',',
      '[x, y]',
      '{a: b}',
      '@',
      '`c`',
    ],
    ...[
      '%',
      '<<',
      '...',
      '---',
      '\\',
      '"\\u0041"',
      '"\\x"',
      '=',
      '~',
      '\u00a0',
      '\u2028',
      '\u0085',
      '\u{1F600}',
      '日本',
      'x  ',
      '  x',
      '\t',
      'x\ty',
      "'x\ty'",
      'x\t# y',
    ],
  );
  const indent = fc.constantFrom('', '', ' ', '  ', '  ', '    ', '- ', '  - ', '    - ', '- - ', '\t');
  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          indent,
          fc.constantFrom('a', 'b', 'c', '"d"', "'e'", 'f g'),
          fc.constantFrom(': ', ': ', ':', ' : ', ':  '),
          word,
        )
        .map((parts) => parts.join('')),
    },
    { weight: 2, arbitrary: fc.tuple(indent, word).map((parts) => parts.join('')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          indent,
          fc.constantFrom('a:', 'b:', 'a: |', 'b: >-', 'c: [', 'd: {', ']', '}', 'x,', 'a: b,', '# c', '', ' '),
        )
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(indent, word, word, word).map((parts) => parts.join('')) },
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '', '\n\n'))
    .map(([lines, end]) => lines.join('\n') + end);

  /** Texts that the fast parser reads none of would show nothing. */
  const someAreRead = (texts: fc.Arbitrary<string>, share: number): void => {
    let all = 0;
    let read = 0;
    fc.assert(
      fc.property(texts, (source) => {
        all += 1;
        if (agree(source)) read += 1;
      }),
      { numRuns: 2000 },
    );
    expect(read / all).toBeGreaterThan(share);
  };

  test('on lines put together by chance', () => {
    someAreRead(text, 0.1);
  });

  test('on characters that mean something, put together by chance', () => {
    someAreRead(fc.string({ unit: fc.constantFrom(...'ab:-?#&*!|>\'"%@`,[]{} \n\n  ::--ab '), maxLength: 40 }), 0.1);
  });

  test('on values of all kinds, as a program writes them', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 3 }, fc.string({ unit: 'grapheme' }), word, tie('list'), tie('map')),
      list: fc.array(tie('any'), { maxLength: 4 }),
      map: fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', 'c d'), fc.string()), tie('any'), { maxKeys: 4 }),
    }));
    const written = fc.record({
      map: value.map,
      lineWidth: fc.constantFrom(0, 20, 80),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
    });
    someAreRead(
      written.map(({ map, ...options }) => stringify(map, options as ToStringOptions)),
      0.5,
    );
  });
});
