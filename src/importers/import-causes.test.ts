import { expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

const file = (text: string): Record<string, string> => ({ '2024-01-02-x.md': `# X\n\nLead.\n\n${text}` });

test.each([
  ['a short name alone', '## Root cause\n\nMissing index\n', ['missing-index']],
  ['a bold one', '## Root cause\n\n**Missing index**\n', ['missing-index']],
  ['short names in a list', '## Root causes\n\n- Missing index\n- Cold cache\n', ['missing-index', 'cold-cache']],
  [
    'a bold name and how it came to be',
    '## Root cause\n\n**Retry storm**: all clients at once.\n',
    [{ id: 'retry-storm', how: 'all clients at once.' }],
  ],
])('%s is a cause', async (_, text, causes) => {
  const { values, body } = (await imported(file(text))).of('2024-01-02-x.md');
  expect(values.causes).toEqual(causes);
  expect(body).toBe('');
});

test.each([
  ['a sentence', '## Root cause\n\nThe index was missing.\n'],
  ['a sentence of few words', '## Root cause\n\nDisk was full\n'],
  ['sentences in a list', '## Root cause\n\n- Missing index\n- We had not known of it\n'],
  ['two paragraphs', '## Root cause\n\nMissing index\n\nAnd a cold cache\n'],
])('%s names none: it stays in its place, and the report says so', async (_, text) => {
  const { values, body, report } = (await imported(file(text))).of('2024-01-02-x.md');
  expect(values).not.toHaveProperty('causes');
  expect(body).toBe(text.trim());
  expect(report.problems.map(({ message }) => message).join()).toContain('"Root cause" is prose');
});

test('names in bold are taken from among sentences, which stay', async () => {
  const { values, body } = (
    await imported(file('## Contributing factors\n\n- **No alarm**\n- Nobody had looked at it since May.\n'))
  ).of('2024-01-02-x.md');
  expect(values.factors).toEqual(['no-alarm']);
  expect(body).toContain('- Nobody had looked at it since May.');
});
