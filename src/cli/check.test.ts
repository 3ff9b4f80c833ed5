import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import * as executable from '../testing/site.ts';

let content: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-check-'));
  await writeFiles(content, {
    'good/postmortems/it.md': postmortem(),
    'hinted/postmortems/it.md': postmortem('detected: 2024-03-01T09:00Z'),
    'bad/postmortems/one.md': postmortem('serverity: SEV1'),
    'bad/postmortems/2024/two.md': postmortem('services: [nowhere]'),
  });
});
afterAll(() => rm(content, { recursive: true }));

const check = (...args: string[]) => cairn(['check', ...args]);
const good = (): string[] => ['--content', join(content, 'good')];
const hinted = (): string[] => ['--content', join(content, 'hinted')];
const bad = (): string[] => ['--content', join(content, 'bad')];

describe('cairn check', () => {
  test('ends with 0 where nothing is wrong, and prints nothing but talk', async () => {
    expect(await check(...good())).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '1 postmortem read: 0 errors, 0 hints.\n',
    });
  });

  test('ends with 0 where there are hints, unless they count', async () => {
    expect(await check(...hinted())).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('time-order') });
    expect(await check(...hinted(), '--strict')).toMatchObject({ exitCode: 1 });
  });

  test('ends with 1 where something is wrong, and says all of it', async () => {
    const { exitCode, stdout, stderr } = await check(...bad());
    expect(exitCode).toBe(1);
    expect(stdout).toContain('postmortems/2024/two.md:5:12 unknown-service');
    expect(stdout).toContain('5 | serverity: SEV1\n    | ^ error');
    expect(stderr).toBe('2 postmortems read: 2 errors, 0 hints.\n');
  });

  test('with paths, from here or below the content folder, speaks of them alone', async () => {
    for (const path of ['postmortems/2024', 'postmortems/2024/two.md', join(content, 'bad/postmortems/2024')]) {
      const { stdout } = await check(...bad(), path);
      expect(stdout).toContain('two.md');
      expect(stdout).not.toContain('one.md');
    }
  });

  test('for scripts, prints one JSON', async () => {
    const { exitCode, stdout } = await check(...bad(), '--format', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      results: [{ file: 'postmortems/2024/two.md', line: 5 }, { rule: 'unknown-key' }],
    });
  });

  test.each([
    [['--fromat', 'json'], 'there is no option --fromat (the nearest is `--format`)'],
    [['--format', 'xml'], 'there is no format xml (one of pretty, json, github, gitlab, sarif)'],
    [['--content', '/nowhere'], 'there is no folder /nowhere'],
    [['--as-of', '2024-02-30'], '2024-02-30 is no day'],
    [['nowhere.md'], 'there is no file nowhere.md'],
    [['--strict=yes'], 'cairn: '],
  ])('called wrongly (%j), ends with 2 and says how', async (args, message) => {
    const { exitCode, stdout, stderr } = await check(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('cairn', () => {
  test('lists its commands when asked', async () => {
    for (const args of [['help'], ['--help'], ['-h']]) {
      const { exitCode, stdout } = await cairn(args);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^ {2}check +every problem/m);
    }
  });

  test('and each command its options', async () => {
    for (const args of [
      ['check', '--help'],
      ['help', 'check'],
      ['check', 'x', '-h'],
    ]) {
      expect(await cairn(args)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--strict') });
    }
    expect(await cairn(['build', '--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--drafts'),
    });
  });

  test('ends with 2 for a command it does not have, or none', async () => {
    expect(await cairn(['chekc'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('the nearest is `check`'),
    });
    expect(await cairn(['constructor'])).toMatchObject({ exitCode: 2 });
    expect(await cairn([])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('Usage') });
  });

  test('is an executable that ends with the code of its command', async () => {
    expect(await executable.cairn(['check', ...bad()])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('unknown-key'),
    });
  });
});
