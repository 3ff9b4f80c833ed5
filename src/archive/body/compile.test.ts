import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../model/record.ts';
import { compileBody } from './compile.ts';
import { COMPONENTS } from './components.ts';
import { BODY_RULES } from './rules.ts';
import { CONTEXT, compile, faults } from './trial.ts';

test('problems are placed in the file, not in the body', () => {
  const source = { file: 'guides/a.mdx', path: '/nowhere/guides/a.mdx', format: 'mdx', line: 12 } as const;
  expect(compileBody({ ...source, text: 'a\n\n  b <5' }, CONTEXT).problems).toMatchObject([
    { file: 'guides/a.mdx', position: { line: 14, column: 5 }, severity: 'error', rule: 'mdx-syntax' },
  ]);
});

test('an empty body is a body', () => {
  for (const text of ['', '\n', '  \n\t\n']) {
    expect(compile(text)).toEqual({
      body: { nodes: [], headings: [], text: '', components: [] },
      lists: {},
      listPositions: {},
      pictures: [],
      problems: [],
    });
  }
});

test('front matter is none of its business: a line of hyphens is a line', () => {
  expect(compile('---\na: b\n---\n\nc', 'md').body.text).toContain('a: b');
});

describe('what is too much to be read', () => {
  test.each([
    ['too long', 'words '.repeat(200_000), '1:1'],
    ['quotes in quotes', `a\n\n${'> '.repeat(500)}b`, '3:1'],
    ['lists in lists', `${'- '.repeat(500)}b`, '1:1'],
    ['tags in tags', '<b>'.repeat(20_000) + '</b>'.repeat(20_000), '1:1'],
  ])('%s', (_, text, place) => {
    for (const format of ['md', 'mdx'] as const) expect(faults(text, format)).toEqual([`${place} body-size`]);
  });
});

const PIECES = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '{',
    '}',
    '{/*',
    '*/}',
    '`',
    '```',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    'a',
    '=',
    '"',
    "'",
    '\\',
    '&',
  ],
  ...[
    'b',
    'p',
    'div',
    'script',
    'style',
    'img',
    'iframe',
    'details',
    'svg',
    'table',
    'tr',
    'td',
    'br',
    'textarea',
    'math',
  ],
  ...['Timeline', 'Callout', 'Figure', 'FiveWhys', 'Why', 'Foo', 'kind="note"', 'x="1"', 'onclick="x"', 'style="a"'],
  ...[
    'href="javascript:x"',
    'src="a.png"',
    'id="timeline"',
    '- ',
    '1. ',
    '> ',
    '# ',
    '## Timeline\n\n',
    '[!NOTE]',
    '15:30 ',
  ],
  ...['| ', '|-|', '[a](b)', '[a](#b)', '[a](javascript:b)', '![a](b.png)', '[^1]', '[^1]: ', '**', '_', 'http://a.b'],
  ...['<http://a.b>', '<!--', '-->', '<?', '<![CDATA[', '&lt;', '😀', 'é', '\0', '\r', '\ud800', '\ufeff', '\u2028'],
  ...['import x', 'export ', 'title="b"', '[x]: y', '<a name="b">', '</a>', '</p>', '<plaintext>', 'hidden.md', 'dead'],
];
const TEXTS = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

const OURS = ['section', 'figure', 'figcaption'];
const ALLOWED = new Set([...(defaultSchema.tagNames ?? []), ...OURS]);

describe.each(['mdx', 'md'] as const)('any text as .%s', (format) => {
  test('compiles to what is safe, and is judged within itself', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const { body, problems } = compile(text, format);
        expectSafe(body.nodes);
        const lines = text.split('\n');
        for (const { position, message, rule } of problems) {
          expect(Object.keys({ ...BODY_RULES, 'dead-link': '' })).toContain(rule);
          const { line, column } = position ?? { line: 0, column: 0 };
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(message).not.toContain('this text cannot be read');
        }
      }),
      { numRuns: 1500 },
    );
  });
});

function expectSafe(nodes: readonly BodyNode[]): void {
  for (const node of nodes) {
    if (node.type === 'html') {
      visit(fromHtml(node.html, { fragment: true }), 'element', ({ tagName, properties }) => {
        expect(ALLOWED).toContain(tagName);
        expect(Object.keys(properties).filter((name) => /^(?:on|style$|srcSet$)/i.test(name))).toEqual([]);
        for (const name of ['href', 'src', 'cite'])
          expect(String(properties[name] ?? '')).not.toMatch(/^\W*javascript:/i);
      });
    } else if (node.type === 'element') {
      expect(ALLOWED).toContain(node.tag);
      expect(Object.keys(node.attributes).filter((name) => /^(?:on|style$)/i.test(name))).toEqual([]);
      expectSafe(node.children);
    } else if (node.type === 'component') {
      expect(Object.keys(COMPONENTS)).toContain(node.name);
      expectSafe(node.children);
    }
  }
}
