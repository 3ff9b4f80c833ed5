import { expect, test } from 'vitest';
import { isSectionFor, sectionsOf } from './body-sections.ts';

const BODY = `Before.

## One ##

Text.

### Deeper

\`\`\`md
## In code
\`\`\`
~~~
## Too
\`\`\`
~~~

##  What went well
- x
#hashtag`;

test('a body falls into its sections, and loses nothing', () => {
  const { lead, sections } = sectionsOf(BODY);
  expect(sections.map(({ heading }) => heading)).toEqual(['One', 'What went well']);
  expect([...lead, ...sections.flatMap(({ lines }) => lines)].join('\n')).toBe(BODY);
});

test.each([
  ['wentWell', 'What went well', true],
  ['wentWell', 'Went well', true],
  ['timeline', '4. Timeline', true],
  ['Customer contact', 'customer-contact', true],
  ['lessons', 'What went well', false],
  ['Customer contact', 'Customers', false],
])('the section %s may stand under "%s": %s', (name, heading, expected) => {
  expect(isSectionFor(name, { heading, lines: [] })).toBe(expected);
});
