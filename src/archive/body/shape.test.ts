import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { compile, shown } from './trial.ts';

test('a table of more than three columns is as wide as it needs', () => {
  const tableOf = (html: string): string | undefined => /<table[^>]*>/.exec(html)?.[0];
  expect(tableOf(shown('| a | b | c |\n|---|---|---|'))).toBe('<table class="fits">');
  expect(tableOf(shown('| a | b | c | d |\n|---|---|---|---|'))).toBe('<table>');
  expect(tableOf(shown('<table><tr><td colspan="4">a</td></tr><tr><td>b</td></tr></table>', 'md'))).toBe('<table>');
});

test('a table stands in a box that scrolls, numbered, its columns named', () => {
  expect(shown('| a | b |\n|--:|---|\n| 1 | 2 |\n\n| c |\n|---|').replaceAll('\n', '')).toBe(
    '<section class="scroll" tabindex="0" aria-label="Table 1"><table class="fits"><thead><tr><th class="align-right" scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td class="align-right">1</td><td>2</td></tr></tbody></table></section><section class="scroll" tabindex="0" aria-label="Table 2"><table class="fits"><thead><tr><th scope="col">c</th></tr></thead></table></section>',
  );
});

test('tasks say whether they are done', () => {
  expect(shown('- [x] a\n- [ ] b')).toBe(
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> a</li><li class="task-list-item"><input type="checkbox" disabled aria-label="Not done"> b</li></ul>',
  );
});

test('what comments leave empty is gone', () => {
  expect(shown('a\n\n<!-- b -->\n\nc <!-- d -->', 'md')).toBe('<p>a</p><p>c </p>');
  expect(shown('{/* a */}')).toBe('');
});

test.each(['mdx', 'md'] as const)('what a body in .%s becomes is valid HTML', async (format) => {
  const text = `# A

Words *b* ~~c~~ \`d\`[^1] [e](#a) [f](g.md) https://h.i

> quoted

## J

| k | l |
|--:|:-:|
| 1 | 2 |

- [x] m
- [ ] n

1. o

   p

\`\`\`js title="q.js"
const q = {r: 1};
\`\`\`

<details>
<summary>s</summary>

<p align="center">
t<br />u
</p>

</details>

<table>
<thead>
<tr><th>v</th></tr>
</thead>
<tbody>
<tr><td>w <kbd>x</kbd></td></tr>
</tbody>
</table>

[^1]: y
`;
  const { body, problems } = compile(text, format);
  expect(problems).toEqual([]);
  const html = body.nodes.map((node) => (node.type === 'html' ? node.html : '')).join('');
  expect(html).toContain('<details>');
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
  const page = `<!DOCTYPE html>\n<html lang="en"><head><title>A</title></head><body><main><h1>B</h1>${html}</main></body></html>`;
  const report = await validator.validateString(page);
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${ruleId} ${message}`)),
  ).toEqual([]);
});
