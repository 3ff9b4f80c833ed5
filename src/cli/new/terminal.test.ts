import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, contentFolders, problemsIn, stated } from '../../testing/beginning.ts';
import { AS_OF, cairn } from '../../testing/site.ts';
import { HAS_TERMINAL, KEYS, openTerminal, type Terminal } from '../../testing/terminal.ts';

const { contentWith } = contentFolders();

const begin = (content: string, args: readonly string[], settings = {}): Terminal =>
  openTerminal(['new', ...args, '--content', content, '--as-of', AS_OF], settings);

const TITLE = 'What broke, for whom?';
const STARTED = 'When were users first affected?';
const SEVERITY = 'How bad was it?';
const SERVICES = 'Which services did users feel it in?';
const TEMPLATE = 'Which template?';

describe.skipIf(!HAS_TERMINAL)('in a terminal', () => {
  test('it asks for everything, says what is wrong with an answer, and prints the path alone on standard output', async () => {
    const content = await contentWith();
    const stdout = join(content, '..', 'printed');
    const terminal = begin(content, [], { stdout });
    await terminal.see(TITLE);
    terminal.type(KEYS.enter);
    await terminal.see('It needs a title.');
    terminal.type(`Checkout failed for cards${KEYS.enter}`);
    await terminal.see(`${STARTED} In Europe/Lisbon`);
    terminal.type(`25:00${KEYS.enter}`);
    await terminal.see('25:00 is no time');
    terminal.type(`\u0015${'14:05'}${KEYS.enter}`);
    await terminal.see(SEVERITY);
    await terminal.see('SEV1  A core service is down or data is at risk for many users.');
    terminal.type(`${KEYS.down}${KEYS.enter}`);
    await terminal.see(SERVICES);
    terminal.type(`${KEYS.down}${KEYS.space}${KEYS.enter}`);
    await terminal.see(TEMPLATE);
    await terminal.see('● Full');
    terminal.type(KEYS.enter);
    const { exitCode, screen } = await terminal.ended();
    expect(exitCode, screen).toBe(0);
    const file = join(content, `postmortems/2026/${AS_OF}-checkout-failed-for-cards.mdx`);
    expect(await readFile(stdout, 'utf8')).toBe(`${file}\n`);
    expect(screen).toContain(`npx cairn check ${file}`);
    expect(stated(await readFile(file, 'utf8'))).toEqual([
      'title: Checkout failed for cards',
      'status: draft',
      'severity: SEV2',
      'services: [payments]',
      'timezone: Europe/Lisbon',
      `started: ${AS_OF}T14:05`,
    ]);
    expect(await problemsIn(content)).toEqual([]);
  });

  test('what nobody knows yet can be passed over', async () => {
    const content = await contentWith();
    const terminal = begin(content, ['It broke']);
    for (const [question, answer] of [
      [STARTED, KEYS.enter],
      [SEVERITY, KEYS.down.repeat(4) + KEYS.enter],
      [SERVICES, KEYS.enter],
    ] as const) {
      await terminal.see(question);
      terminal.type(answer);
    }
    await terminal.see('● Brief');
    terminal.type(KEYS.enter);
    const { exitCode, screen } = await terminal.ended();
    expect(exitCode, screen).toBe(0);
    expect(screen).not.toContain(TITLE);
    expect(await problemsIn(content)).toEqual([]);
  });

  test('a long catalogue is searched by typing', async () => {
    const many = Array.from({ length: 40 }, (_, index) => [`services/s${index}.yaml`, `name: Service ${index}\n`]);
    const content = await contentWith({ ...CATALOGUE, ...Object.fromEntries(many) });
    const terminal = begin(content, ['It broke', '--started', '14:05', '--severity', 'SEV4', '--template', 'brief']);
    await terminal.see(SERVICES);
    terminal.type('Check');
    await terminal.see('(1 match)');
    terminal.type('\t');
    await terminal.see('◼ Checkout');
    terminal.type(KEYS.enter);
    expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
    const text = await readFile(join(content, `postmortems/2026/${AS_OF}-it-broke.mdx`), 'utf8');
    expect(stated(text)).toContain('services: [checkout]');
  });

  test('with everything given it asks nothing', async () => {
    const content = await contentWith();
    const options = ['--started', '14:05', '--severity', 'SEV1', '--service', 'checkout', '--template', 'full'];
    const { exitCode, screen } = await begin(content, ['It broke', ...options]).ended();
    expect(exitCode).toBe(0);
    expect(screen).not.toContain('?');
  });

  test('what is wrong with an option, or a file that is there, it says before it asks for more', async () => {
    const content = await contentWith();
    const wrong = await begin(content, ['--started', 'noon']).ended();
    expect(wrong).toMatchObject({ exitCode: 2, screen: expect.stringContaining('cairn: noon is no time') });
    expect(wrong.screen).not.toContain(TITLE);

    await begin(content, [
      'It broke',
      '--started',
      '2026-11-18',
      '--severity',
      'SEV4',
      '--service',
      'checkout',
      '--template',
      'brief',
    ]).ended();
    const again = begin(content, ['It broke']);
    await again.see(STARTED);
    again.type(`2026-11-18T10:00${KEYS.enter}`);
    const { exitCode, screen } = await again.ended();
    expect(exitCode).toBe(2);
    expect(screen).toContain('there is postmortems/2026/2026-11-18-it-broke.mdx already');
    expect(screen).not.toContain(SEVERITY);
  });

  const given = ['It broke', '--started', '14:05', '--severity', 'SEV1', '--service', 'checkout'];
  const questions: [string, string[]][] = [
    [TITLE, []],
    [STARTED, given.slice(0, 1)],
    [SEVERITY, given.slice(0, 3)],
    [SERVICES, given.slice(0, 5)],
    [TEMPLATE, given],
    ['What is the cause called?', ['cause']],
    ['Write another one?', ['cause', 'Retry storms']],
  ];
  test.each(
    questions.flatMap(([question, args]) => (['ctrlC', 'ctrlD'] as const).map((key) => ({ question, key, args }))),
  )('$key at "$question" ends it with 130, and nothing is written', async ({ question, key, args }) => {
    const content = await contentWith();
    const before = await readdir(content, { recursive: true });
    const terminal = begin(content, args);
    await terminal.see(question);
    terminal.type(KEYS[key]);
    const { exitCode, screen, raw } = await terminal.ended();
    expect(exitCode, screen).toBe(130);
    expect(raw.lastIndexOf('\u001B[?25h'), 'the cursor is back').toBeGreaterThan(raw.lastIndexOf('\u001B[?25l'));
    expect(screen).toMatch(/Interrupted: nothing was written\.\n$/);
    expect(await readdir(content, { recursive: true })).toEqual(before);
  });

  test('Ctrl-C in the midst of an answer, too', async () => {
    const content = await contentWith();
    const terminal = begin(content, []);
    await terminal.see(TITLE);
    terminal.type('Half a tit');
    await terminal.see('Half a tit');
    terminal.type(KEYS.ctrlC);
    expect(await terminal.ended()).toMatchObject({ exitCode: 130 });
    expect(await readdir(content)).not.toContain('postmortems');
  });

  test.each([
    ['n', 1, false],
    ['y', 0, true],
  ])('a name near to another is asked about: %s', async (answer, code, isThere) => {
    const content = await contentWith();
    const terminal = begin(content, ['cause', 'Storm of retries']);
    await terminal.see('It looks like causes/retry-storm.md (Retry storm).');
    await terminal.see('Write another one?');
    terminal.type(answer);
    const { exitCode, screen } = await terminal.ended();
    expect(exitCode, screen).toBe(code);
    expect((await readdir(join(content, 'causes'))).includes('storm-of-retries.md')).toBe(isThere);
  });

  test('it honours NO_COLOR', async () => {
    const content = await contentWith();
    const runs = [{}, { NO_COLOR: '1' }].map(async (env) => {
      const terminal = begin(content, [], { env });
      await terminal.see(TITLE);
      terminal.type(KEYS.ctrlC);
      return (await terminal.ended()).raw.includes('\u001B[36m');
    });
    expect(await Promise.all(runs)).toEqual([true, false]);
  });
});

test('without a terminal it never asks', async () => {
  const content = await contentWith();
  const run = await cairn(['new', '--content', content]);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toContain('cairn: which title? (cairn new "Sign-in failed for every customer")');
});
