import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import { AROUND, written } from '../testing/written.ts';

let content: string;

const ACTIONS = [
  'actions:',
  '  - { id: A1, what: "Alert, now", status: open } # c',
  '  - id: A2',
  '    what: Other',
  "    status: 'wont-do'",
  '    reason: Too dear.',
  '    opened: 2024-03-02',
  '  - id: A3',
  '    what: Third',
  '    status: done',
  '    closed: 2024-03-03',
  '  - id: A4',
  '    what: Fourth',
  '    status: done',
];
const RAW = postmortem(ACTIONS);

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-action-'));
  await writeFiles(content, { 'postmortems/2024-it-broke.md': RAW });
});
afterEach(() => rm(content, { recursive: true }));

const action = (...args: string[]) => cairn(['action', ...args, '--content', content, '--as-of', '2024-03-09']);
const read = (): Promise<string> => readFile(join(content, 'postmortems/2024-it-broke.md'), 'utf8');

describe('cairn action done', () => {
  test('changes the lines of that action alone, in a flow map', async () => {
    expect(await action('done', '2024-it-broke#A1')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '2024-it-broke#A1 is done, closed on 2024-03-09.\n',
    });
    expect(await read()).toBe(RAW.replace('status: open }', 'status: done, closed: 2024-03-09 }'));
  });

  test('takes the path of the file too', async () => {
    expect(await action('done', 'postmortems/2024-it-broke.md#A1')).toMatchObject({
      exitCode: 0,
      stderr: '2024-it-broke#A1 is done, closed on 2024-03-09.\n',
    });
  });

  test('and in lines, in the quotes that are there, on another day', async () => {
    expect(await action('done', '2024-it-broke#A2', '--on', '2024-03-05')).toMatchObject({ exitCode: 0 });
    expect(await read()).toBe(RAW.replace("status: 'wont-do'", "status: 'done'\n    closed: 2024-03-05"));
  });

  test('says so where it is done, and asks for the day where nobody said one', async () => {
    expect(await action('done', '2024-it-broke#A3', '--on', '2024-03-05')).toMatchObject({
      exitCode: 0,
      stderr: '2024-it-broke#A3 is done already, since 2024-03-03.\n',
    });
    expect(await action('done', '2024-it-broke#A4')).toMatchObject({
      exitCode: 0,
      stderr: '2024-it-broke#A4 is done already, and does not say since when: name the day with --on DATE.\n',
    });
    expect(await read()).toBe(RAW);
    expect(await action('done', '2024-it-broke#A4', '--on', '2024-03-05')).toMatchObject({ exitCode: 0 });
    expect(await read()).toBe(RAW.replace(/status: done\n---/, 'status: done\n    closed: 2024-03-05\n---'));
  });

  test('refuses a day before it was opened, and changes nothing; errors elsewhere do not matter', async () => {
    const raw = RAW.replace('status: draft', 'status: draft\nsumary: x');
    await writeFiles(content, { 'postmortems/2024-it-broke.md': raw });
    const { exitCode, stdout, stderr } = await action('done', '2024-it-broke#A2', '--on', '2024-03-01');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('it was closed on 2024-03-01, before it was opened on 2024-03-02');
    expect(stdout).not.toContain('unknown-key');
    expect(stderr).toBe('2024-it-broke#A2 stays as it is: 1 error.\n');
    expect(await read()).toBe(raw);
    expect(await action('done', '2024-it-broke#A2')).toMatchObject({ exitCode: 0 });
  });

  test('lists what is wrong with a file that cannot be read', async () => {
    const raw = RAW.replace('{ id: A1,', '[ id: A1,');
    await writeFiles(content, { 'postmortems/2024-it-broke.md': raw });
    const { exitCode, stdout } = await action('done', '2024-it-broke#A1');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('yaml-');
    expect(await read()).toBe(raw);
  });

  test.each([
    [['done', '2024-it-broke#a3'], 'has no action a3 (the nearest is `A3`)'],
    [['done', '2024-it-broke#zzz'], 'has no action zzz (it has A1, A2, A3, A4)'],
    [['done', '2024-it-brok#A1'], 'there is no record 2024-it-brok (the nearest is `2024-it-broke`)'],
    [['done', '2024-it-broke'], 'name one action (cairn action done <id>#<action>)'],
    [['done'], 'name one action'],
    [['undo', '2024-it-broke#A1'], 'there is no action undo'],
    [[], 'what of an action?'],
    [['done', '2024-it-broke#A1', '--on', '2024-03-10'], '2024-03-10 is after 2024-03-09'],
  ])('called wrongly (%j), ends with 2 and says how', async (args, message) => {
    const { exitCode, stdout, stderr } = await action(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(await read()).toBe(RAW);
  });

  test('whatever the notation, the result is the same to the byte, and a second time changes nothing', async () => {
    await writeFiles(content, AROUND);
    await fc.assert(
      fc.asyncProperty(written, async ({ render }) => {
        await writeFiles(content, { 'postmortems/2024-it-broke.md': render() });
        expect(await action('done', '2024-it-broke#A1')).toMatchObject({ exitCode: 0 });
        expect(await read()).toBe(render({ done: '2024-03-09' }));
        expect((await action('done', '2024-it-broke#A1')).stderr).toContain('done already, since 2024-03-09');
        expect(await cairn(['check', '--content', content])).toMatchObject({ exitCode: 0 });
      }),
      { numRuns: 40 },
    );
  });
});
