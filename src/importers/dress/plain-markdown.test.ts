import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../files/split-front-matter.ts';
import { toPlainMarkdown } from './plain-markdown.ts';
import { pagesOf } from './wiki-links.ts';

const plain = (body: string): string =>
  toPlainMarkdown(splitFrontMatter(body), pagesOf(['notes/Disk full.md', 'b.md', 'x/b.md'])('notes/a.md'))
    .body.trim()
    .replace(/\n{3,}/g, '\n\n');

describe('HTML', () => {
  test.each([
    ['<h2 id="t">Time <em>line</em></h2>', '## Time *line*'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['<ol>\n<li><p>a</p></li>\n</ol>', '1. a'],
    ['<p>a<br>b</p>', 'a  \nb'],
    ['<p>1 &lt; 2 * 3</p>', '1 &lt; 2 \\* 3'],
    ['<dl><dt>14:00</dt><dd>down</dd></dl>', '- **14:00**: down'],
    [
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x | y</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | x \\| y |',
    ],
    ['<table><tr><th>Start</th><td>10:00</td></tr></table>', '|  |  |\n| --- | --- |\n| Start | 10:00 |'],
    [
      '<table><tr><th>Day</th><th>What</th></tr><tr><td rowspan=2>1 May</td><td>a</td></tr><tr><td>b</td></tr></table>',
      '| Day | What |\n| --- | --- |\n| 1 May | a |\n| 1 May | b |',
    ],
    ['<div>\n<h3>A</h3>\n</div>', '<div>\n\n### A\n\n</div>'],
    ['<p>day <time datetime="2024-01-02" /></p>', 'day 2024-01-02'],
  ])('%j becomes %j', (html, markdown) => {
    expect(plain(html)).toBe(markdown);
  });

  test.each([
    ['within code', '```\n<h2>A</h2>\n```'],
    ['never closed', '<table><tr><td>a'],
    ['with a table in a table', '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>'],
    ['with text that HTML would throw away', '<ul><li>a</li># lost</ul>'],
    ['with a script', '<p>a<script>b</script></p>'],
    ['under an item of a list', '- a\n  <p>b</p>'],
    ['amid text', 'see <p>b</p>'],
  ])('%s stays as it is', (_, html) => {
    expect(plain(html)).toBe(html);
  });

  test('leaves its tags to the report, and each line knows where it comes from', () => {
    const { body, lines, left } = toPlainMarkdown(
      splitFrontMatter('---\ntitle: x\n---\nA\n\n<ul class="c">\n<li>one</li>\n<li>two</li>\n</ul>\n\nB\n'),
      () => undefined,
    );
    const lineOf = (words: string): number | undefined => lines[body.split('\n').indexOf(words)];
    expect([lineOf('A'), lineOf('- one'), lineOf('- two'), lineOf('B')]).toEqual([4, 7, 8, 11]);
    expect(left).toEqual([
      { line: 6, text: '<ul class="c"><li></li><li></li></ul>', why: 'tags of HTML that became Markdown' },
    ]);
  });
});

test.each([
  ['2023\\-10\\-24 on\\_call', '2023-10-24 on_call'],
  ['a \\# b\\.', 'a # b.'],
  ['\\# not a heading', '\\# not a heading'],
  ['1\\. not a list', '1\\. not a list'],
  ['\\[x\\] \\*y\\* \\_z\\_', '\\[x\\] \\*y\\* \\_z\\_'],
  ['`a\\-b`', '`a\\-b`'],
  ['```\na\\-b\n```', '```\na\\-b\n```'],
  ['1. Summary\n----------\n\na', '## 1. Summary\n\na'],
  ['• a\n• b', '- a\n- b'],
  ['Start\n: 10:00\n\nEnd\n: 11:00', '- **Start**: 10:00\n\n- **End**: 11:00'],
  ['see [[Disk full|it]] and [[nowhere]]', 'see [it](Disk%20full.md) and [[nowhere]]'],
  ['two pages are called [[b]]', 'two pages are called [[b]]'],
  ['{{< x >}}\na\n{{< /x >}}', '{{< x >}}\n\na\n\n{{< /x >}}'],
  ['#+TITLE: T\n* A\n** DONE b\n- <2022-01-09 Sun 13:20> c', '# T\n## A\n- [x] b\n- Sun 2022-01-09 13:20 c'],
  ['= T\n:date: 2021-11-20\n\n== A\n\n* b\n. c', '# T\n- date: 2021-11-20\n\n## A\n\n- b\n1. c'],
  ['= T\n== A\n|===\n|x |y\n\n|1\n|2\n|===', '# T\n## A\n\n| x | y |\n| --- | --- |\n| 1 | 2 |'],
  ['|===\n== A\n== B', '|===\n## A\n## B'],
  ['= T\n== A\n|===\nx\n|y\n|===', '# T\n## A\n\n| x | y |\n| --- | --- |'],
  ['1. What\n   - x\n\n2. WHY\n   y\n\n3. How\n   z', '## 1. What\n- x\n\n## 2. WHY\ny\n\n## 3. How\nz'],
  ['!!! note "T"\n    a\n\n    b\n\nc', '> [!note]\n> **T**\n>\n> a\n>\n> b\n\nc'],
  ['??? info\n\n    a\n        b', '>\n> a\n>     b'],
  ['- 17:06 a\n**Fri, Mar 1**\n- 08:30 b', '- 17:06 a\n\n**Fri, Mar 1**\n- 08:30 b'],
  ['!!! note\na', '!!! note\na'],
  ['=== "Timeline"\n\n    | a |\n    |---|\n\n    !!! tip\n        b', '**Timeline**\n\n| a |\n|---|\n\n> [!tip]\n> b'],
  ['    !!! note\n        a', '!!! note\n        a'],
  ['<aside>\n💡 a\n\nb\n\n</aside>', '> 💡 a\n>\n> b'],
  ['<aside>\na', '<aside>\n\na'],
  [
    'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n\na\n\n</Tabs>\n\n<User>\n\n<Tabs a="b" />',
    'a\n\n<User>\n\n<Tabs a="b" />',
  ],
  ['1. a\n2. b\n3. c', '1. a\n2. b\n3. c'],
])('%j becomes %j', (source, markdown) => {
  expect(plain(source)).toBe(markdown);
});
