import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { RULE_BOOK } from '../archive/rule-book.ts';
import { cairn } from './in-process.ts';
import { holdsLines, isMade, makeContent, RULE_FIXTURES, rulesWithFixtures, type Side } from './rule-fixtures.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-rules-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('every rule has its fixtures, and no fixtures are without a rule', () => {
  expect(rulesWithFixtures()).toEqual(Object.keys(RULE_BOOK).sort());
});

/** What `check` prints of a rule's fixture, the place of the folder aside. */
async function check(rule: string, side: Side): Promise<string> {
  const contentDir = join(folder, rule, side, 'content');
  const { stdout, stderr } = await cairn(['check', '--content', contentDir]);
  // Where there is no folder, the command was called wrongly: only a build that loses it sees the rule.
  return (existsSync(contentDir) ? stdout : stderr).replaceAll(contentDir, 'content');
}

/** The problems of a rule's fixture. */
async function judge(rule: string): Promise<Problem[]> {
  const contentDir = join(folder, rule, 'wrong', 'content');
  return (await readArchive({ contentDir, base: '/', drafts: false })).problems;
}

describe.each(Object.keys(RULE_BOOK).sort())('%s', (rule) => {
  beforeAll(async () => {
    for (const side of ['wrong', 'right'] as const) await makeContent(rule, side, join(folder, rule, side, 'content'));
  });

  test('speaks of what is wrong, and nothing else does', async () => {
    expect(new Set((await judge(rule)).map((problem) => problem.rule))).toEqual(new Set([rule]));
    await expect(await check(rule, 'wrong')).toMatchFileSnapshot(join(RULE_FIXTURES, rule, 'expected.txt'));
  });

  test('says nothing of what is right', async () => {
    expect(await check(rule, 'right')).toBe('');
  });

  test('shows on its page what was judged here', () => {
    const page = readFileSync(new URL(`../guides/rules/${rule}.mdx`, import.meta.url), 'utf8');
    for (const [, title = '', language = '', lines = ''] of page.matchAll(
      /^## (\w+)\n\n```(\w+)\n([\s\S]*?)\n?```\n(?=\n## |$(?![\s\S]))/gm,
    )) {
      if (isMade(rule) || language === 'text' || language === 'sh') continue;
      expect(holdsLines(rule, title.toLowerCase() as Side, lines), lines).toBe(true);
    }
  });
});
