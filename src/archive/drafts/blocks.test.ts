import { describe, expect, test } from 'vitest';
import { blocksOf, commentedOut, withoutBlanks } from './blocks.ts';

const FRONT = `# About the title.
title: x

# At the margin, and after a blank line.
list:
- one

# Of the next.
"quoted" : |
  A text: not a key

  # not a comment
  https://example.com
map:
  # Of a.
  a:
`;

describe('the keys of a front matter', () => {
  test('have the comments before them, and their own lines', () => {
    expect(blocksOf(FRONT)).toEqual([
      { key: 'title', before: ['# About the title.'], lines: ['title: x'] },
      { key: 'list', before: ['', '# At the margin, and after a blank line.'], lines: ['list:', '- one'] },
      {
        key: 'quoted',
        before: ['', '# Of the next.'],
        lines: ['"quoted" : |', '  A text: not a key', '', '  # not a comment', '  https://example.com'],
      },
      { key: 'map', before: [], lines: ['map:', '  # Of a.', '  a:'] },
    ]);
  });

  test('are commented out whole', () => {
    expect(commentedOut(['a: |', '  one', '', '  two'])).toEqual(['# a: |', '#   one', '', '#   two']);
  });

  test('are commented out where they have no value, unless something deeper follows', () => {
    const lines = [
      'm:',
      '  a:',
      '  b: 1',
      '  list:',
      '  - x',
      '  deep:',
      '    # Why.',
      '    c: 2',
      '    d:  ',
      '  - e:',
      '  z:',
    ];
    expect(withoutBlanks(lines)).toEqual([
      ...[
        'm:',
        '  # a:',
        '  b: 1',
        '  list:',
        '  - x',
        '  deep:',
        '    # Why.',
        '    c: 2',
        '    # d:  ',
        '  - e:',
        '  # z:',
      ],
    ]);
  });
});
