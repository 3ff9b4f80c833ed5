import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Files, postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import { AROUND, written } from '../testing/written.ts';

let content: string;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-rename-'));
});
afterEach(() => rm(content, { recursive: true }));

const rename = (...args: string[]) => cairn(['rename', ...args, '--content', content]);

/** Every file below the content folder, with what it holds. */
async function filesOf(): Promise<Files> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(
    async (path): Promise<[string, string]> => [path.slice(content.length + 1), await readFile(path, 'utf8')],
  );
  return Object.fromEntries(await Promise.all(read));
}

/** What the check says of the archive: every rule and message, wherever. */
async function problems(): Promise<string[]> {
  const { stdout } = await cairn(['check', '--content', content, '--format', 'json']);
  const results = JSON.parse(stdout).results as { severity: string; rule: string; message: string }[];
  return results.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`).sort();
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** An archive in which a postmortem is named in every way, under one id or another, in one year or another. */
const around = (id: string, year: string): Files => ({
  'site.yaml': `startHere:\r\n  - other   # first\r\n  - '${id}'\r\n`,
  'postmortems/2024/other.mdx': postmortem(
    [
      'status: review',
      `summary: "As \\"then\\": [there](../${year}/${id}.md#action-A1), \u{1F534} ${id}#A1"`,
      `related: [ "${id}" ,third]`,
      `recurrenceOf: ${id} # the same`,
      'actions:',
      `  - { id: A1, what: 'See ${id}#A1.', ticket: ${id}#A1 }`,
      'source: { file: 2024-03-01-old.md }',
    ],
    [
      `[a](./../${year}/${id}.md) [b](<../${year}/${id}.md> "t") [c][c] <a href="../${year}/${id}.md#x">d</a>`,
      '',
      `Run \`cairn action done ${id}#A1\`; 2024-03-01-old-house#A1 and the file 2024-03-01-old.md are others.`,
      '',
      '![e](../2024/pic.svg)',
      '',
      `[c]: ../${year}/${id}.md`,
      '',
    ]
      .join('\n')
      .replace(`./../${year}/`, year === '2024' ? './../2024/' : `../${year}/`),
  ),
  'postmortems/2024/third.md': postmortem('status: review'),
  'postmortems/2024/pic.svg': SVG,
  'causes/pool.md': `---\nname: Pool\n---\n\n[a](../postmortems/${year}/${id}.md)\n`,
  'guides/g.mdx': `---\ntitle: G\nsummary: See [a](../postmortems/${year}/${id}.md).\n---\n`,
});

const own = (id: string, year: string): string => {
  const start = '2024-03-01T09:00Z';
  const here = year === '2024' ? '' : '../2024/';
  return postmortem(
    [
      `status: review`,
      ...(id === '2024-03-01-old' ? [] : ['aliases: [2024-03-01-old]']),
      `started: ${start}`,
      'actions:',
      '  - { id: A1, what: x }',
    ],
    `[o](${here}other.mdx) ![p](${here || './'}pic.svg) [c](../../causes/pool.md) [self](${id}.md#action-A1) ${id}#A1\n`,
  );
};

const archive = (id: string, year: string): Files => ({
  ...around(id, year),
  [`postmortems/${year}/${id}.md`]: own(id, year),
});

describe('cairn rename', () => {
  test('moves the file, leaves the alias, mends what names it, and no other byte; the check finds nothing new', async () => {
    await writeFiles(content, archive('2024-03-01-old', '2024'));
    const before = await problems();
    expect(before.filter((problem) => !problem.startsWith('hint missing-for-status'))).toEqual([]);
    expect(await rename('2024-03-01-old', '2024-03-01-new')).toEqual({
      exitCode: 0,
      stdout: `${join(content, 'postmortems/2024/2024-03-01-new.md')}\n`,
      stderr: '2024-03-01-old is 2024-03-01-new now, and so it is called in 4 other files.\n',
    });
    expect(await filesOf()).toEqual(archive('2024-03-01-new', '2024'));
    expect(await problems()).toEqual(before);
  });

  test('to another year, goes to its folder, with links and pictures that still lead where they led', async () => {
    await writeFiles(content, archive('2024-03-01-old', '2024'));
    const before = await problems();
    expect(await rename('2024-03-01-old', '2023-03-01-new')).toMatchObject({ exitCode: 0 });
    expect(await filesOf()).toEqual(archive('2023-03-01-new', '2023'));
    expect(await problems()).toEqual(before);
  });

  test('and back again, by which the alias that it was makes room', async () => {
    await writeFiles(content, archive('2024-03-01-old', '2024'));
    await rename('2024-03-01-old', '2023-03-01-new');
    expect(await rename('2023-03-01-new', '2024-03-01-old')).toMatchObject({ exitCode: 0 });
    const { 'postmortems/2024/2024-03-01-old.md': file } = await filesOf();
    expect(file).toContain('aliases: [2023-03-01-new]');
    expect(await readdir(join(content, 'postmortems'))).toEqual(['2024']);
  });

  test('takes the folder that a record shares with its pictures, by id or by path', async () => {
    const files = (id: string, alias: string[] = []): Files => ({
      [`postmortems/${id}/index.mdx`]: postmortem(
        ['status: draft', ...alias, 'started: 2024-03-01T10:00Z'],
        '![a](pic.svg)\n\n<Figure src="./pic.svg" alt="b" />\n',
      ),
      [`postmortems/${id}/pic.svg`]: SVG,
      [`postmortems/${id}/README.md`]: 'Notes.\n',
      'postmortems/deep er/other.md': postmortem(
        '',
        `[a](../${id}/index.mdx) ![b](<../${id}/pic.svg>) [c](<../deep er/third.md>) <img src="../${id}/pic.svg" alt="d">\n`,
      ),
      'postmortems/deep er/third.md': postmortem('', `[a](../deep%20er/other.md) [b](../${id}/index.mdx)\n`),
    });
    await writeFiles(content, files('2024-03-01-old'));
    expect(await problems()).toEqual([]);
    expect(await rename('2024-03-01-old', '2024-03-01-new')).toMatchObject({
      exitCode: 0,
      stdout: `${join(content, 'postmortems/2024-03-01-new/index.mdx')}\n`,
    });
    expect(await filesOf()).toEqual(files('2024-03-01-new', ['aliases: [2024-03-01-old]']));
    expect(await problems()).toEqual([]);
    expect(await rename('postmortems/deep er/other.md', 'another')).toMatchObject({ exitCode: 0 });
    expect((await filesOf())['postmortems/deep er/third.md']).toContain('[a](../deep%20er/another.md)');
    expect(await problems()).toEqual([]);
  });

  test('a cause, a factor, a service, a team and a guide are renamed the same way', async () => {
    const files = (to: (id: string) => string): Files => ({
      'postmortems/it.md': postmortem(
        [
          `services: [${to('shop')}, b]`,
          `owner: ${to('core')}`,
          `causes: [{ id: ${to('pool')}, how: x }]`,
          `factors:\n  - id: ${to('late')}\n  - '${to('pool')}'`,
          `causeChain:\n  - { step: a, cause: ${to('pool')}, consequence: b, prevention: c }`,
          `actions:\n  - { id: A1, what: x, owner: ${to('core')}, addresses: [${to('late')}, ${to('pool')}] }`,
          'tags: [pool, late, shop, core]',
        ],
        `[p](../causes/${to('pool')}.md) and [g](../guides/${to('how')}.mdx) of the shop\n`,
      ),
      [`causes/${to('pool')}.md`]: `---\nname: Pool${to('pool') === 'pool' ? '' : '\naliases: [pool]'}\nrelated: [${to('late')}]\n---\n`,
      [`factors/${to('late')}.md`]: `---\nname: Late${to('late') === 'late' ? '' : '\naliases: [late]'}\nrelated: ["${to('pool')}"]\n---\n`,
      [`services/${to('shop')}.yaml`]: `name: Shop\nteam: ${to('core')}`,
      'services/b.yaml': `name: B\nteam: '${to('core')}' # c\n`,
      [`teams/${to('core')}.yaml`]: 'name: Core\n',
      'teams/shop.yaml': 'name: Shop\n',
      [`guides/${to('how')}.mdx`]: '---\ntitle: How\nsummary: How.\n---\n',
    });
    await writeFiles(
      content,
      files((id) => id),
    );
    const before = await problems();
    expect(before.filter((problem) => problem.startsWith('error'))).toEqual([]);
    for (const id of ['pool', 'late', 'core', 'how']) {
      expect(await rename(id, `${id}-2`)).toMatchObject({
        exitCode: 0,
        stderr: expect.stringContaining('old address'),
      });
    }
    expect(await rename('shop', 'shop-2')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('name the file'),
    });
    expect(await rename('services/shop.yaml', 'shop-2')).toMatchObject({ exitCode: 0 });
    expect(await filesOf()).toEqual(files((id) => `${id}-2`));
    expect(await problems()).toEqual(before);
  });

  test('refuses a file that names it and cannot be read, and a change that would break something', async () => {
    const files = { ...archive('2024-03-01-old', '2024'), 'causes/bad.md': '---\nname: [x\n---\n2024-03-01-old\n' };
    await writeFiles(content, files);
    const { exitCode, stdout, stderr } = await rename('2024-03-01-old', '2024-03-01-new');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('causes/bad.md:');
    expect(stderr).toBe('Nothing was changed: causes/bad.md has errors; mend them first.\n');
    expect(await filesOf()).toEqual(files);

    // The backslash is no part of the address, and hides the id in it: the link would be dead.
    const hidden = { ...files, 'causes/bad.md': '---\nname: x\n---\n\n[a](../postmortems/2024/2024-03\\-01-old.md)\n' };
    await writeFiles(content, hidden);
    expect(await rename('2024-03-01-old', '2024-03-01-new')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('causes/bad.md:5:1 dead-link'),
      stderr: 'Nothing was changed: these errors would be new. Mend those places by hand first.\n',
    });
    expect(await filesOf()).toEqual(hidden);
  });

  test('what a postmortem restricted or a draft says is mended too', async () => {
    await writeFiles(content, {
      'postmortems/old.md': postmortem(),
      'postmortems/a.md': postmortem(['visibility: restricted', 'status: published', 'related: [old]']),
      'postmortems/b.md': postmortem('related: [old]'),
    });
    await rename('old', 'new');
    const { 'postmortems/a.md': a, 'postmortems/b.md': b } = await filesOf();
    expect([a, b].every((text) => String(text).includes('related: [new]'))).toBe(true);
  });

  test.each([
    [['old', 'other'], 'other is the id of postmortems/other.md (choose another id)'],
    [['old', 'inc-1'], 'inc-1 is an alias of postmortems/other.md'],
    [['pool', 'late'], 'late is the id of factors/late.md'],
    [
      ['old', 'Not an id'],
      'is no id: lower-case words and digits joined by hyphens, at most 80 characters (write not-an-id)',
    ],
    [['old', 'busy'], 'there is postmortems/busy.md already'],
    [['olt', 'new'], 'there is no record olt (the nearest is `old`)'],
    [['site', 'new'], 'there is no record site'],
    [['old'], 'name a record and its new id'],
    [['old', 'new', 'newer'], 'name a record and its new id'],
  ])('called wrongly (%j), ends with 2, says how, and changes nothing', async (args, message) => {
    const files: Files = {
      'site.yaml': 'name: x\n',
      'postmortems/old.md': postmortem(),
      'postmortems/other.md': postmortem('aliases: [INC-1]'),
      'postmortems/busy.md/x.md': postmortem(),
      'causes/pool.md': '---\nname: Pool\n---\n',
      'factors/late.md': '---\nname: Late\n---\n',
    };
    await writeFiles(content, files);
    const { exitCode, stdout, stderr } = await rename(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(await filesOf()).toEqual(files);
  });

  test('to its own id, says so', async () => {
    await writeFiles(content, { 'postmortems/old.md': postmortem() });
    expect(await rename('old', 'old')).toMatchObject({
      exitCode: 0,
      stderr: 'postmortems/old.md has that id already.\n',
    });
  });

  test('whatever the notation, mends what names it and adds the alias, and no other byte', async () => {
    const { 'postmortems/other.md': other, ...beside } = AROUND;
    await writeFiles(content, beside);
    await fc.assert(
      fc.asyncProperty(written, async ({ render }) => {
        await rm(join(content, 'postmortems'), { recursive: true, force: true });
        await writeFiles(content, { 'postmortems/a.md': render(), 'postmortems/other.md': other });
        const before = await problems();
        expect(before.filter((problem) => problem.startsWith('error'))).toEqual([]);
        expect(await rename('other', 'b')).toMatchObject({ exitCode: 0 });
        expect(await rename('a', 'c')).toMatchObject({ exitCode: 0 });
        expect(await filesOf()).toEqual({
          ...beside,
          'postmortems/b.md': other.replace('started', 'aliases: [other]\nstarted'),
          'postmortems/c.md': render({ alias: 'a', cites: 'b' }),
        });
        expect(await problems()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
