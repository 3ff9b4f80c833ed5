import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULE_BOOK } from './rule-book.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file),
);

test('every rule that the code names is in the book, and the book names no other', () => {
  const code = sources
    .filter((file) => !/rule-book|body.rules|left-out/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const named = new Set(
    [
      ...code.matchAll(
        /(?:rule|name): '([a-z0-9-]+)'|(?:problem|dead|report|error|hint)\([^()]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
      ),
    ].map(([, one, two]) => one ?? two),
  );
  const missing = [...named].filter((name) => name !== undefined && !(name in RULE_BOOK));
  expect(missing).toEqual([]);
  const unused = Object.keys(RULE_BOOK).filter((name) => !code.includes(`'${name}'`) && !name.endsWith('left-out'));
  expect(unused).toEqual([]);
});
