import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import { AROUND, written } from '../testing/written.ts';

let content: string;

const WHOLE = [
  'severity: SEV4',
  'summary: It broke for all.',
  'services: [shop]',
  'resolved: 2024-03-01T11:00Z',
  'causes: unknown',
  'mitigation: It was restarted.',
  'noActions: Nothing to be done.',
];

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-publish-'));
  await writeFiles(content, { 'services/shop.yaml': AROUND['services/shop.yaml'] });
});
afterEach(() => rm(content, { recursive: true }));

const publish = (...args: string[]) => cairn(['publish', '--content', content, '--as-of', '2024-03-02', ...args]);
const read = (file: string): Promise<string> => readFile(join(content, file), 'utf8');

describe('cairn publish', () => {
  test('sets the status and the day, and no other line; a second time it says so', async () => {
    const raw = postmortem(WHOLE);
    await writeFiles(content, { 'postmortems/it.md': raw });
    expect(await publish('it')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'postmortems/it.md is published, on 2024-03-02.\n',
    });
    const text = raw
      .replace('status: draft', 'status: published')
      .replace(/\n---\n\n/, '\npublished: 2024-03-02\n---\n\n');
    expect(await read('postmortems/it.md')).toBe(text);
    expect(await publish('it')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'postmortems/it.md is published already, on 2024-03-02.\n',
    });
    expect(await read('postmortems/it.md')).toBe(text);
    expect(await readdir(join(content, 'postmortems'))).toEqual(['it.md']);
  });

  test('with errors, lists all of them at the lines of the file as it is, and changes nothing', async () => {
    const raw = postmortem(['severity: SEV3', 'services: [shp]', 'published: 2024-03-02'], 'See [this](gone.md).\n');
    await writeFiles(content, { 'postmortems/it.md': raw, 'postmortems/other.md': postmortem('sumary: x') });
    const { exitCode, stdout, stderr } = await publish('it');
    expect(exitCode).toBe(1);
    const rules = ['dead-link', 'missing-for-status', 'severity-sections', 'unknown-service'];
    for (const rule of rules) expect(stdout).toContain(rule);
    expect(stdout).toContain('postmortems/it.md:10:5 dead-link');
    expect(stdout).not.toContain('other.md');
    expect(stderr).toMatch(/^postmortems\/it\.md stays as it is: \d errors\. Mend them and call this again\.\n$/);
    expect(await read('postmortems/it.md')).toBe(raw);
  });

  test('names places after a line that is to come as they are now', async () => {
    await writeFiles(content, {
      'postmortems/it.md': postmortem([...WHOLE, 'tags: [a]'], 'See [this](gone.md).\n').replace('status: draft\n', ''),
    });
    const lines = (await read('postmortems/it.md')).split('\n');
    const line = lines.findIndex((text) => text.startsWith('See')) + 1;
    expect((await publish('it')).stdout).toContain(`postmortems/it.md:${line}:5 dead-link`);
  });

  test('keeps the day that is there, takes another with --on, and no day to come', async () => {
    await writeFiles(content, {
      'postmortems/kept.md': postmortem([...WHOLE, 'published: 2024-03-01']),
      'postmortems/on.md': postmortem(WHOLE),
    });
    expect((await publish('kept')).stderr).toBe(
      'postmortems/kept.md is published. Its `published: 2024-03-01` was there and is kept.\n',
    );
    expect(await read('postmortems/kept.md')).toBe(
      postmortem([...WHOLE, 'published: 2024-03-01']).replace('status: draft', 'status: published'),
    );
    expect(await publish('on', '--on', '2024-03-03')).toMatchObject({ exitCode: 2 });
    expect((await publish('on', '--on', '2024-03-01')).stderr).toContain('published, on 2024-03-01');
  });

  test('with --review, sets that status alone, and may be told so twice', async () => {
    const raw = postmortem();
    await writeFiles(content, { 'postmortems/it.md': raw });
    expect(await publish('it', '--review')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('before it is published it needs'),
      stderr: 'postmortems/it.md is in review.\n',
    });
    expect(await read('postmortems/it.md')).toBe(raw.replace('status: draft', 'status: review'));
    expect(await publish('it', '--review')).toMatchObject({
      exitCode: 0,
      stderr: 'postmortems/it.md is in review already.\n',
    });
    expect(await publish('it', '--review', '--on', '2024-03-01')).toMatchObject({ exitCode: 2 });
  });

  test('takes a path, from here or below the content folder, and a folder that is the record', async () => {
    await writeFiles(content, { 'postmortems/2024/it/index.md': postmortem(WHOLE) });
    for (const path of ['postmortems/2024/it/index.md', 'postmortems/2024/it/', join(content, 'postmortems/2024/it')]) {
      expect((await publish(path, '--review')).stderr).toMatch(/^postmortems\/2024\/it\/index\.md is in review/);
    }
    expect((await publish(relative(process.cwd(), join(content, 'postmortems/2024/it')), '--review')).exitCode).toBe(0);
  });

  test.each([
    [['2024-it-brok'], 'there is no record 2024-it-brok (the nearest is `2024-it-broke`)'],
    [['xyz'], 'there is no record xyz'],
    [['postmortems/2024-it-brok.md'], 'the nearest is `2024-it-broke`'],
    [['services/shop.yaml'], 'services/shop.yaml is not read as such a record'],
    [['shop'], 'there is no record shop'],
    [['Bad Name'], 'is not read: the name of the file is the id'],
    [['twice'], 'twice is the id of postmortems/a/twice.md and postmortems/b/twice.md (name the file)'],
    [[tmpdir()], `${tmpdir()} is not below `],
    [[], 'name one postmortem'],
    [['a', 'b'], 'name one postmortem'],
    [['2024-it-broke', '--on', 'soon'], 'soon is no day'],
  ])('called wrongly (%j), ends with 2 and says how', async (args, message) => {
    await writeFiles(content, {
      'postmortems/2024-it-broke.md': postmortem(),
      'postmortems/Bad Name.md': postmortem(),
      'postmortems/a/twice.md': postmortem(),
      'postmortems/b/twice.md': postmortem(),
    });
    const { exitCode, stdout, stderr } = await publish(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each([
    ['---\ntitle: It broke\nstatus: [draft\n---\n', 'yaml-syntax'],
    ['---\ntitle: It broke\n', 'front-matter-unclosed'],
    ['\n', 'empty-file'],
    [Buffer.from('---\ntitle: Café\n---\n', 'latin1'), 'not-utf8'],
  ])('lists what is wrong with a file that cannot be read (%j)', async (raw, rule) => {
    await writeFiles(content, { 'postmortems/it.md': raw });
    const { exitCode, stdout, stderr } = await publish('it');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(rule);
    expect(stderr).toBe('Nothing was changed: postmortems/it.md has errors; mend them first.\n');
    expect(await readFile(join(content, 'postmortems/it.md'))).toEqual(Buffer.from(raw as string));
  });

  test('says so where a file is right and yet leaves no place for the line', async () => {
    const raw = postmortem(WHOLE).replace('status: draft', '? status');
    await writeFiles(content, { 'postmortems/it.md': raw });
    const { exitCode, stderr } = await publish('it');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('leaves no certain place for it; write `status: published` into it yourself');
    expect(await read('postmortems/it.md')).toBe(raw);
  });

  test('whatever the notation, the result is the same to the byte, and stands the check', async () => {
    await writeFiles(content, AROUND);
    await fc.assert(
      fc.asyncProperty(written, async ({ render, hasPublished }) => {
        await writeFiles(content, { 'postmortems/it.md': render() });
        expect(await publish('it')).toMatchObject({ exitCode: 0 });
        const text = render({ status: 'published', ...(!hasPublished && { published: '2024-03-02' }) });
        expect(await read('postmortems/it.md')).toBe(text);
        expect(await cairn(['check', '--content', content])).toMatchObject({ exitCode: 0 });
      }),
      { numRuns: 40 },
    );
  });
});
