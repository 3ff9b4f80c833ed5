import { describe, expect, test } from 'vitest';
import { LIST_FIELDS } from '../../model/postmortem.ts';
import { COMPONENTS, LIST_COMPONENTS } from './components.ts';
import { listFieldOf } from './list-headings.ts';
import { compile, faults, shown } from './trial.ts';

describe('headings of lists', () => {
  test.each([
    ['Timeline', 'timeline'],
    ['4. Timeline', 'timeline'],
    ['IV. timeline:', 'timeline'],
    ['2.1) TIMELINE', 'timeline'],
    ['Validation', 'validation'],
    ['How recovery was confirmed', 'validation'],
    ['Corrective and preventative measures', 'measures'],
    ['What went  well', 'wentWell'],
    ['What could be improved', 'wentBadly'],
    ['What went wrong?', 'wentBadly'],
    ['Where we got lucky', 'gotLucky'],
    ['What surprised us', 'surprises'],
    ['Lessons Learned', 'lessons'],
    ['What we learned', 'lessons'],
  ])('%s', (heading, field) => {
    expect(listFieldOf(heading)).toBe(field);
  });

  test.each(['Timeline of the fix', 'A timeline', 'Went', '', '4.', 'Timeline (UTC)'])('not: %s', (heading) => {
    expect(listFieldOf(heading)).toBeUndefined();
  });

  test('each list has a component that shows it', () => {
    for (const field of LIST_FIELDS) expect(COMPONENTS[LIST_COMPONENTS[field]]?.field).toBe(field);
  });
});

describe.each(['mdx', 'md'] as const)('lists of facts in .%s', (format) => {
  test('a list under the heading of its name is a fact, and its component stands in its place', () => {
    const text =
      '# 5. What went well\n\nWe think:\n\n- The *alert* [fired](a.md)\n  at once\n- `b`\n\nAfter it.\n\n## c\n\n- d\n';
    const { lists, listPositions, problems, body } = compile(text, format);
    expect(problems).toEqual([]);
    expect(lists).toEqual({
      wentWell: [
        { text: 'The *alert* [fired](/kb/a.md) at once', position: { line: 5, column: 3 } },
        { text: '`b`', position: { line: 7, column: 3 } },
      ],
    });
    expect(listPositions).toEqual({ wentWell: { line: 5, column: 1 } });
    expect(body.components).toEqual(['WentWell']);
    expect(shown(text, format)).toBe(
      '<h2 id="5-what-went-well">5. What went well</h2><p>We think:</p><WentWell field="wentWell"></WentWell><p>After it.</p><h3 id="c">c</h3><ul><li>d</li></ul>',
    );
    expect(body.text).not.toContain('fired');
  });

  test('a numbered list counts, and one with empty lines between its items', () => {
    expect(compile('# Lessons\n\n1. a\n2. b', format).lists.lessons?.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(compile('# Lessons\n\n* a\n\n* b', format).lists.lessons?.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('only postmortems have such lists', () => {
    const { lists, body } = compile('# Lessons\n\n- a', format, { lists: false });
    expect(lists).toEqual({});
    expect(body.components).toEqual([]);
    expect(body.text).toBe('Lessons\na');
  });

  test.each([
    ['items with further items', '# Lessons\n\n- a\n  - b'],
    ['items of two paragraphs', '# Lessons\n\n- a\n\n  b'],
    ['items with code', '# Lessons\n\n- a\n\n      b'],
    ['items with a note', '# Lessons\n\n- a[^1]\n\n[^1]: b'],
    ['tasks', '# Lessons\n\n- [x] a'],
    ['empty items', '# Lessons\n\n-\n- a'],
    ['two lists', '# Lessons\n\n- a\n\nb\n\n1. c'],
    ['something else before the list', '# Lessons\n\n> a\n\n- b'],
    ['a section further down', '# Lessons\n\n## More\n\n- a'],
    ['a list of another depth', '> # Lessons\n>\n> - a'],
  ])('%s stay prose', (_, text) => {
    const { lists, body, problems } = compile(text, format);
    expect(lists).toEqual({});
    expect(problems).toEqual([]);
    expect(body.text).toMatch(/\ba\b/);
  });

  test('of two lists of one name the first counts', () => {
    const { lists, body } = compile('# Lessons\n\n- a\n\n# What we learned\n\n- b', format);
    expect(lists.lessons).toHaveLength(1);
    expect(body.text).toContain('b');
  });

  test('links in items are judged and rewritten at their places, also those whose address stands elsewhere', () => {
    const text = '# Lessons\n\n- a\n- b [c](dead.md)\n  and\n  [d][e] [f](hidden.md) [e]\n\n[e]: g.md';
    expect(faults(text, format)).toEqual(['4:5 dead-link', '(6:10 link-to-absent)']);
    expect(compile(text, format).lists.lessons?.[1]?.text).toBe(
      'b c and [d](/kb/g.md) an incident not shown here [e](/kb/g.md)',
    );
  });
});

describe('timelines', () => {
  test('an item is its time, perhaps its kind, and what happened', () => {
    const text = `## Timeline

- 15:30 Alert fired
- **15:40** – (false-lead) Scaled out
- 2024-03-01T15:50+01:00: rolled back
- 2024-03-01 16:00 - (recovery): done
- \`16:05:30\` [Closed](a.md)
`;
    const { lists, problems, body } = compile(text);
    expect(problems).toEqual([]);
    expect(lists.timeline?.map(({ at, kind, text: words }) => [at, kind, words])).toEqual([
      ['15:30', undefined, 'Alert fired'],
      ['15:40', 'false-lead', 'Scaled out'],
      ['2024-03-01T15:50+01:00', undefined, 'rolled back'],
      ['2024-03-01 16:00', 'recovery', 'done'],
      ['16:05:30', undefined, '[Closed](/kb/a.md)'],
    ]);
    expect(body.components).toEqual(['Timeline']);
  });

  test('a list that does not start with a time is prose', () => {
    for (const first of ['At 15:30 the alert fired', '3:30 pm alert', '15:30–15:40 alert', '15:30', 'Monday: alert']) {
      const { lists, problems, body } = compile(`## Timeline\n\n- ${first}\n- 15:50 b`);
      expect(lists).toEqual({});
      expect(problems).toEqual([]);
      expect(body.text).toContain(first);
    }
  });

  test('an item without a time among others that have one is a mistake', () => {
    expect(faults('## Timeline\n\n- 15:30 a\n-   then b\n- 15:50 c\n- 16:00')).toEqual([
      '4:5 timeline-item',
      '6:3 timeline-item',
    ]);
    expect(compile('## Timeline\n\n- 15:30 a\n- then b').lists.timeline).toHaveLength(1);
  });

  test('times that would be read as others are not read, with a hint', () => {
    expect(faults('## Timeline\n\n- 15:30 UTC a')).toEqual(['(3:1 timeline-item)']);
    expect(compile('## Timeline\n\n- 15:30 UTC a').lists).toEqual({});
    expect(faults('## Timeline\n\n- 15:30 a\n- 15:40 CET b')).toEqual(['4:3 timeline-item']);
    expect(compile('## Timeline\n\n- 2024-03-01 15:30 +01:00 a').lists).toEqual({});
  });

  test('a timeline that is more than one plain list says why it is not read', () => {
    expect(faults('## Timeline\n\n- 15:30 a\n  - b')).toEqual(['(3:1 timeline-item)']);
    expect(faults('## Timeline\n\n- 15:30 a\n\nNext day\n\n- 09:00 b')).toEqual(['(3:1 timeline-item)']);
  });
});
