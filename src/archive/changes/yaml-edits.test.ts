import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../../testing/written.ts';
import { withEdits } from '../fixes/edits.ts';
import { closingEdits, statedActions } from './close-action.ts';
import { statedStatus, statusEdits } from './set-status.ts';
import { type YamlChange, yamlEdits } from './yaml-edits.ts';
import { openYaml } from './yaml-text.ts';

const ON = '2024-03-03';

/** A front matter with a change made; undefined where that is refused. */
const changed = (front: string, change: YamlChange): string | undefined => {
  const raw = `---\n${front}\n---\n`;
  const edits = yamlEdits(raw, 'md', [change]);
  return edits && withEdits(raw, edits).slice(4, -5);
};

describe('a value is set', () => {
  test.each([
    ['a: x', 'a: y'],
    ["a: 'x' # c", "a: 'y' # c"],
    ['a: "x"', 'a: "y"'],
    ['a: >-\n  x\nb: z', 'a: >-\n  y\nb: z'],
    ['a:', 'a: y'],
    ['{ a: x, b: z }', '{ a: y, b: z }'],
    ['{ b: z }', '{ b: z, a: y }'],
    ['{}', '{a: y}'],
    ['b: z', 'b: z\na: y'],
    ['b: |+\n  z\n\nc: x', 'b: |+\n  z\n\na: y\nc: x'],
    ['c: z # c', 'a: y\nc: z # c'],
    ['b:\n  d: [x]\n  e: |-\n    z\n\n# above\nc: x', 'b:\n  d: [x]\n  e: |-\n    z\na: y\n\n# above\nc: x'],
  ])('%j', (front, right) => {
    expect(changed(front, { set: ['a'], to: 'y', order: ['b', 'a', 'c'] })).toBe(right);
  });

  test('in quotes where it needs them', () => {
    expect(changed('a: x', { set: ['a'], to: 'y: z' })).toBe("a: 'y: z'");
    expect(changed('a: "x"', { set: ['a'], to: "it's" })).toBe('a: "it\'s"');
  });
});

test('what cannot be done with certainty is not done', () => {
  for (const front of ['a: [x', 'a: { b: c }', '? a', '- a', '', 'a: |\n  x\n  y\na: z']) {
    expect(changed(front, { set: ['a'], to: 'y' }), front).toBeUndefined();
  }
  expect(changed('a: x', { add: 'y', list: ['a'] })).toBeUndefined();
  const bomb = Array.from({ length: 20 }, (_, level) => `k${level + 1}: &k${level + 1} [*k${level}, *k${level}]`);
  expect(changed(`a: x\nk0: &k0 [x]\n${bomb.join('\n')}`, { set: ['a'], to: 'y' })).toBeUndefined();
  expect(yamlEdits('No front matter\n', 'md', [{ set: ['a'], to: 'y' }])).toBeUndefined();
});

describe('whatever the notation, the order, the comments and the line ends', () => {
  const readsAs = (raw: string): unknown => openYaml(raw, 'md')?.values;

  test('a status and a day change these lines and no other byte', () => {
    fc.assert(
      fc.property(written, ({ render, hasPublished }) => {
        const raw = render();
        const on = hasPublished ? undefined : ON;
        const edits = statusEdits(raw, 'md', { status: 'published', ...(on && { on }) });
        const text = withEdits(raw, edits ?? []);
        expect(text).toBe(render({ status: 'published', ...(on && { published: on }) }));
        expect(statedStatus(text, 'md')).toEqual({ status: 'published', published: on ?? '2024-03-02' });
        expect(withEdits(text, statusEdits(text, 'md', { status: 'published' }) ?? [])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('an action that is done changes its own lines and no other byte', () => {
    fc.assert(
      fc.property(written, ({ render }) => {
        const raw = render();
        const action = statedActions(raw, 'md')?.find(({ id }) => id === 'A1');
        const text = withEdits(raw, (action && closingEdits(raw, 'md', action, ON)) ?? []);
        expect(text).toBe(render({ done: ON }));
        expect(statedActions(text, 'md')?.find(({ id }) => id === 'A1')).toMatchObject({ status: 'done', closed: ON });
      }),
      { numRuns: 300 },
    );
  });

  test('an alias is added once, and every other value stays', () => {
    fc.assert(
      fc.property(written, ({ render }) => {
        const raw = render();
        const change = {
          add: 'former-id',
          list: ['aliases'],
          order: ['title', 'status', 'severity', 'summary', 'services', 'aliases'],
        };
        const text = withEdits(raw, yamlEdits(raw, 'md', [change]) ?? []);
        expect(text).toBe(render({ alias: 'former-id' }));
        expect(readsAs(text)).toEqual({ ...(readsAs(raw) as object), aliases: expect.arrayContaining(['former-id']) });
        expect(yamlEdits(text, 'md', [change])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
