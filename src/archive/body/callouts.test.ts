import { describe, expect, test } from 'vitest';
import { compile, faults, shown } from './trial.ts';

describe.each(['mdx', 'md'] as const)('callouts in .%s', (format) => {
  test.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'note'])('[!%s]', (mark) => {
    expect(shown(`> [!${mark}]\n> **a** b\n>\n> - c`, format)).toBe(
      `<Callout kind="${mark.toLowerCase()}"><p><strong>a</strong> b</p><ul><li>c</li></ul></Callout>`,
    );
  });

  test('the mark may be a paragraph of its own, or end in blanks', () => {
    expect(shown('> [!NOTE]\n>\n> a', format)).toBe('<Callout kind="note"><p>a</p></Callout>');
    expect(shown('> [!NOTE]  \n> a', format)).toBe('<Callout kind="note"><p>a</p></Callout>');
  });

  test('what only looks like one stays a quote, with a hint', () => {
    expect(faults('a\n\n> [!NOTE] b', format)).toEqual(['(3:3 callout-kind)']);
    expect(faults('> [!NOTE] **b**', format)).toEqual(['(1:3 callout-kind)']);
    expect(compile('> [!WARN]\n> b', format).problems[0]?.hint).toContain('`warning`');
    expect(shown('> [!NOTE] b', format)).toBe('<blockquote><p>[!NOTE] b</p></blockquote>');
    expect(shown('> a [!NOTE]', format)).toBe('<blockquote><p>a [!NOTE]</p></blockquote>');
  });

  test('they stand in each other and count as components', () => {
    const { body } = compile('> [!TIP]\n> a\n>\n> > [!NOTE]\n> > b', format);
    expect(body.components).toEqual(['Callout']);
    expect(body.text).toBe('a\nb');
  });
});
