import { describe, expect, test } from 'vitest';
import { compile, faults, shown } from './trial.ts';

const formats = ['mdx', 'md'] as const;

describe.each(formats)('HTML in .%s', (format) => {
  test.each([
    'press <kbd>Ctrl</kbd> + H<sub>2</sub>O<sup>2</sup> <b>b</b> <i>i</i> <ins>n</ins> <del>d</del> <s>s</s>',
    '<details open>\n<summary>Log</summary>\n\n**words**\n\n</details>',
    '<table>\n<tbody>\n<tr>\n<td colspan="2">a</td>\n</tr>\n</tbody>\n</table>',
    '<a href="https://example.com">x</a> <a href="mailto:a@b.c">y</a> <a href="#x">z</a> <span id="x">w</span>',
    '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n\n<q cite="https://a.b/c">d</q>',
    'one<br />two',
  ])('%s', (text) => {
    expect(compile(text, format).problems).toEqual([]);
  });

  test.each([
    ['a <iframe src="x"></iframe>', '1:3'],
    ['a <script>alert(1)</script>', '1:3'],
    ['a <b style="color: red">b</b>', '1:6'],
    ['a <b onclick="x()">b</b>', '1:6'],
    ['a <b\n  class="c"\n  id="d">b</b>', '2:3'],
    ['a <form>b</form>', '1:3'],
    ['a <object>b</object>', '1:3'],
    ['a <input type="text" />', '1:3'],
    ['a <q cite="javascript:x">b</q>', '1:6'],
    ['a <service-name>b</service-name>', '1:3'],
  ])('%s', (text, place) => {
    expect(faults(text, format)).toEqual([`${place} html-not-allowed`]);
    expect(shown(text, format)).not.toMatch(/<(?:iframe|script|form|object|input|service)|style|onclick|class|cite/);
  });

  test('a link that runs code is refused', () => {
    expect(faults('a <a href="javascript:x">b</a>', format)).toEqual(['1:6 link-address']);
    expect(faults('a <a href=" java\tscript:x">b</a>', format)).toEqual(['1:6 link-address']);
    expect(shown('a <a href="javascript:x">b</a>', format)).toBe('<p>a <a>b</a></p>');
  });

  test('each tag and attribute is reported at its own place, in a quote and in a list too', () => {
    const text = '> words\n> <div\n>   style="a">\n> x\n> </div>\n\n- a\n\n  <div foo="1">\n\n  b\n\n  </div>\n';
    expect(faults(text, format)).toEqual(['3:5 html-not-allowed', '9:8 html-not-allowed']);
  });

  test('old names and alignment become what they are today', () => {
    expect(shown('<p align="center">\na <tt>b</tt> <strike>c</strike>\n</p>', format).replaceAll('\n', '')).toBe(
      '<p class="align-center">a <code>b</code> <s>c</s></p>',
    );
  });

  test('nothing stands in a paragraph or a summary but words', () => {
    expect(shown('<summary>\nwords\n</summary>', format)).not.toContain('<p>');
  });
});

describe('HTML in .md alone', () => {
  test('an element may open in one place and close in another', () => {
    expect(shown('<details>\n\n- a\n\n</details>\n\nb', 'md')).toBe('<details><ul><li>a</li></ul></details><p>b</p>');
  });

  test('comments are nothing; what is like one is no way to lose words', () => {
    expect(shown('a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf', 'md')).toBe('<p>a  c</p><p>f</p>');
    expect(faults('a <?php b ?> c', 'md')).toEqual(['1:3 html-not-allowed']);
    expect(faults('a <![CDATA[b]]> c', 'md')).toEqual(['1:3 html-not-allowed']);
    expect(faults('a\n\n<!-- b\n\nc', 'md')).toEqual(['3:1 html-not-allowed']);
    expect(faults('<div\n\na', 'md')).toEqual(['1:1 html-not-allowed']);
  });

  test('braces, comparisons and addresses are text', () => {
    const text = 'a {b} <500ms <https://example.com> <a@b.c> import';
    expect(faults(text, 'md')).toEqual([]);
    expect(shown(text, 'md')).toBe(
      '<p>a {b} &#x3C;500ms <a href="https://example.com">https://example.com</a> <a href="mailto:a@b.c">a@b.c</a> import</p>',
    );
  });

  test('a component asks for .mdx', () => {
    const [problem] = compile('a\n\n<Timeline/>', 'md').problems;
    expect(problem).toMatchObject({ rule: 'html-not-allowed', position: { line: 3, column: 1 } });
    expect(problem?.hint).toContain('.mdx');
  });
});
