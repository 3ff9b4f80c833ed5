import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { RULE_BOOK } from '../archive/rule-book.ts';
import { archiveOf, postmortem } from './archive.ts';
import { cairn } from './in-process.ts';
import { makeContent } from './rule-fixtures.ts';

const guide = readFileSync(new URL('../guides/check-your-files.mdx', import.meta.url), 'utf8');
const shown = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-check-guide-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(rule: string, format: string): Promise<string> {
  const content = join(folder, rule, format);
  await makeContent(rule, 'wrong', content);
  return (await cairn(['check', '--content', content, '--format', format])).stdout;
}

test('the guide shows what the check prints, for people and for scripts', async () => {
  expect(shown('json')).toEqual([await check('unknown-service', 'json')]);
  expect(shown('text')).toEqual([(await check('unknown-service', 'pretty')).replace(/\n$/, '')]);
});

const documented = z.strictObject({
  version: z.literal(1),
  results: z.array(
    z.strictObject({
      file: z.string().regex(/^[^\\]+$/),
      line: z.int().min(1).nullable(),
      column: z.int().min(1).nullable(),
      rule: z.enum(Object.keys(RULE_BOOK)),
      severity: z.enum(['error', 'hint']),
      message: z.string().regex(/[^.]$/),
      hint: z.string().min(1).nullable(),
    }),
  ),
});

test.each(Object.keys(RULE_BOOK).filter((rule) => rule !== 'content-folder'))(
  'what is wrong with %s is printed as the guide says',
  async (rule) => {
    const printed = documented.parse(JSON.parse(await check(rule, 'json')));
    expect(printed.results.length).toBeGreaterThan(0);
    for (const { line, column } of printed.results) expect(line === null).toBe(column === null);
  },
);

test('the keys that the guide lists are those of the output', () => {
  const [, table = ''] = /### JSON\n[\s\S]*?\n(\| key[\s\S]*?)\n\n/.exec(guide) ?? [];
  const keys = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) => cell.match(/(?<=`)\w+(?=`)/g) ?? []);
  expect(keys).toEqual(Object.keys(documented.shape.results.element.shape));
});

test('the comments that the guide shows allow the words below them', async () => {
  const [yaml = ''] = shown('yaml');
  const [md = ''] = shown('md');
  const [mdx = ''] = shown('mdx');
  const { lines } = await archiveOf({
    'postmortems/one.md': postmortem(['resolved: 2024-03-01T12:00Z', ...yaml.trim().split('\n')], md),
    'postmortems/two.mdx': postmortem([], mdx),
  });
  expect(lines).toEqual([]);
});
