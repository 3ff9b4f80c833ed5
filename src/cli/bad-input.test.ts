import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { CHECKOUT, cairn, userEnvironment } from '../testing/site.ts';

let folder: string;
const at = (path: string): string => join(folder, path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-bad-input-'));
  // Whoever else runs a command finds the way in.
  chmodSync(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What somebody reads who called it wrongly: a sentence, and nothing of our insides. */
function refused(message: string): { exitCode: number; stdout: string; stderr: unknown } {
  return { exitCode: 2, stdout: '', stderr: expect.stringContaining(`cairn: ${message}`) };
}

const STACK = /^ +at /m;

describe('a folder', () => {
  test('that holds no archive is told from one that holds no postmortem yet', async () => {
    await writeFiles(folder, { 'none/readme.txt': 'x', 'begun/site.yaml': 'name: Begun\n' });
    await mkdir(at('empty/postmortems'), { recursive: true });
    for (const command of ['check', 'build', 'dev']) {
      expect(await cairn([command, '--content', at('none')])).toEqual(
        refused(`${at('none')} holds no archive: neither postmortems/ nor site.yaml stands in it`),
      );
    }
    for (const content of ['begun', 'empty']) {
      expect(await cairn(['check', '--content', at(content)])).toEqual({
        exitCode: 0,
        stdout: '',
        stderr: '0 postmortems read: 0 errors, 0 hints.\n',
      });
    }
  });

  test('that is none, or is a file, is named', async () => {
    await writeFiles(folder, { 'file.md': '# Broken\n' });
    await mkdir(at('nothing'), { recursive: true });
    expect(await cairn(['check', '--content', at('gone')])).toEqual(refused(`there is no folder ${at('gone')}`));
    expect(await cairn(['check', '--content', at('file.md')])).toEqual(refused(`${at('file.md')} is no folder`));
    expect(await cairn(['import', at('gone')])).toEqual(refused(`there is no folder ${at('gone')}`));
    expect(await cairn(['import', at('file.md')])).toEqual(refused(`${at('file.md')} is no folder`));
    expect(await cairn(['import', at('nothing'), '--out', at('nothing-content')])).toEqual(
      refused(`${at('nothing')} holds nothing to import`),
    );
    expect(readdirSync(folder)).not.toContain('nothing-content');
  });

  test('and files of any names are read, and printed on one line each', async () => {
    const odd = 'odd é\n\u{1F600} x';
    await writeFiles(folder, { [`${odd}/postmortems/2024/it.md`]: postmortem() });
    expect(await cairn(['check', '--content', at(odd)])).toMatchObject({ exitCode: 0, stdout: '' });
    await writeFiles(folder, { [`${odd}/postmortems/A b\nc.md`]: postmortem() });
    const { exitCode, stdout } = await cairn(['check', '--content', at(odd), '--format', 'github']);
    expect(exitCode).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});

test('files that cannot be read as text are each named, and nothing is followed round in a circle', async () => {
  await writeFiles(folder, {
    'odd/postmortems/good.md': postmortem(),
    'odd/postmortems/big.md': 'x'.repeat(5 * 1024 * 1024 + 1),
    'odd/postmortems/latin.md': Uint8Array.of(0x2d, 0xe9),
    'odd/postmortems/loop': '-> ..',
    'odd/postmortems/self.md': '-> self.md',
  });
  const { exitCode, stdout, stderr } = await cairn(['check', '--content', at('odd')]);
  expect(exitCode).toBe(1);
  for (const line of [
    'postmortems/big.md large-file it has 5.0 MB; at most 5 MB are read',
    'postmortems/latin.md:1:2 not-utf8',
    'postmortems/loop symbolic-link',
    'postmortems/self.md symbolic-link',
  ]) {
    expect(stdout).toContain(line);
  }
  expect(stderr).toBe('3 postmortems read: 4 errors, 0 hints.\n');
  expect(await cairn(['similar', '--file', at('odd/postmortems/big.md'), '--content', at('odd')])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('big.md has more than 5 MB'),
  });
  expect(await cairn(['similar', '--file', at('odd'), '--content', at('odd')])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('odd is a folder (the folder to search is given with --content)'),
  });
});

describe('without git', () => {
  test('what changed cannot be told, and the rest can', async () => {
    await writeFiles(folder, { 'no-git/postmortems/it.md': postmortem() });
    await mkdir(at('no-programs'), { recursive: true });
    const env = { PATH: at('no-programs') };
    expect(await cairn(['check', '--content', at('no-git'), '--changed'], { env })).toEqual(
      refused('there is no git on this machine'),
    );
    expect(await cairn(['check', '--content', at('no-git')], { env })).toMatchObject({ exitCode: 0 });
  });

  test('as outside of a repository', async () => {
    expect(await cairn(['check', '--content', at('no-git'), '--changed'])).toEqual(
      refused(`${at('no-git')} is in no git repository`),
    );
  });
});

/** Runs `cairn` as a user whom the system refuses what the mode of a file refuses. */
async function asUser(args: readonly string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, [join(CHECKOUT, 'src/cli/cairn.ts'), ...args], {
    cwd: folder,
    env: userEnvironment(),
    ...(isRoot && { uid: 65_534, gid: 65_534 }),
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      said[stream] += String(chunk);
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...said };
}

describe.skipIf(process.platform === 'win32')('where this user may not', () => {
  test('read, the file or folder is named', async () => {
    await writeFiles(folder, { 'shut/postmortems/it.md': postmortem(), 'shut/postmortems/other.md': postmortem() });
    chmodSync(at('shut/postmortems/it.md'), 0o000);
    const { exitCode, stdout } = await asUser(['check', '--content', at('shut')]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('postmortems/it.md unreadable-file it cannot be read: EACCES');
    await mkdir(at('locked'));
    chmodSync(at('locked'), 0o000);
    expect(await asUser(['check', '--content', at('locked')])).toEqual(
      refused(`${at('locked')} cannot be read: EACCES`),
    );
    expect(await asUser(['import', at('locked')])).toEqual(refused(`${at('locked')} cannot be read: EACCES`));
  });

  test('write, nothing is written and the place is named', async () => {
    await writeFiles(folder, {
      'theirs/postmortems/it.md': postmortem('services: [ a ]  '),
      'old/a.md': '# Database down\n\nDate: 2024-03-01\n\nIt broke.\n',
    });
    await mkdir(at('closed'));
    chmodSync(at('closed'), 0o555);
    chmodSync(at('theirs/postmortems/it.md'), 0o444);
    const before = readFileSync(at('theirs/postmortems/it.md'), 'utf8');
    const fixed = await asUser(['check', '--fix', '--content', at('theirs')]);
    expect(fixed).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('it.md cannot be written: EACCES') });
    expect(readFileSync(at('theirs/postmortems/it.md'), 'utf8')).toBe(before);
    for (const args of [
      ['import', at('old'), '--out', at('closed/content')],
      ['import', at('old'), '--init', '--from', at('closed/map.yaml')],
      ['build', '--content', at('theirs'), '--out', at('closed/site')],
    ]) {
      const { exitCode, stdout, stderr } = await asUser(args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toMatch(/^cairn: .*closed\/\S* cannot be (?:written|opened): this user may not \(EACCES\)\n$/);
    }
    expect(readdirSync(at('closed'))).toEqual([]);
  });
});

test('whoever reads the output may leave early', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`many/postmortems/p${index}.md`, postmortem(`nokey${index}: x`)]),
  );
  await writeFiles(folder, many);
  const child = spawn(process.execPath, [join(CHECKOUT, 'src/cli/cairn.ts'), 'check', '--content', at('many')], {
    env: userEnvironment(),
  });
  child.stdout.once('data', () => child.stdout.destroy());
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  await once(child, 'close');
  expect(stderr).not.toMatch(/EPIPE/);
  expect(stderr).not.toMatch(STACK);
});

describe('interrupted', () => {
  /** Starts a command, interrupts it after some milliseconds, and says how it ended. */
  async function interrupted(args: readonly string[], after: number): Promise<string | number | null> {
    const child = spawn(process.execPath, [join(CHECKOUT, 'src/cli/cairn.ts'), ...args], { env: userEnvironment() });
    child.stdout.resume();
    child.stderr.resume();
    const timer = setTimeout(() => child.kill('SIGINT'), after);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearTimeout(timer);
    return signal ?? code;
  }

  const filesBelow = (path: string): Map<string, string> =>
    new Map(
      readdirSync(at(path), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file.slice(at(path).length), readFileSync(file, 'utf8')]),
    );

  test('an import has written nothing, or all', async () => {
    for (let day = 1; day <= 150; day += 1) {
      const date = new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10);
      await writeFiles(folder, { [`archive/${date}.md`]: `# Failure ${day}\n\nDate: ${date}\n\nIt broke.\n` });
    }
    await cairn(['import', at('archive'), '--out', at('whole')]);
    const whole = filesBelow('whole');
    expect(whole.size).toBeGreaterThanOrEqual(150);
    for (const after of [150, 400, 700, 1000]) {
      const out = `out-${after}`;
      await mkdir(at(out));
      const end = await interrupted(['import', at('archive'), '--out', at(out)], after);
      const written = filesBelow(out);
      if (written.size > 0) expect(written).toEqual(whole);
      else expect(end).toBe('SIGINT');
    }
  });

  test('check --fix has mended each file whole, or not at all', async () => {
    for (let index = 0; index < 150; index += 1) {
      const wrong = postmortem(`title: It broke   \nservices: [s${index}]`);
      for (const name of ['mend', 'mended']) await writeFiles(folder, { [`${name}/postmortems/p${index}.md`]: wrong });
    }
    const before = filesBelow('mend');
    await cairn(['check', '--fix', '--content', at('mended')]);
    const mended = filesBelow('mended');
    expect(mended).not.toEqual(before);
    await interrupted(['check', '--fix', '--content', at('mend')], 700);
    const after = filesBelow('mend');
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [file, text] of after) expect([before.get(file), mended.get(file)]).toContain(text);
  });
});
