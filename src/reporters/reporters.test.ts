import { describe, expect, test } from 'vitest';
import type { Problem } from '../archive/problem.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

const error: Problem = {
  file: 'postmortems/it.md',
  position: { line: 12, column: 4 },
  rule: 'unknown-cause',
  severity: 'error',
  message: 'there is no cause `pol`',
  hint: 'the nearest is `pool`',
};
const hint: Problem = { file: 'notes.md', rule: 'wrong-folder', severity: 'hint', message: 'it lies about' };
const ESC = String.fromCharCode(27);
const show = (problem: Problem, line?: string, colour = false): string =>
  pretty([problem], { colour, lineOf: () => line });

describe('for people', () => {
  test('the plain line, and below it the line of the file with a mark', () => {
    expect(show(error, '  - pol')).toBe(
      'postmortems/it.md:12:4 unknown-cause there is no cause `pol` (the nearest is `pool`)\n  12 |   - pol\n     |    ^ error\n\n',
    );
  });

  test('the mark stands below its column, tabs and long lines notwithstanding', () => {
    expect(show({ ...error, position: { line: 1, column: 3 } }, '\t\tx').split('\n')[2]).toBe('    | \t\t^ error');
    const [, line = '', mark = ''] = show(
      { ...error, position: { line: 1, column: 301 } },
      `${'-'.repeat(300)}X${'-'.repeat(300)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(mark.indexOf('^')).toBe(line.indexOf('X'));
  });

  test('without a place there is no line to show', () => {
    expect(show(hint)).toBe('notes.md wrong-folder it lies about\n  hint\n\n');
  });

  test('colour only where it is asked for', () => {
    expect(show(error, 'x')).not.toContain(ESC);
    expect(show(error, 'x', true)).toContain(ESC);
  });

  test('what a file holds writes nothing to the terminal', () => {
    const message = `\`${ESC}[2J\` is not a key\nof this file`;
    expect(show({ ...error, message }, `${ESC}]0;title\u0007`)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

test('for scripts, what is not there is null', () => {
  expect(JSON.parse(json([error, hint]))).toEqual({
    version: 1,
    results: [
      {
        file: 'postmortems/it.md',
        line: 12,
        column: 4,
        rule: 'unknown-cause',
        severity: 'error',
        message: 'there is no cause `pol`',
        hint: 'the nearest is `pool`',
      },
      {
        file: 'notes.md',
        line: null,
        column: null,
        rule: 'wrong-folder',
        severity: 'hint',
        message: 'it lies about',
        hint: null,
      },
    ],
  });
  expect(json([])).toBe('{\n  "version": 1,\n  "results": []\n}\n');
});
