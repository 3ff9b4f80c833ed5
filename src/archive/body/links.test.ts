import { describe, expect, test } from 'vitest';
import { compile, faults, shown } from './trial.ts';

describe.each(['mdx', 'md'] as const)('links in .%s', (format) => {
  test('addresses stay, links to files lead to their pages', () => {
    const text = '[a](https://x.y) [b](mailto:b@x.y) [c](../d.md#e) [f][g] https://h.i www.j.k\n\n[g]: ./g%20h.md "T"';
    expect(faults(text, format)).toEqual([]);
    expect(shown(text, format)).toBe(
      '<p><a href="https://x.y">a</a> <a href="mailto:b@x.y">b</a> <a href="/kb/../d.md#e">c</a> <a title="T" href="/kb/./g h.md">f</a> <a href="https://h.i">https://h.i</a> <a href="http://www.j.k">www.j.k</a></p>',
    );
  });

  test('a link to what this build leaves out goes with its words', () => {
    const text =
      '## See [the *outage*](hidden.md "of May")\n\n[a](hidden.md) <a href="hidden.md">b <b>c</b></a> d\n\n[e][f]\n\n[f]: hidden.md';
    expect(faults(text, format)).toEqual([
      '(1:8 link-to-absent)',
      `(3:1 link-to-absent)`,
      '(3:19 link-to-absent)',
      '(5:1 link-to-absent)',
    ]);
    const { body } = compile(text, format);
    expect(JSON.stringify(body)).not.toMatch(/hidden|outage|May|<b>/);
    expect(body.headings).toEqual([
      { depth: 2, id: 'see-an-incident-not-shown-here', text: 'See an incident not shown here' },
    ]);
    expect(body.text).toContain('an incident not shown here an incident not shown here d');
  });

  test.each([
    ['[a](dead.md)', '1:1 dead-link'],
    ['b [a](/incidents/x/)', '1:3 link-address'],
    ['[a](//x.y)', '1:1 link-address'],
    ['[a](javascript:alert)', '1:1 link-address'],
    ['[a](ftp://x.y)', '1:1 link-address'],
    ['[a](data:text/html,x)', '1:1 link-address'],
    ['[a]()', '1:1 link-address'],
    ['- *b [a](vbscript:x)*', '1:6 link-address'],
  ])('%s', (text, fault) => {
    expect(faults(text, format)).toEqual([fault]);
    expect(shown(text, format)).not.toContain('href');
  });

  test('a link within the text leads to a heading or an id of it', () => {
    const text = '# Été\n\n## A b\n\n## A b\n\n<a id="c">d</a> [1](#été) [2](#a-b) [3](#a-b-1) [4](#c) [5](#)';
    expect(faults(text, format)).toEqual([]);
    const [problem] = compile('# A heading\n\n[x](#a-headin)', format).problems;
    expect(problem).toMatchObject({ rule: 'link-fragment', position: { line: 3, column: 1 } });
    expect(problem?.hint).toContain('`a-heading`');
  });

  test('a link to an action of the same record is judged as one from outside', () => {
    const link = (href: string) =>
      href === `a.${format}#action-A1`
        ? { href: '/kb/a/#action-A1' }
        : { problem: { rule: 'dead-link', message: href } };
    expect(shown('[x](#action-A1)', format, { link })).toBe('<p><a href="#action-A1">x</a></p>');
    expect(faults('[x](#action-A2)', format, { link })).toEqual(['1:1 dead-link']);
  });
});
