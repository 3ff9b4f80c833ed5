import { describe, expect, test } from 'vitest';
import { isReserved, RESERVED_ANCHORS } from './anchors.ts';
import { compile, shown } from './trial.ts';

const ids = (text: string): string[] => compile(text, 'md', { lists: false }).body.headings.map(({ id }) => id);

test('the highest headings of a body are h2, the others keep their distance', () => {
  expect(shown('# A\n\n### B', 'md')).toBe('<h2 id="a">A</h2><h4 id="b">B</h4>');
  expect(shown('### A\n\n#### B', 'md')).toBe('<h2 id="a">A</h2><h3 id="b">B</h3>');
  expect(shown('# A\n\n###### B', 'md')).toBe('<h2 id="a">A</h2><h6 id="b">B</h6>');
  expect(compile('# A `b` *c*\n\n<h3>D</h3>', 'md').body.headings).toEqual([
    { depth: 2, id: 'a-b-c', text: 'A b c' },
    { depth: 4, id: 'd', text: 'D' },
  ]);
});

describe('ids', () => {
  test('are those of GitHub, counted where they repeat', () => {
    expect(ids('# What went wrong?\n\n# Été 漢字\n\n# A\n\n# A\n\n# !')).toEqual([
      'what-went-wrong',
      'été-漢字',
      'a',
      'a-1',
      'section',
    ]);
  });

  test('never clash with those of the page', () => {
    const text = [...RESERVED_ANCHORS, 'action-A1', 'user-content-fn-1', 'causes-h']
      .map((id) => `# ${id}`)
      .join('\n\n');
    const found = ids(`${text}\n\n# Timeline\n\n# timeline section\n\n<a id="facts">x</a> <a name="late">y</a>`);
    expect(found.filter(isReserved)).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    expect(shown('<a id="facts">x</a> <a name="late">y</a>', 'md')).toBe(
      '<p><a id="facts-section">x</a> <a id="late">y</a></p>',
    );
  });

  test('stay unique beside ids that somebody wrote', () => {
    expect(shown('<a id="a">x</a> <a id="a">y</a>\n\n# A', 'md')).toBe(
      '<p><a id="a">x</a> <a id="a-1">y</a></p><h2 id="a-2">A</h2>',
    );
  });

  test('are found by links that name the heading', () => {
    expect(shown('# Timeline\n\n[x](#timeline) [y](#facts)', 'md')).toBe(
      '<h2 id="timeline-section">Timeline</h2><p><a href="#timeline-section">x</a> <a href="#facts">y</a></p>',
    );
  });
});

test('notes lead there and back, under a heading of their own that is no heading of the body', () => {
  const { body, problems } = compile('### A\n\nb[^n] c[^n]\n\n[^n]: The *note*.', 'md');
  expect(problems).toEqual([]);
  expect(body.headings).toHaveLength(1);
  const html = shown('b[^n]\n\n[^n]: The *note*.', 'md');
  expect(html).toContain('<a href="#user-content-fn-n" id="user-content-fnref-n"');
  expect(html).toContain('<h2 class="vh" id="footnote-label">Footnotes</h2>');
  expect(html).toContain('<li id="user-content-fn-n">');
  expect(body.text).toBe('A\nb c\nThe note.');
});
