import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { problemLine } from './problem.ts';
import { toLines } from './source-text.ts';

const KEYS = ['title', 'started'];
const read = (text: string) => readFrontMatter('a.md', text, KEYS);
const problems = (text: string): string[] =>
  read(text).problems.map(({ position, rule }) => `${position?.line}:${position?.column} ${rule}`);

describe('a text is split', () => {
  test('into values, and a body that knows its line', () => {
    expect(read('---\ntitle: It broke\n---\n\nText.\n')).toMatchObject({
      value: { title: 'It broke' },
      body: '\nText.\n',
      bodyLine: 4,
      problems: [],
    });
  });

  test('at a fence with blanks after it', () => {
    expect(read('---  \ntitle: x\n---\t\nText.\n')).toMatchObject({ value: { title: 'x' }, bodyLine: 3, problems: [] });
  });

  test('without a body', () => {
    expect(read('---\ntitle: x\n---')).toMatchObject({ value: { title: 'x' }, body: '', problems: [] });
  });

  test('with no key, or with comments alone, into no values', () => {
    expect(read('---\n---\nText.\n')).toMatchObject({ value: {}, body: 'Text.\n', bodyLine: 3, problems: [] });
    expect(read('---\n# to be written\n---\nText.\n')).toMatchObject({ value: {}, bodyLine: 4, problems: [] });
  });

  test('and a rule of dashes in the body is text', () => {
    expect(read('---\ntitle: x\n---\nOne.\n\n---\n\nTwo.\n')).toMatchObject({
      body: 'One.\n\n---\n\nTwo.\n',
      problems: [],
    });
  });

  test('the same twice, also where it is broken', () => {
    const broken = '---\ntitle: "x\n---\n';
    expect(problems(broken)).toEqual(problems(broken));
    expect(problems(broken)).toEqual(['2:8 yaml-quote']);
  });
});

describe('what gray-matter would misread is a problem', () => {
  test.each([
    ['no front matter', 'Text.\n', '1:1 front-matter-absent'],
    ['an indented fence', '  ---\ntitle: x\n---\n', '1:3 front-matter-late'],
    ['a blank line before it', '\n\n---\ntitle: x\n---\n', '3:1 front-matter-late'],
    ['no end', '---\ntitle: x\n\nText.\n', '1:1 front-matter-unclosed'],
    ['an end of dots', '---\ntitle: x\n...\nText.\n', '1:1 front-matter-unclosed'],
    ['an end with a word', '---\ntitle: x\n---x\nText.\n', '3:1 front-matter-closed-early'],
    ['an end with too many dashes', '---\ntitle: x\n-----\nText.\n', '3:1 front-matter-closed-early'],
    ['keys after the end', '---\ntitle: x\n---\nstarted: y\n---\n', '3:1 front-matter-closed-early'],
  ])('%s', (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
    expect(read(text).value).toBeUndefined();
  });

  test('an end inside of a quoted value, beside the quote', () => {
    expect(problems('---\ntitle: "one\n---\ntwo"\n---\n')).toEqual(['2:8 yaml-quote', '3:1 front-matter-closed-early']);
  });

  test.each(['js', 'javascript', 'JS', 'json', 'coffee', 'toml', 'yaml', 'constructor', '__proto__', ' js', 'js '])(
    'the language `%s`, and nothing is run',
    (language) => {
      const text = `---${language}\nglobalThis.wasRun = true\n---\nText.\n`;
      expect(problems(text)).toEqual([`1:${language.startsWith(' ') ? 5 : 4} front-matter-language`]);
      expect(globalThis).not.toHaveProperty('wasRun');
    },
  );

  test('`...` closes nothing, and the message says which line', () => {
    const [problem] = read('---\ntitle: x\n...\n').problems;
    expect(problem && problemLine(problem)).toContain('write `---` in place of `...` on line 3');
  });
});

test('a body that merely begins with a word and a colon is a body', () => {
  expect(problems('---\ntitle: x\n---\nstarted: we do not know.\n')).toEqual([]);
  expect(problems('---\ntitle: x\n---\nNote: this is new.\n\n---\n')).toEqual([]);
});

test('no text makes it throw, and no text gives values beside a wrong fence', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '---',
      '---\n',
      '\n---\n',
      '...',
      '\n',
      '\t',
      ': ',
      '- ',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!t ',
      '{',
      '[',
      '#',
      '? ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isOpened) => {
      const text = toLines((isOpened ? '---\n' : '') + pieces.join(''));
      const { value, problems, bodyLine, body } = read(text);
      expect(value === undefined ? problems.length : 1).toBeGreaterThan(0);
      const lines = text.split('\n');
      for (const { position } of problems) {
        expect(position?.line).toBeLessThanOrEqual(lines.length);
        expect(position?.column).toBeGreaterThan(0);
      }
      if (value !== undefined) expect(`${lines.slice(bodyLine - 1).join('\n')}`.endsWith(body)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
