import { expect, test } from 'vitest';
import { compile } from './trial.ts';

test('the words of a body stand without markup, one line a block', () => {
  const text = `# A *title*

Some **words**, \`code\` and
a [link](b.md).

- one
- two
  - three

| k | v |
|---|---|
| a | b |

\`\`\`sql title="The query"
select 1
  from t;
\`\`\`

<Callout title="Mind this">It *waits*.</Callout>

<FiveWhys><Why question="Why?">Because.</Why></FiveWhys>

one<br />two[^1]

[^1]: Note.
`;
  expect(compile(text).body.text.split('\n')).toEqual([
    'A title',
    'Some words, code and a link.',
    'one',
    'two',
    'three',
    'k v',
    'a b',
    'The query',
    'select 1',
    '  from t;',
    'Mind this',
    'It waits.',
    'Why?',
    'Because.',
    'one two',
    'Note.',
  ]);
});
