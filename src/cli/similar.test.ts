import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { cairn } from '../testing/in-process.ts';
import { CHECKOUT, type Run } from '../testing/site.ts';

const similar = (...args: string[]): Promise<Run> => cairn(['similar', ...args]);

const incident = (title: string, day: string, ...lines: string[]): string =>
  postmortem([`title: ${title}`, 'status: review', `started: ${day}T10:00Z`, ...lines]);

const POOL = 'signals: ["HikariPool-1 - Connection is not available, request timed out after 30000ms"]';
const LINE = '2026-11-20T03:12:44Z ERROR HikariPool-7 - Connection is not available, request timed out after 5ms';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-similar-'));
  await writeFiles(folder, {
    'archive/postmortems/pool.md': incident(
      'Orders failed',
      '2024-03-01',
      POOL,
      'mitigation: Restarted the **app**.',
      'mitigated: 2024-03-01T10:44Z',
    ),
    'archive/postmortems/pool-again.md': incident('Orders failed again, and HikariPool-1 with them', '2025-03-01'),
    'archive/postmortems/draft.md': postmortem(['title: Being written', 'started: 2026-01-01T10:00Z', POOL]),
    'archive/postmortems/hidden.md': incident('Nobody may know', '2025-05-01', POOL, 'visibility: restricted'),
    'archive/postmortems/disk.md': incident('No space left on device', '2024-07-01'),
    'archive/postmortems/dns.md': incident('Names were not resolved', '2024-08-01'),
    'broken/postmortems/disk.md': incident('No space left on device', '2024-07-01'),
    'broken/postmortems/wrong.md': 'no front matter\n',
    'plain/2024-03-01.md': '# Deadlock in checkout\n\nThe database said: deadlock detected.\n',
    'plain/deeper/certificate.md': '# Certificate\n\nThe certificate of the gateway expired.\n',
    'plain/LICENSE': 'Deadlock is permitted.\n',
    'zoned/site.yaml': 'title: Ours\ntimezone: Europe/Berlin\n',
    'zoned/postmortems/night.md': postmortem([
      'title: Deadlock at midnight',
      'status: review',
      'started: 2024-05-13T22:10Z',
    ]),
    'elsewhere.log': `${LINE}\n`,
    'coloured.log': '\u001b[31mERROR\u001b[0m \u001b[1mHikariPool-1\u001b[0m\u0007 exhausted\n',
    'empty.log': '\n',
  });
});
afterAll(() => rm(folder, { recursive: true }));

const inArchive = (): string[] => ['--content', join(folder, 'archive')];
const idsIn = ({ stdout }: Run): string[] => JSON.parse(stdout).results.map(({ id }: { id: string }) => id);

describe('cairn similar', () => {
  test('prints what fixed it first, then which it was, how long it took, why it matched, and where', async () => {
    const { exitCode, stdout, stderr } = await similar(LINE, ...inArchive());
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '1. What fixed it: Restarted the app.',
      '   Orders failed',
      '   2024-03-01, 44 min to mitigate, in review',
    ]);
    expect(stdout).toContain('   Signal: HikariPool-1 - Connection is not available');
    expect(stdout).toContain('   postmortems/pool.md\n');
    expect(stderr).toContain('Searched for: HikariPool-7 - Connection is not available, request timed out after');
  });

  test('says that a folder holds nothing to search', async () => {
    await mkdir(join(folder, 'nothing'));
    const { exitCode, stdout, stderr } = await similar('deadlock', '--content', join(folder, 'nothing'));
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/There is no incident to search in \S*nothing\.\n$/);
  });

  test('for scripts, prints one JSON', async () => {
    const { exitCode, stdout } = await similar(LINE, '--json', ...inArchive());
    expect(exitCode).toBe(0);
    const { version, results } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(Object.keys(results[0])).toEqual(['id', 'file', 'score', 'reasons']);
    expect(results[0]).toMatchObject({
      id: 'pool',
      file: 'postmortems/pool.md',
      reasons: [{ kind: 'signal' }, { kind: 'words' }],
    });
  });

  test('finds what the site shows: neither drafts nor what is restricted', async () => {
    const ids = idsIn(await similar(LINE, '--json', ...inArchive()));
    expect(ids).toContain('pool');
    expect(ids).not.toContain('draft');
    expect(ids).not.toContain('hidden');
  });

  test('takes an id or a path, drafts included, and does not find that file itself', async () => {
    for (const asked of ['pool', 'postmortems/pool.md', join(folder, 'archive/postmortems/pool.md')]) {
      const ids = idsIn(await similar(asked, '--json', ...inArchive()));
      expect(ids[0]).toBe('pool-again');
      expect(ids).not.toContain('pool');
    }
    expect(
      idsIn(await similar('draft', '--json', ...inArchive()))
        .slice(0, 2)
        .sort(),
    ).toEqual(['pool', 'pool-again']);
    const file = join(folder, 'archive/postmortems/draft.md');
    expect(idsIn(await similar('--file', file, '--json', ...inArchive()))).toContain('pool');
  });

  test('takes the text of any file, and of standard input', async () => {
    expect(idsIn(await similar('--file', join(folder, 'elsewhere.log'), '--json', ...inArchive()))).toContain('pool');
    const program = [join(CHECKOUT, 'src/cli/cairn.ts'), 'similar', '-', '--json', ...inArchive()];
    const { status, stdout } = spawnSync(process.execPath, program, { input: LINE, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).results[0].id).toBe('pool');
  });

  test('a log with colours of a terminal is read without them, and none reaches this one', async () => {
    const { stdout, stderr } = await similar('--file', join(folder, 'coloured.log'), ...inArchive());
    expect(stdout).toContain('postmortems/pool.md');
    expect(stderr).toContain('Searched for: HikariPool-1 exhausted');
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\s)\p{Cc}/u);
  });

  test('gives the day as the site does, and takes --as-of for such a day', async () => {
    const zoned = ['--content', join(folder, 'zoned')];
    expect((await similar('deadlock', ...zoned)).stdout).toContain('   2024-05-14, in review\n');
    expect((await similar('deadlock', '--as-of', '2024-05-13', ...zoned)).exitCode).toBe(1);
    expect((await similar('deadlock', '--as-of', '2024-05-14', ...zoned)).exitCode).toBe(0);
  });

  test('says where what is further off begins', async () => {
    const { stdout } = await similar('HikariPool exhausted names resolved', ...inArchive());
    expect(stdout).toMatch(/^1\. [\s\S]+\n\nFurther off: .+\n\n\d\. /);
  });

  test('a name of no incident is said to be none, and searched for', async () => {
    for (const name of ['2024-03-01-pool', 'postmortems/2024/pool.mdx']) {
      expect((await similar(name, ...inArchive())).stderr).toContain(`There is no incident and no file ${name}`);
    }
    const others = [['2024-03-01T10:00Z pool'], ['--file', join(folder, 'plain/2024-03-01.md')]];
    for (const asked of others) {
      expect((await similar(...asked, ...inArchive())).stderr).not.toContain('There is no incident');
    }
  });

  test('finds nothing that began after --as-of', async () => {
    expect(idsIn(await similar(LINE, '--json', '--as-of', '2024-12-31', ...inArchive()))).toEqual(['pool']);
  });

  test('ends with 1 where nothing is found, and says which words nobody has', async () => {
    const { exitCode, stdout, stderr } = await similar('xylophone', ...inArchive());
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('No incident has xylophone.');
    expect((await similar('xylophone', '--json', ...inArchive())).stdout).toContain('"results": []');
  });

  test('searches any folder of Markdown', async () => {
    const { stdout, stderr } = await similar('deadlok', '--content', join(folder, 'plain'));
    expect(stdout).toBe('1. Deadlock in checkout\n   Words: Deadlock\n   2024-03-01.md\n');
    expect(stderr).toContain('No incident has deadlok; it was read as Deadlock.');
    const ids = idsIn(await similar('certificate expired', '--json', '--content', join(folder, 'plain')));
    expect(ids).toEqual(['deeper/certificate.md']);
  });

  test('searches on where a file is wrong, and says so', async () => {
    const { exitCode, stderr } = await similar('no space left', '--content', join(folder, 'broken'));
    expect(exitCode).toBe(0);
    expect(stderr).toContain('1 file has errors and may not be found');
  });

  test('called wrongly, ends with 2 and says how', async () => {
    const wrong: [string[], string][] = [
      [[], 'the text is empty'],
      [['  '], 'the text is empty'],
      [['text', '--file', 'x'], 'either a text or --file'],
      [['--file', join(folder, 'nowhere.log')], 'there is no file'],
      [['--file', join(folder, 'empty.log')], 'is empty'],
      [['--file', join(folder, 'archive')], 'is a folder'],
      [['text', '--jsn'], 'there is no option --jsn'],
    ];
    for (const [args, message] of wrong) {
      const { exitCode, stdout, stderr } = await similar(...args, ...inArchive());
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
    expect((await similar('text', '--content', '/nowhere')).exitCode).toBe(2);
  });
});
