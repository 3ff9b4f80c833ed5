import { describe, expect, test } from 'vitest';
import { codeFigure } from './code.ts';
import { compile, shown } from './trial.ts';

const LANGUAGES = [
  ...[
    'sql',
    'yaml',
    'json',
    'bash',
    'ini',
    'diff',
    'java',
    'go',
    'python',
    'typescript',
    'nginx',
    'dockerfile',
    'http',
  ],
  ...['properties', 'rust', 'ruby', 'php', 'xml', 'makefile'],
];
const SAMPLES: Record<string, string> = {
  diff: '- a\n+ b',
  http: 'GET / HTTP/1.1',
  nginx: 'listen 80;',
  xml: '<a b="c"/>',
  properties: 'a=1',
  ini: 'a=1',
  yaml: 'a: 1',
  makefile: 'a: b\n\techo $(C)',
  dockerfile: 'FROM node:24',
  bash: 'echo "a"',
};

test.each(LANGUAGES)('%s is coloured by classes', (language) => {
  const { body, problems } = compile(`\`\`\`${language}\n${SAMPLES[language] ?? 'return "a" + 1;'}\n\`\`\``);
  expect(problems).toEqual([]);
  expect(JSON.stringify(body.nodes)).toMatch(/class=\\"hljs-/);
  expect(JSON.stringify(body.nodes)).not.toContain('style');
});

describe('a block of code', () => {
  test('can be reached by keyboard and has its title as a caption', () => {
    expect(shown('```txt title="The log"\na <b> {c}\n```')).toBe(
      '<figure class="code"><figcaption>The log</figcaption><pre tabindex="0"><code class="language-txt">a &#x3C;b> {c}\n</code></pre></figure>',
    );
    expect(shown("```js title='a.js' {1}\n```")).toContain('<figcaption>a.js</figcaption>');
    expect(shown('    indented', 'md')).toBe(
      '<figure class="code"><pre tabindex="0"><code>indented\n</code></pre></figure>',
    );
  });

  test('of a language nobody knows, or a very long one, stays plain', () => {
    expect(shown('```klingon\nif (a) b\n```')).toContain('<code class="language-klingon">if (a) b\n</code>');
    expect(codeFigure('return 1;\n'.repeat(10_000), 'js', '').children).toHaveLength(1);
    expect(JSON.stringify(codeFigure('return 1;\n'.repeat(10_000), 'js', ''))).not.toContain('hljs');
  });

  test('of a difference keeps its signs', () => {
    expect(shown('```diff\n- a\n+ b\n```')).toContain(
      '<span class="hljs-deletion">- a</span><span class="hljs-addition">+ b</span>',
    );
  });

  test('written as HTML can be reached by keyboard too', () => {
    expect(shown('<pre>a</pre>', 'md')).toBe('<pre tabindex="0">a</pre>');
  });

  test('may not bring a class of its own', () => {
    expect(shown('```"><script>\na\n```', 'md')).not.toContain('<script');
  });
});
