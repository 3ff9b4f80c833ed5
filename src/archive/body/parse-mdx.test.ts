import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, faults, shown } from './trial.ts';

const hintOf = (text: string): string => compile(text).problems[0]?.hint ?? '';

describe('what cannot be read as MDX', () => {
  test.each([
    ['A <500ms pause', '1:3 mdx-syntax', '&lt;500ms'],
    ['A {json} value', '1:3 no-code', '\\{'],
    ['See <https://example.com/a>', '1:5 mdx-syntax', '`https://example.com/a` without the brackets'],
    ['Ask <ops@example.com>', '1:5 mdx-syntax', '[ops@example.com](mailto:ops@example.com)'],
    ['A <!-- note --> here', '1:3 mdx-syntax', '{/* … */}'],
    ['List<String> x', '1:5 mdx-syntax', '&lt;String>'],
    ['one<br>two', '1:4 mdx-syntax', '<br />'],
    ['a </b> c', '1:3 mdx-syntax', '&lt;/b>'],
    ['x < y <=z', '1:7 mdx-syntax', '&lt;=z'],
  ])('%s', (text, fault, hint) => {
    expect(faults(text)).toEqual([fault]);
    expect(hintOf(text)).toContain(hint);
  });

  test('every mistake of a text is found in one run, each at its place', () => {
    const text = [
      'A <500ms pause and {json}.',
      '',
      'import chart from "./chart"',
      '',
      '- 😀 <https://example.com>',
      '- é\t<!-- no {comment} -->',
      '',
      '> <Foo /> and <b>bold',
      '',
      '<Callout kind={k} title=x {...rest}>',
      '',
      'One<br>two.',
      '',
      '</Callout>',
    ].join('\n');
    expect(faults(text)).toEqual([
      '1:3 mdx-syntax',
      '1:20 no-code',
      '3:1 no-code',
      '5:6 mdx-syntax',
      '6:5 mdx-syntax',
      '8:3 unknown-component',
      '8:15 mdx-syntax',
      '10:10 no-code',
      '10:19 mdx-syntax',
      '10:27 no-code',
      '12:4 mdx-syntax',
    ]);
  });

  test('one mistake is reported once', () => {
    expect(faults('<b>x</i> y')).toEqual(['1:1 mdx-syntax']);
    expect(faults('<b>x</i></b> y')).toEqual(['1:1 mdx-syntax']);
    expect(faults('<details><summary>x</summary>\n\ntext\n\n</details>')).toEqual(['1:1 mdx-syntax']);
    expect(faults('{items.map(x => <Item>{x}</Item>)}')).toEqual(['1:1 no-code']);
    expect(faults('<Figure src={a} alt="b" />')).toEqual(['1:9 no-code']);
  });

  test('a tag that is closed far below is closed', () => {
    const text = `a <5\n\n<details>\n\n${'Many words here.\n\n'.repeat(2000)}</details>\n`;
    expect(faults(text)).toEqual(['1:3 mdx-syntax']);
    expect(shown(text)).toContain('<details>');
  });

  test('of very many mistakes the first hundred are reported', () => {
    const found = faults('A <5 b.\n\n'.repeat(500));
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe('201:3 mdx-syntax');
  });

  test('what nests too deeply for the parser of expressions never gets there', () => {
    expect(faults(`{${'('.repeat(50_000)}${')'.repeat(50_000)}}`)).toEqual(['1:1 no-code']);
  });
});

describe('what may stand in .mdx', () => {
  test('comments are dropped, braces in code and after a backslash are text', () => {
    const text = 'A {/* hidden */}b `{c}` \\{d}\n\n{/* a block\n\nof it */}\n\n```js\n({e})\n```';
    expect(faults(text)).toEqual([]);
    expect(shown(text)).toMatch(/^<p>A b <code>\{c\}<\/code> \{d\}<\/p><figure.*\(\{e\}\)/s);
  });

  test('braces in addresses, titles and attributes are text', () => {
    expect(shown('[a](https://x.y/{id} "t {u}")')).toBe('<p><a title="t {u}" href="https://x.y/%7Bid%7D">a</a></p>');
    expect(shown('<Callout title="a {b}">c</Callout>')).toBe('<Callout title="a {b}"><p>c</p></Callout>');
  });

  test('empty braces are an expression: they would vanish', () => {
    expect(faults('returns {} at once')).toEqual(['1:9 no-code']);
  });

  test('a comment that is never closed is told as one', () => {
    expect(faults('A\n\n{/* to come\n\nB')).toEqual(['3:1 no-code']);
    expect(hintOf('{/* to come')).toBe('close it with */}');
  });

  test('import and export are code at the start of a paragraph alone', () => {
    expect(faults('import x from "y"\nexport const a = 1')).toEqual(['1:1 no-code', '2:1 no-code']);
    expect(hintOf('import x from "y"')).toContain('take it out');
    expect(hintOf('import of data failed')).toContain('another word');
    expect(faults('The import failed, and\nso did the export')).toEqual([]);
  });
});

test('places are counted as editors do, whatever stands before', () => {
  const before = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '𝒳', '\t', ' ', '漢', '\u0301', '\u2028', '.') });
  const marks = fc.constantFrom('<5', '{x}', '<Foo/>', '</b>');
  fc.assert(
    fc.property(before, fc.array(before, { maxLength: 3 }), marks, (words, lines, mark) => {
      const text = [...lines.map((line) => `q${line}\n`), `q${words}${mark} z`].join('\n');
      const [fault] = compile(text).problems;
      expect(fault?.position).toEqual({ line: lines.length * 2 + 1, column: words.length + 2 });
    }),
  );
});
