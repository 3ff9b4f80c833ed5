import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon, setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Files, postmortem, writeFiles } from '../testing/archive.ts';
import { CHECKOUT, userEnvironment } from '../testing/site.ts';

/** Nothing is read-only to root: there, the command runs as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

let content: string;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'cairn-interrupted-'));
});
afterEach(() => rm(content, { recursive: true }));

async function write(files: Files): Promise<void> {
  await writeFiles(content, files);
  if (!NOBODY) return;
  for (const file of ['', ...readdirSync(content, { recursive: true })]) {
    chownSync(join(content, String(file)), NOBODY.uid, NOBODY.gid);
  }
}

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const command = [join(CHECKOUT, 'src/cli/cairn.ts'), ...args, '--content', content];
  return spawn(process.execPath, command, { ...NOBODY, env: { ...userEnvironment(), ...env } });
}

/** The exit code of a command, null where a signal ended it, and what it said. */
function ended(child: ChildProcess): Promise<{ exitCode: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, stderr })));
}

const filesOf = (): Files =>
  Object.fromEntries(
    readdirSync(content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(content.length + 1), readFileSync(path, 'utf8')]),
  );

describe('what cannot be written', () => {
  const files: Files = {
    'causes/pool.md': '---\nname: Pool\n---\n\n[a](../postmortems/2024/old.md)\n',
    'guides/g.md': '---\ntitle: G\nsummary: G.\n---\n\n[a](../postmortems/2024/old.md)\n',
    'postmortems/2024/old.md': postmortem('actions: [{ id: A1, what: x }]'),
    'postmortems/2024/other.md': postmortem('related: [old]'),
  };

  test.each([
    ['a folder', 'postmortems/2024'],
    ['a file', 'postmortems/2024/old.md'],
  ])('%s: nothing is changed, and what was is put back', async (_, readOnly) => {
    await write(files);
    const isFolder = !readOnly.endsWith('.md');
    chmodSync(join(content, readOnly), isFolder ? 0o555 : 0o444);
    for (const [args, said] of [
      [['publish', 'old', '--review'], 'postmortems/2024/old.md cannot be written: EACCES'],
      [['action', 'done', 'old#A1'], 'postmortems/2024/old.md cannot be written: EACCES'],
      [['rename', 'old', 'new'], 'postmortems/2024/old.md cannot be changed: EACCES; everything is as it was'],
    ] as const) {
      expect(await ended(start(args))).toEqual({ exitCode: 1, stderr: `cairn: ${said}\n` });
      expect(filesOf()).toEqual(files);
    }
    chmodSync(join(content, readOnly), 0o755);
  });
});

test('no room to judge in: says so, and changes nothing', async () => {
  const files = { 'postmortems/it.md': postmortem() };
  await write(files);
  const nowhere = join(content, 'nowhere');
  const { exitCode, stderr } = await ended(start(['publish', 'it', '--review'], { TMPDIR: nowhere }));
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`nothing can be written to ${nowhere}: ENOENT (name another folder in TMPDIR)`);
  expect(filesOf()).toEqual(files);
});

describe('interrupted', () => {
  const COUNT = 150;
  const archive = (id: string): Files => ({
    [`postmortems/${id}.md`]: postmortem([
      ...(id === 'new' ? ['aliases: [old]'] : []),
      'started: 2024-03-01T10:00Z',
      'actions: [{ id: A1, what: x }]',
    ]),
    ...Object.fromEntries(
      Array.from({ length: COUNT }, (_, index) => [
        `causes/c${index}.md`,
        `---\nname: C${index}\n---\n\n[a](../postmortems/${id}.md)\n`,
      ]),
    ),
  });
  const [before, after] = [archive('old'), archive('new')];

  /** Waits until the first file was changed, or the command is over. */
  async function begun(child: ChildProcess): Promise<void> {
    const first = join(content, 'causes/c0.md');
    while (child.exitCode === null && readFileSync(first, 'utf8') === before['causes/c0.md']) await soon();
  }

  test('by Ctrl-C in the midst of writing, a rename is carried through', async () => {
    await write(before);
    const child = start(['rename', 'old', 'new']);
    const end = ended(child);
    await begun(child);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ exitCode: 0 });
    expect(filesOf()).toEqual(after);
  });

  test.each([
    ['rename', ['rename', 'old', 'new']],
    ['publish', ['publish', 'old', '--review']],
    ['action', ['action', 'done', 'old#A1']],
  ])('by Ctrl-C while it judges, %s changes nothing, and leaves nothing anywhere', async (_, args) => {
    await write(before);
    const scratch = await mkdtemp(join(tmpdir(), 'cairn-scratch-'));
    if (NOBODY) chownSync(scratch, NOBODY.uid, NOBODY.gid);
    const child = start(args, { TMPDIR: scratch });
    const end = ended(child);
    while (child.exitCode === null && readdirSync(scratch).length === 0) await soon();
    child.kill('SIGINT');
    expect(await end).toEqual({ exitCode: 130, stderr: 'Interrupted: nothing was changed.\n' });
    expect(filesOf()).toEqual(before);
    expect(readdirSync(scratch)).toEqual([]);
    await rm(scratch, { recursive: true });
  });

  test('by a kill that nobody can hear, every file is whole, and a second call ends what was begun', async () => {
    await write(before);
    const child = start(['rename', 'old', 'new']);
    const end = ended(child);
    await begun(child);
    child.kill('SIGKILL');
    await end;
    const { 'postmortems/new.md': moved, ...files } = filesOf();
    for (const [file, text] of Object.entries(files).filter(([name]) => name.endsWith('.md') && !name.includes('/.'))) {
      expect([before[file], after[file], String(after['postmortems/new.md'])]).toContain(text);
    }
    if (moved === undefined) expect(await ended(start(['rename', 'old', 'new']))).toMatchObject({ exitCode: 0 });
    const whole = Object.entries(filesOf()).filter(([name]) => !name.includes('/.'));
    expect(Object.fromEntries(whole)).toEqual(after);
  });

  test('a publication is there or not, and never half', async () => {
    const raw = postmortem();
    await write({ 'postmortems/it.md': raw });
    for (const milliseconds of [0, 150, 300, 450]) {
      const child = start(['publish', 'it', '--review']);
      const end = ended(child);
      await wait(milliseconds);
      child.kill('SIGKILL');
      await end;
      expect([raw, raw.replace('draft', 'review')]).toContain(readFileSync(join(content, 'postmortems/it.md'), 'utf8'));
      expect(existsSync(join(content, 'postmortems/it.md'))).toBe(true);
    }
  });
});
