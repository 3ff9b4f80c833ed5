import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../testing/archive.ts';
import { readFrontMatter } from '../front-matter.ts';
import { toLines } from '../source-text.ts';
import { withEdits } from './edits.ts';
import { mend } from './mend.ts';

/** A file mended for its problems, as `check --fix` does it once. */
async function mended(raw: string, file = 'postmortems/it.mdx'): Promise<string> {
  const { problems } = await archiveOf({ [file]: raw });
  const own = problems.filter((problem) => problem.file === file);
  const isYaml = file.endsWith('.yaml');
  return mend(raw, { kind: isYaml ? 'service' : 'postmortem', format: isYaml ? 'yaml' : 'mdx' }, own).text;
}

const page = (front: string, body = ''): string =>
  `---\ntitle: It broke\n${front}started: 2024-03-01T10:00Z\n---\n\n${body}`;

describe('what is mechanical', () => {
  test.each([
    ['See <https://a.example/x_y?b=1>.', 'See [https://a.example/x_y?b=1](https://a.example/x_y?b=1).'],
    ['It took <500ms and < 3 s.', 'It took &lt;500ms and < 3 s.'],
    ['\u{1F534} <5 %, then <https://a.example>', '\u{1F534} &lt;5 %, then [https://a.example](https://a.example)'],
  ])('in a body: %s', async (body, right) => {
    for (const end of ['\n', '\r\n']) {
      const raw = `\uFEFF${page('', `${body}\n`)}`.replaceAll('\n', end);
      expect(await mended(raw)).toBe(`\uFEFF${page('', `${right}\n`)}`.replaceAll('\n', end));
    }
  });

  test.each([
    ['aliases:\n  - ERROR: deadlock detected\n', "aliases:\n  - 'ERROR: deadlock detected'\n"],
    ['summary: [WARN] it broke\n', "summary: '[WARN] it broke'\n"],
    ['summary: Checkout: it broke\n', "summary: 'Checkout: it broke'\n"],
    ["summary: Checkout: it's down\n", 'summary: "Checkout: it\'s down"\n'],
    ['summary: It broke. \t\n', 'summary: It broke.\n'],
    ['# a comment  \nsummary: It broke.  # said so \n', '# a comment\nsummary: It broke.  # said so\n'],
  ])('in front matter: %j', async (front, right) => {
    for (const end of ['\n', '\r\n']) {
      const raw = page(front).replaceAll('\n', end);
      expect(await mended(raw)).toBe(page(right).replaceAll('\n', end));
    }
  });

  test('the order of keys, each with the comment above it', async () => {
    const raw = [
      '---',
      '# when',
      'started: 2024-03-01T10:00Z',
      '',
      '# cairn-allow: so it was called',
      '# by the press',
      'title: Human error',
      'tags:',
      '  - b',
      '  # of the field',
      '  - a',
      'severity: SEV4',
      '---',
      '',
      'tags: text',
    ].join('\r\n');
    expect((await mended(raw)).split('\r\n')).toEqual([
      '---',
      '# cairn-allow: so it was called',
      '# by the press',
      'title: Human error',
      'severity: SEV4',
      '# when',
      'started: 2024-03-01T10:00Z',
      '',
      'tags:',
      '  - b',
      '  # of the field',
      '  - a',
      '---',
      '',
      'tags: text',
    ]);
  });

  test('in a file of settings: blanks at the ends of lines', async () => {
    expect(await mended('name: Checkout  \nteam: a \t', 'services/s.yaml')).toBe('name: Checkout\nteam: a');
  });
});

describe('what is not', () => {
  test.each([
    page('', 'Two blanks break the line  \nin a body, and {json} may mean anything. <Timelin />\n'),
    page('aliases:\n  - |-\n    a log line  \n    another \t\n', ''),
    page('summary: "a  \n  b"\n', ''),
    page('summary: connect to db #3 failed\n', ''),
    page('summary: one\nsummary: two\n', ''),
    '---\nstarted: 2024-03-01T10:00Z\ntitle: It broke\nserverity: SEV1\n---\n',
    '---\n{ started: 2024-03-01T10:00Z, title: It broke }\n---\n',
    'No front matter  \n',
    // A line that is indented wrongly says nothing about the line above it.
    page('severity: SEV4\n\ttags: [a]\n'),
    page('impact:\n  summary: x\n   users: 15%\n'),
    page('signals:\n  - db #3 failed\n  - [WARN\n'),
  ])('%j stays as it is', async (raw) => {
    expect(await mended(raw)).toBe(raw);
  });
});

const value = fc.constantFrom(
  ' It broke.',
  " 'It''s down.'",
  ' "a \\"b\\" # c"',
  ' It broke.  # why',
  ' >-\n  folded\n\n  text',
  ' |\n  # no comment\n  literal  \n  text',
  ' two\n  lines',
  ' \u{1F534} é',
);
const list = fc.constantFrom('\n  - a\n  # of b\n  - b', ' [a, b] # c', '\n- a\n- b');
const comment = fc.constantFrom('', '# above\n', '# one\n# two  \n', '\n', '\n# apart\n\n');
const FIELDS: [string, fc.Arbitrary<string>][] = [
  ['title', value],
  ['summary', value],
  ['mitigation', value],
  ['signals', list],
  ['lessons', list],
  ['tags', list],
  ['started', fc.constant(' 2024-03-01T10:00Z')],
];
const file = fc
  .record({
    order: fc.shuffledSubarray(FIELDS.map((_, index) => index)),
    values: fc.tuple(...FIELDS.map(([, arbitrary]) => arbitrary)),
    comments: fc.array(comment, { minLength: FIELDS.length + 1, maxLength: FIELDS.length + 1 }),
    blanks: fc.constantFrom('', ' ', '\t', '  '),
    body: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', '-', ':') }),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ order, values, comments, blanks, body, end, mark }) => {
    const keys = order.map((index, at) => `${comments[at]}${FIELDS[index]?.[0]}:${values[index]}${blanks}\n`);
    return mark + `---\n${keys.join('')}${comments.at(-1)}---\n\n${body}`.replaceAll('\n', end);
  });

describe('whatever the comments, quotes and line ends', () => {
  const target = { kind: 'postmortem', format: 'md' } as const;
  const read = (raw: string) => readFrontMatter('it.md', toLines(raw), ['title', 'started']);

  test('values and body stay, no line is lost, and a second run changes nothing', () => {
    fc.assert(
      fc.property(file, (raw) => {
        const { text } = mend(raw, target, []);
        const [before, after] = [read(raw), read(text)];
        expect(after.value).toEqual(before.value);
        expect(after.body).toBe(before.body);
        const lines = (all: string): string[] =>
          all.split(/(?<=\n)/).map((line) => line.replace(/[ \t]+(?=\r?\n)/, ''));
        expect(lines(text).sort()).toEqual(lines(raw).sort());
        expect(mend(text, target, []).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('edits change what they name and nothing else', () => {
    const edit = fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.string({ minLength: 50 }), fc.array(edit), (text, drawn) => {
        let last = 0;
        const edits = drawn
          .toSorted(([a], [b]) => a - b)
          .flatMap(([start, length, by]) => {
            if (start < last) return [];
            last = start + length;
            return [{ start, end: last, text: by }];
          });
        let at = 0;
        let expected = '';
        for (const { start, end, text: by } of edits) {
          expected += text.slice(at, start) + by;
          at = end;
        }
        expect(withEdits(text, edits)).toBe(expected + text.slice(at));
      }),
    );
  });
});
