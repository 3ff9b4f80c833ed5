import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import * as here from '../testing/in-process.ts';
import { cairn } from '../testing/site.ts';
import { fixFiles } from './fix.ts';

let content: string;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-fix-'));
});
afterEach(() => rm(content, { recursive: true }));

const fix = (...args: string[]) => cairn(['check', '--content', content, '--fix', ...args]);
const read = (file: string): Promise<string> => readFile(join(content, file), 'utf8');

describe('cairn check --fix', () => {
  test('mends what is mechanical, says what is left, and leaves nothing beside the files', async () => {
    await writeFiles(content, {
      'postmortems/it.mdx': postmortem(['signals:', '  - ERROR: broken', 'sumary: x'], 'It took <500ms.\n'),
      'postmortems/other.md': '---\ntitle: Other\nservices: [nowhere]\nstarted: 2024-03-01T10:00Z\n---\n',
    });
    const { exitCode, stdout, stderr } = await fix();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Mended 2 things in 1 file.\n');
    expect(stdout).not.toMatch(/yaml-map-for-text|mdx-syntax/);
    expect(stdout).toContain('unknown-key');
    expect(await read('postmortems/it.mdx')).toContain("  - 'ERROR: broken'\n");
    expect(await read('postmortems/it.mdx')).toContain('It took &lt;500ms.\n');
    expect(await readdir(join(content, 'postmortems'))).toEqual(['it.mdx', 'other.md']);
    expect((await fix()).stderr).toContain('Nothing to mend.\n');
  });

  test('with paths, mends those alone', async () => {
    const wrong = postmortem([], 'It took <500ms.\n');
    await writeFiles(content, { 'postmortems/a.mdx': wrong, 'postmortems/b.mdx': wrong });
    await fix('postmortems/b.mdx');
    expect(await read('postmortems/a.mdx')).toBe(wrong);
    expect(await read('postmortems/b.mdx')).not.toBe(wrong);
  });

  test('leaves a file as it is that it cannot write, says so, and ends with 1', async () => {
    const wrong = '---\ntitle: It broke \nstarted: 2024-03-01T10:00Z\n---\n';
    await writeFiles(content, { 'postmortems/it.md': wrong });
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const refuse = (): never => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    try {
      expect(await fixFiles(content, () => true, refuse)).toBe(false);
      expect(said.mock.calls.join('')).toBe('cairn: postmortems/it.md cannot be written: EROFS\nNothing to mend.\n');
    } finally {
      said.mockRestore();
    }
    expect(await read('postmortems/it.md')).toBe(wrong);
  });

  test('leaves what it cannot read', async () => {
    const latin = Buffer.from(postmortem('summary: Café  '), 'latin1');
    await mkdir(join(content, 'postmortems'));
    await writeFiles(content, { 'postmortems/latin.md': latin });
    expect((await fix()).exitCode).toBe(1);
    expect(await readFile(join(content, 'postmortems/latin.md'))).toEqual(latin);
  });
});

/** A key as somebody wrote it, and as it is to be: alike where nothing is mechanical about it. */
type Way = readonly [wrong: string, right: string];
const same = (text: string): Way => [text, text];

const KEYS: readonly (readonly Way[])[] = [
  [
    same("title: 'It broke: all'"),
    ['title: "It broke" \t', 'title: "It broke"'],
    ['title: It broke: all', "title: 'It broke: all'"],
  ],
  [
    same('summary: >-\n  a: b  \n\n  c'),
    ['summary: \u{1F534} one: two', "summary: '\u{1F534} one: two'"],
    ['summary: Its fault: it\'s "x"', "summary: 'Its fault: it''s \"x\"'"],
  ],
  [same('aliases: [INC-1]'), ['aliases:  \n  - INC-1 \n# c \n  - "b"', 'aliases:\n  - INC-1\n# c\n  - "b"']],
  [
    same('started: 2024-03-01T10:00Z'),
    ['started:   2024-03-01T10:00Z # then\t', 'started:   2024-03-01T10:00Z # then'],
  ],
  [
    same("signals:\n  - |-\n    ERROR: x  \n    y\t\n  - 'a: b'"),
    ['signals:\n  - ERROR: deadlock\tdetected', "signals:\n  - 'ERROR: deadlock\tdetected'"],
    ['signals:\n- [WARN] full', "signals:\n- '[WARN] full'"],
  ],
  [same('mitigation: |+\n  kept \n\n'), ['mitigation: @all were told', "mitigation: '@all were told'"]],
  [same('tags: [a, "b  "]'), ['tags: [a,  \n  b]  ', 'tags: [a,\n  b]']],
];

const BODIES: readonly Way[] = [
  same('Two blanks  \nbreak a line; `<500ms` is code.'),
  ['It took <500ms \u{1F534} <5 s.', 'It took &lt;500ms \u{1F534} &lt;5 s.'],
  ['\tSee <https://a.example/x?y=1>\t', '\tSee [https://a.example/x?y=1](https://a.example/x?y=1)\t'],
  same(''),
];

const faulty = fc.record({
  keys: fc.tuple(
    ...KEYS.map((ways) => fc.tuple(fc.constantFrom(...ways), fc.constantFrom('', '# above\n', '# one\n#\ttwo\n'))),
  ),
  order: fc.shuffledSubarray(
    KEYS.map((_, index) => index),
    { minLength: KEYS.length },
  ),
  body: fc.constantFrom(...BODIES),
  ends: fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 7 }),
  mark: fc.constantFrom('', '\uFEFF'),
  isEnded: fc.boolean(),
});

describe('whatever the mistakes, the notation, the order and the line ends', () => {
  test('each is mended to the byte, the result stands the check, and a second run changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(faulty, async ({ keys, order, body, ends, mark, isEnded }) => {
        const inEnds = (text: string): string => {
          let line = 0;
          return text.replaceAll('\n', () => ends[line++ % ends.length] as string);
        };
        const file = (indices: readonly number[], way: 0 | 1): string => {
          const front = indices.map((index) => inEnds(`${keys[index]?.[1]}${keys[index]?.[0][way]}\n`)).join('');
          return `${mark}---\n${front}---\n${inEnds(`\n${body[way]}${isEnded ? '\n' : ''}`)}`;
        };
        await writeFiles(content, { 'postmortems/it.mdx': file(order, 0) });
        const { exitCode } = await here.cairn(['check', '--content', content, '--fix']);
        expect(await read('postmortems/it.mdx')).toBe(file([...KEYS.keys()], 1));
        expect(exitCode).toBe(0);
        const again = await here.cairn(['check', '--content', content, '--fix']);
        expect(again.stderr).toContain('Nothing to mend.\n');
      }),
      { numRuns: 100 },
    );
  });
});
