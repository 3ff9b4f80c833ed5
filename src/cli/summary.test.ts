import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postmortem, writeFiles } from '../testing/archive.ts';
import { repository, type TestRepository } from '../testing/repository.ts';
import { cairn } from '../testing/site.ts';

let repo: TestRepository;
const content = (): string => join(repo.folder, 'content');
const summary = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await cairn([
    'summary',
    '--content',
    content(),
    '--changed=main',
    '--as-of=2026-11-20',
    ...args,
  ]);
  return { exitCode, stdout, stderr };
};
const html = (markdown: string): string => markdownToHtml(markdown, { features: { gfm: true } }).html;

const POOL = 'signals: ["HikariPool-1 - Connection is not available, request timed out after 30000ms"]';
const incident = (title: string, day: string, ...lines: string[]): string =>
  postmortem([
    `title: ${title}`,
    'status: review',
    `started: ${day}T10:00Z`,
    'causes: [pool]',
    'services: [orders]',
    ...lines,
  ]);
const ACTION = 'actions: [{ id: A1, what: Size the pool, owner: core, priority: P1, status: open }]';

beforeEach(async () => {
  repo = repository();
  await repo.commit('Start', {
    'content/site.yaml': 'url: https://wiki.example/kb\n',
    'content/causes/pool.md': '---\nname: Connection pool exhausted\n---\n',
    'content/services/orders.yaml': 'name: Orders\nteam: core\n',
    'content/teams/core.yaml': 'name: Core\n',
    'content/postmortems/one.md': incident(
      'Orders failed',
      '2024-03-01',
      POOL,
      'mitigation: Restarted the **app**.',
      'mitigated: 2024-03-01T10:44Z',
    ),
    'content/postmortems/two.md': incident('Orders failed again', '2025-03-01', ACTION),
    'content/postmortems/old.md': postmortem('serverity: SEV1'),
    'content/postmortems/other-draft.md': postmortem(['title: Secret draft of somebody else', POOL, 'causes: [pool]']),
    'content/postmortems/hidden-breach.md': incident(
      'Nobody may know',
      '2025-05-01',
      POOL,
      'visibility: restricted',
      'aliases: [INC-666]',
    ),
  });
  repo.git('checkout', '--quiet', '-b', 'work');
});
afterEach(() => repo.remove());

describe('cairn summary', () => {
  test('says of a new postmortem how long it took, what it joins and what looked like it', async () => {
    await repo.commit('Add', {
      'content/postmortems/three.md': postmortem([
        'title: Orders failed for the third time',
        'status: draft',
        'started: 2026-11-10T10:00Z',
        'detected: 2026-11-10T10:04Z',
        'resolved: 2026-11-11T12:00Z',
        'recurrenceOf: two',
        'causes: [pool]',
        'services: [orders]',
        POOL,
      ]),
    });
    const { exitCode, stdout, stderr } = await summary();
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatchSnapshot();
    expect((await summary()).stdout).toBe(stdout);
  });

  test('does not count an exercise or a near miss among the incidents', async () => {
    await repo.commit('Add', {
      'content/postmortems/drill.md': postmortem([
        'title: Drill',
        'type: exercise',
        'started: 2026-11-10T10:00Z',
        'causes: [pool]',
        'trigger: deploy',
      ]),
    });
    const { stdout } = await summary();
    expect(stdout).toContain('- 2 earlier incidents with the cause Connection pool exhausted; the last was [Orders');
    expect(stdout).toContain('- 0 earlier incidents with the trigger deploy.');
  });

  test('lists the problems of what is changed and of what refers to it, each with the page of its rule', async () => {
    await rm(join(content(), 'causes/pool.md'));
    await writeFiles(content(), { 'postmortems/three.md': postmortem('causs: [x]') });
    const { exitCode, stdout } = await summary();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 postmortem added or changed. 5 errors, 4 hints.');
    expect(stdout).toContain('Of 1 restricted postmortem (1 error, 1 hint) nothing is said here.');
    expect(stdout).toMatch(/#### postmortems\/one\.md\n/);
    expect(stdout).toMatch(/#### postmortems\/three\.md\n/);
    expect(stdout).not.toContain('old.md');
    expect(stdout).toContain('| error | [unknown-key](https://wiki.example/kb/guides/rules/unknown-key/) |');
    expect(stdout).toContain('follow once there is no error in postmortems/three.md.');
  });

  test('of a restricted postmortem says nothing but how much is wrong with it, also where a slip hides that it is one', async () => {
    const hidden = ['title: The breach of ACME', 'started: 2026-11-01T10:00Z', 'vague: ACME', POOL];
    await repo.commit('Add', {
      'content/postmortems/new-breach.md': postmortem([...hidden, 'visibility: restricted']),
      'content/postmortems/typo-breach.md': postmortem([...hidden, 'visiblity: restricted']),
      'content/postmortems/broken-breach.md': postmortem([...hidden, 'visibility: restricted', 'started: [']),
      'content/postmortems/late-breach.md': `\n${postmortem([...hidden, 'visibility: restricted'])}`,
      'content/postmortems/open.md': postmortem([
        'title: As in hidden-breach and INC-666',
        'related: [hidden-breach, hidden-breech]',
        'recurrenceOf: hidden-breach',
        POOL,
      ]),
    });
    const { stdout } = await summary();
    expect(stdout).toMatch(/Of 4 restricted postmortems \(\d errors, \d hints?\) nothing is said here\./);
    expect(stdout).not.toMatch(/ACME|(?:new|typo|broken|late|hidden)-breach|INC-666|Nobody may know/);
    expect(stdout).toContain('postmortems/open.md');
  });

  test('text of a file mentions nobody, and is no link, picture, HTML or cell of its own', async () => {
    const hostile =
      '@everyone ![x](https://evil.example/p.png) <img src=x> | a | b | #1 [c](https://evil.example) `d` $(touch pwned)';
    await repo.commit('Add', {
      'content/postmortems/three.md': postmortem([`title: '${hostile}'`, 'causes: [pool]', POOL]),
      'content/postmortems/@team $(touch pwned) `x` <b>\n[y](https:__evil).md': postmortem(`'${hostile}': x`),
    });
    const { stdout } = await summary();
    const page = html(stdout);
    expect(page).not.toMatch(/<img|<b>|evil\.example\/?"|@(?:everyone|team)\b/);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(link).toMatch(/^https:\/\/wiki\.example\/kb\/(?:guides\/rules|incidents)\/[a-z0-9-]+\/$/);
    const cells = [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row.match(/<t[dh]/g)?.length);
    expect(new Set(cells)).toEqual(new Set([3, 4]));
  });

  test('links nothing once the settings change, which could lead every link elsewhere', async () => {
    await repo.commit('Move', { 'content/site.yaml': 'url: https://evil.example\n' });
    const { stdout } = await summary();
    expect(stdout).toContain('unknown-key');
    expect(stdout).not.toContain('evil.example');
    expect(stdout).not.toContain('](');
  });

  test('has room in a comment, and says what was cut', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, number) => [
        `content/postmortems/new-${number}.md`,
        postmortem([`title: ${'long '.repeat(50)}${number}`, 'causes: [pool]', 'services: [orders]', POOL]),
      ]),
    );
    await repo.commit('Add many', files);
    const { stdout } = await summary();
    expect(stdout.length).toBeLessThanOrEqual(65_000);
    expect(stdout.length).toBeGreaterThan(60_000);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^Cut, since a comment has no room for more: .*; \d+ further parts\. All of it is printed by `npx cairn summary`/,
    );
  });

  test('says so where no postmortem changes; ends with 2 where git does not know the base', async () => {
    expect((await summary()).stdout).toContain('No postmortem is added or changed. Nothing is wrong.');
    const { exitCode, stdout, stderr } = await summary('--changed=nowhere');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('git knows no commit nowhere');
  });
});
