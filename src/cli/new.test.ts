import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../testing/archive.ts';
import { begin, contentFolders, problemsIn, stated, written } from '../testing/beginning.ts';
import { AS_OF, CHECKOUT, userEnvironment } from '../testing/site.ts';

const { contentWith } = contentFolders();

describe('a title alone', () => {
  test('makes a draft under today’s date, whose path is all of standard output', async () => {
    const content = await contentWith();
    const run = await begin(content, 'Checkout failed for cards');
    const file = join(content, 'postmortems/2026/2026-11-20-checkout-failed-for-cards.mdx');
    expect(run).toMatchObject({ exitCode: 0, stdout: `${file}\n` });
    expect(stated(await written(run))).toEqual([
      'title: Checkout failed for cards',
      'status: draft',
      'timezone: Europe/Lisbon',
      'started: 2026-11-20T00:00',
    ]);
    expect(run.stderr).toContain('Nobody said when it started');
    expect(run.stderr).toContain(`npx cairn check ${file} --content ${content}`);
    expect(await problemsIn(content)).toEqual([]);
  });

  test('says what to type next, also where the folder has blanks in its name', async () => {
    const folder = join(await contentWith({ "it's ours/site.yaml": 'name: Ours\n' }), "it's ours");
    const run = await begin(folder, 'It broke');
    expect(run.stderr).toContain(`npx cairn publish 2026-11-20-it-broke --content '${folder.replace("'", "'\\''")}'`);
    expect(run.stdout).toBe(`${join(folder, 'postmortems/2026/2026-11-20-it-broke.mdx')}\n`);
  });

  test('is enough in a folder with nothing in it', async () => {
    const content = await contentWith({});
    expect((await begin(content, 'Something')).exitCode).toBe(0);
    expect(await problemsIn(content)).toEqual([]);
  });
});

test('what is known stands in the order of the model, and what is not as a comment', async () => {
  const content = await contentWith();
  const run = await begin(
    content,
    'Payments: "declined" #3',
    ...['--severity', 'sev2', '--service', 'checkout', '--service', 'payments', '--owner', 'storefront'],
    ...['--started', '2026-11-18T09:30', '--timezone', 'Europe/Berlin', '--type', 'incident'],
  );
  expect(run.stdout).toBe(`${join(content, 'postmortems/2026/2026-11-18-payments-declined-3.mdx')}\n`);
  const text = await written(run);
  expect(stated(text)).toEqual([
    `title: 'Payments: "declined" #3'`,
    'type: incident',
    'status: draft',
    'severity: SEV2',
    'services: [checkout, payments]',
    'owner: storefront',
    'timezone: Europe/Berlin',
    'started: 2026-11-18T09:30',
  ]);
  expect(text).toContain('\n# signals:\n#   - |-\n');
  expect(text).toContain('\n## Timeline\n');
  expect(await problemsIn(content)).toEqual([]);
});

test('a time with an offset needs no zone', async () => {
  const content = await contentWith();
  const run = await begin(content, 'It broke', '--started', '2026-11-18T09:30+01:00');
  expect(stated(await written(run))).toEqual(['title: It broke', 'status: draft', 'started: 2026-11-18T09:30+01:00']);
  expect(await problemsIn(content)).toEqual([]);
});

test('--date names the file, and --id in its place', async () => {
  const content = await contentWith();
  const dated = await begin(content, 'It broke', '--date', '2024-02-29');
  expect(dated.stdout).toContain('postmortems/2024/2024-02-29-it-broke.mdx');
  expect(await written(dated)).toContain('\nstarted: 2024-02-29T00:00\n');
  const named = await begin(content, '障害', '--id', 'inc-1234');
  expect(named.stdout).toContain('postmortems/2026/inc-1234.mdx');
  expect(await problemsIn(content)).toEqual([]);
});

describe('called wrongly, it says so and writes nothing', () => {
  test.each<[string[], string]>([
    [[], 'which title? (cairn new "Sign-in failed for every customer")'],
    [[' \n '], 'which title?'],
    [['Checkout', 'failed'], 'a title is one argument (cairn new "Checkout failed")'],
    [['It', '--severity', 'SEV9'], 'there is no severity SEV9 (the nearest is `SEV1`)'],
    [['It', '--service', 'chekout'], 'there is no service chekout (the nearest is `checkout`)'],
    [['It', '--owner', 'nobody'], 'there is no team nobody'],
    [
      ['It', '--template', 'long'],
      'there is no template long (one of brief, database-migration, full, near-miss, security)',
    ],
    [['It', '--type', 'drill'], 'there is no type drill'],
    [['It', '--timezone', 'CET'], '`CET` is an abbreviation'],
    [['It', '--started', 'noon'], 'noon is no time'],
    [['It', '--started', ''], '--started says no time'],
    [
      ['It', '--started', '2026-03-29T01:30', '--timezone', 'Europe/Lisbon'],
      '2026-03-29T01:30 never was in Europe/Lisbon',
    ],
    [['It', '--date', '2026-02-30'], '2026-02-30 is no day'],
    [['It', '--id', 'Bad Id'], 'Bad Id is no id'],
    [['cause'], 'which cause? (cairn new cause "<name>")'],
    [['cause', 'Retry', 'storm'], 'a name is one argument (cairn new cause "Retry storm")'],
    [['cause', 'Something', '--severity', 'SEV1'], '--severity is said of a postmortem, not of a cause'],
    [['cause', 'Retry storm'], 'there is causes/retry-storm.md already'],
    [['factor', 'Retry storm'], 'there is causes/retry-storm.md already'],
  ])('%j', async (args, message) => {
    const content = await contentWith();
    const before = await readdir(content, { recursive: true });
    const run = await begin(content, ...args);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(`cairn: ${message}`);
    expect(await readdir(content, { recursive: true })).toEqual(before);
  });

  test('where the catalogue is empty it says how to begin it', async () => {
    const run = await begin(await contentWith({}), 'It', '--service', 'checkout');
    expect(run.stderr).toContain('there is no service checkout (write one with: cairn new service "<name>")');
  });

  test('where there is such a file, and the file stays what it is', async () => {
    const content = await contentWith();
    const first = await begin(content, 'It broke', '--severity', 'SEV1');
    const text = await written(first);
    const again = await begin(content, 'It broke!');
    expect(again).toMatchObject({ exitCode: 2, stdout: '' });
    expect(again.stderr).toContain('there is postmortems/2026/2026-11-20-it-broke.mdx already (say in the title');
    expect(await written(first)).toBe(text);
    await writeFiles(content, { 'postmortems/elsewhere/2026-11-20-in-a-folder/index.mdx': text });
    expect((await begin(content, 'In a folder')).exitCode).toBe(2);
  });

  test('where the content folder is none', async () => {
    const content = await contentWith();
    const missing = await begin(join(content, 'nowhere'), 'It broke');
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toContain(`there is no folder ${join(content, 'nowhere')} (name the content folder`);
    const file = await begin(join(content, 'site.yaml'), 'It broke');
    expect(file).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('site.yaml is no folder') });
  });
});

test('where site.yaml has errors it says that it goes by the defaults', async () => {
  const content = await contentWith({ 'site.yaml': 'timezon: Europe/Lisbon\n' });
  const run = await begin(content, 'It broke', '--severity', 'SEV1');
  expect(run).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('site.yaml has errors and was left aside'),
  });
  expect(stated(await written(run))).toContain('timezone: UTC');
});

describe('where it cannot write, it says so and leaves nothing behind', () => {
  test('a file stands where the folder should', async () => {
    const content = await contentWith({ 'postmortems/2026.md': '---\ntitle: x\n---\n' });
    await writeFiles(content, { 'postmortems/2025': 'a file\n' });
    const run = await begin(content, 'It broke', '--date', '2025-01-01');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(/^cairn: .*2025-01-01-it-broke\.mdx cannot be written: (?:EEXIST|ENOTDIR)\n$/);
  });

  test('a symbolic link that leads nowhere is not followed', async () => {
    const content = await contentWith();
    await mkdir(join(content, 'postmortems/2026'), { recursive: true });
    await symlink(join(content, 'outside.mdx'), join(content, 'postmortems/2026/2026-11-20-it-broke.mdx'));
    expect(await begin(content, 'It broke')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await readdir(content)).not.toContain('outside.mdx');
  });

  test('the folder is read-only', async () => {
    const content = await contentWith();
    await chmod(dirname(content), 0o755);
    await chmod(content, 0o555);
    // Nothing is read-only to root: there, the command runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const command = [join(CHECKOUT, 'src/cli/cairn.ts'), 'new', 'It broke', '--content', content, '--as-of', AS_OF];
    const run = spawnSync(process.execPath, command, { ...nobody, encoding: 'utf8', env: userEnvironment() });
    await chmod(content, 0o755);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/^cairn: .*2026-11-20-it-broke\.mdx cannot be written: EACCES\n$/);
    expect(await readdir(content)).not.toContain('postmortems');
  });

  test('and what it writes leaves no other file behind', async () => {
    const content = await contentWith();
    await begin(content, 'It broke');
    await begin(content, 'It broke');
    expect(await readdir(join(content, 'postmortems/2026'))).toEqual(['2026-11-20-it-broke.mdx']);
  });
});

describe('a record of the catalogue', () => {
  test.each(['cause', 'factor', 'service', 'team', 'guide'])(
    '%s begins as a file that the check accepts',
    async (kind) => {
      const content = await contentWith();
      for (const name of ['A new one', 'B: "quoted" #3', '<500ms> [x](y)', '障害']) {
        const run = await begin(content, kind, name);
        expect(run).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Next:') });
        expect(await written(run)).not.toContain('undefined');
      }
      expect(await readdir(join(content, `${kind}s`))).toHaveLength(4 + ({ cause: 1, service: 2, team: 1 }[kind] ?? 0));
      expect(await problemsIn(content)).toEqual([]);
    },
  );

  test('says which it looks like, and is written all the same where nobody can be asked', async () => {
    const content = await contentWith();
    const run = await begin(content, 'factor', 'Storm of retries');
    expect(run).toMatchObject({ exitCode: 0, stdout: `${join(content, 'factors/storm-of-retries.md')}\n` });
    expect((await begin(content, 'cause', 'Storm of retries')).exitCode).toBe(2);
    const near = await begin(content, 'cause', 'Retry storms');
    expect(near).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('It looks like causes/retry-storm.md (Retry storm).'),
    });
  });

  test('a title may begin with such a word, and be such a word under another case', async () => {
    const content = await contentWith();
    expect((await begin(content, 'team page is down')).stdout).toContain('2026-11-20-team-page-is-down.mdx');
    expect((await begin(content, 'Cause')).stdout).toContain('2026-11-20-cause.mdx');
  });
});
