import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { RULE_BOOK } from './rule-book.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file),
);

test('every rule that the code names is in the book, and the book names no other', () => {
  const code = sources
    .filter((file) => !/rule-book|body.rules|left-out|drafts/.test(file))
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

test('every rule has its page, and every page its rule: why, wrong, right', () => {
  const pages = new URL('../guides/rules/', import.meta.url);
  const names = readdirSync(pages).map((file) => file.replace(/\.mdx$/, ''));
  expect(names.sort()).toEqual(Object.keys(RULE_BOOK).sort());
  for (const name of names) {
    const { data, content } = matter(readFileSync(new URL(`${name}.mdx`, pages), 'utf8'));
    expect(data).toEqual({ title: name, summary: RULE_BOOK[name] });
    expect(content).toMatch(
      /^\n\S[\s\S]{40,}\n## Wrong\n\n```\w+\n[\s\S]*\n```\n\n## Right\n\n```\w+\n[\s\S]*\n```\n$/,
    );
  }
});
