import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemLine } from '../problem.ts';
import { quote } from './quote.ts';
import { readYaml } from './values.ts';

const read = (source: string) => readYaml('a.yaml', source);
const lines = (source: string): string[] =>
  read(source).problems.map((problem) => problemLine(problem).slice('a.yaml:'.length));

describe('text is kept as written', () => {
  test.each([
    '15:30',
    '1.10',
    '0012',
    '12e5',
    '0x1F',
    '0o17',
    '1_000',
    '2024-03-01',
    '2024-03-01T15:30Z',
    'yes',
    'no',
    'on',
    'true',
    'null',
    '~',
    '.inf',
    '-0',
    '+1',
    '1.0',
    '100%',
    'C#',
    'a#b',
    'x:y',
    'SEV-1',
    'https://example.com/#top',
    '<<<',
    '=',
  ])('%s', (text) => {
    expect(read(`key: ${text}\n`)).toMatchObject({ value: { key: text }, cuts: [], problems: [] });
    expect(read(`key: [${text}]\n`)).toMatchObject({ value: { key: [text] } });
  });

  test('in quotes and in blocks', () => {
    expect(read(`a: '1.10'\nb: "0012"\nc: |\n  x: 1 # y\nd: >-\n  one\n  two\n`).value).toEqual({
      a: '1.10',
      b: '0012',
      c: 'x: 1 # y\n',
      d: 'one two',
    });
  });

  test('whatever the plain words, if YAML takes them for one value', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.+_/%()<>=;^~$-]{1,8}$/).filter((text) => !/^[-<=>%.]/.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        expect(read(`key: ${text}\nlist:\n  - ${text}\n`)).toMatchObject({
          value: { key: text, list: [text] },
          problems: [],
        });
      }),
    );
  });

  test('and a quoted form reads back as what was quoted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(text)),
        (text) => {
          expect(read(`key: ${quote(text)}\n`)).toMatchObject({ value: { key: text }, problems: [] });
        },
      ),
    );
  });
});

describe('a key without a value is left out', () => {
  test.each(['key:\n', 'key: # to come\n', 'key:   \n'])('%j', (source) => {
    expect(read(`${source}other: x\n`)).toMatchObject({ value: { other: 'x' }, problems: [] });
    expect(read(`${source}other: x\n`).value).not.toHaveProperty('key');
  });

  test('but an empty text is one', () => {
    expect(read('key: ""\n').value).toEqual({ key: '' });
  });

  test('and nothing but comments is an empty map', () => {
    expect(read('# nothing yet\n')).toMatchObject({ value: {}, problems: [] });
    expect(read('')).toMatchObject({ value: {}, problems: [] });
  });
});

describe('what YAML would lose is a problem at its place', () => {
  test.each([
    ['a: &x foo\n', "1:4 yaml-alias `&x` is an anchor to YAML, which is not read (write '&x foo')"],
    ['a: *x\n', "1:4 yaml-alias `*x` is an alias to YAML, which is not read (write '*x')"],
    [
      'a: !important thing\n',
      "1:4 yaml-tag `!important` is a tag to YAML, which is not read (write '!important thing')",
    ],
    ['a: !!binary aGk=\n', "1:4 yaml-tag `!!binary` is a tag to YAML, which is not read (write '!!binary aGk=')"],
    ['a: x\na: y\n', '2:1 yaml-duplicate-key `a` stands here a second time (leave one of the two)'],
    ['a: { b: x, b: y }\n', '1:12 yaml-duplicate-key `b` stands here a second time (leave one of the two)'],
    ['<<: { b: x }\n', '1:1 yaml-alias `<<` merges maps in YAML, which is not read (write the keys out)'],
    ['? [a]\n: b\n', '1:3 yaml-key a key must be text (put what stands before the colon in quotes)'],
    ['\ta: x\n', '1:1 yaml-tab a tab indents this line, which YAML does not allow (use spaces)'],
    ['a: "x\nb: y\n', `1:4 yaml-quote the quote " that opens here is not closed on its line (write 'x')`],
    [
      "a: 'x\nb: y\n",
      `1:4 yaml-quote the quote ' that opens here is not closed on its line (write 'x', or "'x" if the mark is part of the text)`,
    ],
    [
      "a: 'it''s 5\nb: y\n",
      `1:4 yaml-quote the quote ' that opens here is not closed on its line (write "it's 5", or "'it's 5" if the mark is part of the text)`,
    ],
    ['a: ? x\n', "1:4 yaml-syntax YAML cannot read this: this character has a meaning here (write a: '? x')"],
    [
      'a: "C:\\new\\dir"\n',
      "1:11 yaml-syntax YAML cannot read this: in double quotes a backslash begins an escape, and `\\d` is none (write 'C:\\new\\dir')",
    ],
    ['a: !x\n', "1:4 yaml-tag `!x` is a tag to YAML, which is not read (write '!x')"],
    [
      'a:\u00a0x\nb: y\n',
      '1:1 yaml-syntax YAML cannot read this: this is no line of `key: value` (put an ordinary blank after the colon: a: x)',
    ],
    ['a: "x\nb: "y"\n', `1:4 yaml-quote the quote " that opens here is not closed on its line (write 'x')`],
    [
      'a: x\n...\nb: y\n',
      '3:1 yaml-documents a second YAML document starts here, and would be lost (take the line `...` or `---` before it away)',
    ],
    [
      'a: [x, "y "]\nb: c: "z"\n',
      `2:4 yaml-syntax YAML cannot read this: a second colon stands in this value (write b: 'c: "z"')`,
    ],
    ['a: x: y\n', "1:4 yaml-syntax YAML cannot read this: a second colon stands in this value (write a: 'x: y')"],
    ['a: *x* y\n', "1:8 yaml-syntax YAML cannot read this: words follow where YAML ends the value (write a: '*x* y')"],
    ['a: @x\n', "1:4 yaml-syntax YAML cannot read this: a value may not start with this character (write a: '@x')"],
    [
      'a:\n  - `x` y\n',
      "2:5 yaml-syntax YAML cannot read this: a value may not start with this character (write - '`x` y')",
    ],
    [
      'a: [WARN] x\n',
      "1:11 yaml-syntax YAML cannot read this: words follow where YAML ends the value (write a: '[WARN] x')",
    ],
    [
      'a: > 5 ms\n',
      "1:6 yaml-syntax YAML cannot read this: a value that starts with > or | is a block of lines (write a: '> 5 ms')",
    ],
    [
      'a:x\nb: y\n',
      '1:1 yaml-syntax YAML cannot read this: this is no line of `key: value` (put a blank after the colon: a: x)',
    ],
    [
      'a: [x #3 y, z]\nb: y\n',
      "1:7 yaml-cut-value YAML reads the words after this ` #` as a comment, and the list is never closed (write 'x #3 y')",
    ],
    [
      'a: one #2\n  three\nb: y\n',
      '1:8 yaml-cut-value YAML reads the words after this ` #` as a comment, and cannot read the next line (put the whole text in quotes)',
    ],
    [
      'a: [#x, #y]\nb: z\n',
      "1:5 yaml-cut-value YAML reads the words after this ` #` as a comment, and the list is never closed (write '#x')",
    ],
    [
      'a: { b: c, d: e #3 f }\ng: h\n',
      "1:17 yaml-cut-value YAML reads the words after this ` #` as a comment, and the list is never closed (write 'e #3 f')",
    ],
    ['just words\n', '1:1 yaml-no-map it must be lines of `key: value`'],
    ['- a\n- b\n', '1:1 yaml-no-map it must be lines of `key: value`'],
  ])('%j', (source, line) => {
    expect(lines(source)).toEqual([line]);
  });

  test('a plain value that a ` #` cuts is told with what it should have been', () => {
    expect(read('a: [x]\nb: connect to db #3 failed\nc: "quoted" # a comment\n').cuts).toEqual([
      { path: ['b'], quoted: "'connect to db #3 failed'" },
    ]);
  });
});

describe('a line that is indented wrongly is told, and none beside it', () => {
  const stray =
    'yaml-syntax YAML cannot read this: this line is not indented like those it belongs to (indent it with as many spaces as its neighbours)';
  test.each([
    ['a: x\n  b: y\nc: z\n', `2:3 ${stray}`],
    ['a:\n  b: x\n   c: y\nd: z\n', `3:4 ${stray}`],
    ['a:\n  - b: 10:00\n     c: y\nd: z\n', `3:6 ${stray}`],
    ['a:\n  - b: 10:00\n   c: y\nd: z\n', `3:4 ${stray}`],
    ['a:\n  - b\n - c\nd: z\n', `3:2 ${stray}`],
    ['a:\n - b\n  - c: x\nd: z\n', `3:3 ${stray}`],
    ['a: 10:00\n\tb: y\nc: z\n', '2:1 yaml-tab a tab indents this line, which YAML does not allow (use spaces)'],
    ['a:\n  - b: x\n\tc: y\nd: z\n', '3:1 yaml-tab a tab indents this line, which YAML does not allow (use spaces)'],
    ['a: |\n\tb\nc: z\n', '2:1 yaml-tab a tab indents this line, which YAML does not allow (use spaces)'],
    [
      'a: one\n  two\n  ERROR: three\nb: y\n',
      '3:8 yaml-syntax YAML cannot read this: the value above goes on here, and a colon stands in it (put the whole text in quotes, or start it with `|-` on a line of its own)',
    ],
  ])('%j', (source, line) => {
    expect(lines(source)).toEqual([line]);
    expect(lines(`${source}e: @f\n`)).toHaveLength(2);
  });
});

describe('what is wrong in brackets is told where they open', () => {
  test.each([
    ['a: b #3 c\nd: [e, f\ng: h\n', '2:4', 'never closed (write d: [e, f])'],
    ['a:\n  - b #3 c\n  - [d\ng: h\n', '3:5', "never closed (write '[d' if it is text, or else [d])"],
    ['a: {b: c\ng: h\n', '1:4', 'never closed (write a: {b: c})'],
    ['a: [b,\n  c\ng: h\n', '1:4', 'never closed (put `]` behind the last of its values)'],
    ['a: [b, {c: d]\ng: h\n', '1:4', 'never closed (close its brackets in the reverse order of their opening)'],
    ['a: [b, { c: d]\ng: h\n', '1:4', 'never closed (close its brackets in the reverse order of their opening)'],
    ['a: { b: c d: e }\n', '1:9', '(put a comma between the two, or the whole value in quotes)'],
    ['a: { b: c\n  d: e }\n', '1:9', '(put a comma at the end of the line)'],
    ['a: [b, , c]\n', '1:8', 'a comma stands here with nothing before it'],
    ['a: [b]]\nc: d\n', '1:7', "this character has a meaning here (write a: '[b]]')"],
  ])('%j', (source, place, said) => {
    const [first = '', ...others] = lines(source);
    expect(others).toEqual([]);
    expect(first.startsWith(`${place} yaml-syntax YAML cannot read this: `), first).toBe(true);
    expect(first.endsWith(said), first).toBe(true);
  });
});

test('words that start with # are told; a comment is one', () => {
  expect(read('a: #night\nb:\n  - #3 x\n').cuts).toEqual([
    { path: ['a'], quoted: "'#night'", whole: '#night' },
    { path: ['b', 0], quoted: "'#3 x'", whole: '#3 x' },
  ]);
  for (const source of ['a: # to come\n', 'a: ## to come\n', 'a:\n  #b\n  c: d\n', 'a: "" #b\n']) {
    expect(read(source).cuts, source).toEqual([]);
  }
});

test('one mistake does not hide the next', () => {
  const source = 'a: "x\nb: @y\nc:\n\td: z\ne: [f] g\nh: i\nh: j\n';
  expect(lines(source).map((line) => line.split(' ', 2).join(' '))).toEqual([
    '1:4 yaml-quote',
    '2:4 yaml-syntax',
    '4:1 yaml-tab',
    '5:8 yaml-syntax',
    '7:1 yaml-duplicate-key',
  ]);
});

describe('no text is too much for it', () => {
  test.each([
    ['lists in brackets', `a: ${'['.repeat(20_000)}`],
    ['lists in brackets, closed', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['maps in braces', `a: ${'{a: '.repeat(20_000)}`],
    ['lists in lists', `a:\n ${'- '.repeat(20_000)}`],
    ['pairs without commas', `a: [\n${'  b c: d\n'.repeat(20_000)}]\n`],
    ['indented maps', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s, nested without end', (_, source) => {
    const { problems } = read(source);
    expect(problems.map(({ rule }) => rule)).toEqual(['yaml-deep']);
    expect(problems[0]?.position?.line).toBeGreaterThan(0);
  });

  test('aliases that multiply are not followed', () => {
    const levels = Array.from({ length: 20 }, (_, level) => `k${level + 1}: &k${level + 1} [*k${level}, *k${level}]`);
    expect(read(`k0: &k0 [x, x]\n${levels.join('\n')}\n`).value).toHaveProperty('k20', ['*k19', '*k19']);
  });

  test('keys by the ten thousand are compared by name and not with each other', () => {
    const source = Array.from({ length: 50_000 }, (_, index) => `k${index}: x`).join('\n');
    expect(read(`${source}\nk0: y\n`).problems).toHaveLength(1);
  });

  test('keys that objects have from birth are keys like others', () => {
    const { value } = read('__proto__: { polluted: x }\nconstructor: y\n');
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
    expect({}).not.toHaveProperty('polluted');
  });
});
