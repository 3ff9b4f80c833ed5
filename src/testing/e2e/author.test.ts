import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeFiles } from '../archive.ts';
import { buildSite, cairn, emptyFolder } from '../site.ts';
import { HAS_TERMINAL, KEYS, openTerminal } from '../terminal.ts';

const TITLE = 'Checkout failed for every card payment';
const ID = '2026-11-18-checkout-failed-for-every-card-payment';
const FILE = `postmortems/2026/${ID}.mdx`;
const EARLIER = '2025-03-15-orders-waited';
const AS_OF = ['--as-of', '2026-11-20'];

const CONTENT = {
  'site.yaml': 'name: Kettlewick postmortems\ntimezone: Europe/Lisbon\n',
  'services/checkout.yaml': 'name: Checkout\nteam: storefront\n',
  'services/payments.yaml': 'name: Payments\nteam: storefront\n',
  'teams/storefront.yaml': 'name: Storefront\n',
  'causes/pool-exhaustion.md': '---\nname: Connection pool exhaustion\n---\n\nEvery connection is taken.\n',
  'factors/late-escalation.md': '---\nname: Late escalation\n---\n\nThe right team is called late.\n',
  [`postmortems/2025/${EARLIER}.md`]: [
    '---',
    'title: Orders waited for connections',
    'status: published',
    'severity: SEV3',
    'summary: Orders took a minute for half an hour.',
    'services: [checkout]',
    'started: 2025-03-15T10:00Z',
    'mitigated: 2025-03-15T10:30Z',
    'resolved: 2025-03-15T10:40Z',
    'published: 2025-03-16',
    'causes: [pool-exhaustion]',
    'mitigation: The pool was made larger.',
    'timeline: [{ at: "10:00", what: Orders wait. }]',
    'noActions: The pool is large enough now.',
    '---',
    '',
    'It waited.',
    '',
  ].join('\n'),
};

/** What the author writes on the lines that wait for it. */
const FACTS: [key: string, value: string][] = [
  ['summary', 'Nobody could pay by card for 40 minutes, because the pool of the payment service was full.'],
  ['owner', 'storefront'],
  ['detected', '2026-11-18T09:20'],
  ['acknowledged', '2026-11-18T09:24'],
  // Three slips: a month, an id, and a sign that MDX takes for a tag.
  ['mitigated', '2026-10-18T09:50'],
  ['resolved', '2026-11-18T10:05'],
  ['trigger', 'traffic'],
  ['causes', '[pool-exaustion]'],
  ['factors', '[late-escalation]'],
  ['mitigation', 'The payment service was restarted with a pool of twice the size.'],
];

/** The lines of a front matter that wait as a comment under `key`, without their `# `. */
function uncommented(text: string, key: string): string {
  return text.replace(new RegExp(`^# ${key}:\\n(?:# {2,}.*\\n)*`, 'm'), (lines) => lines.replace(/^# /gm, ''));
}

/** The file as the author leaves it in the first hour. */
function edited(draft: string): string {
  let text = draft;
  for (const [key, value] of FACTS) text = text.replace(`\n# ${key}:\n`, `\n${key}: ${value}\n`);
  for (const key of ['detection', 'signals', 'impact', 'actions']) text = uncommented(text, key);
  return text
    .replace('  by:\n', '  by: alert\n')
    .replace('  alert:\n', '  alert: CardPaymentsFailing\n')
    .replace(
      '  - |-\n',
      '  - |-\n    HikariPool-1 - Connection is not available: timed out after 30000ms #3\n  - |-\n    CardPaymentsFailing\n',
    )
    .replace(
      /(?<=\nimpact:\n(?:.*\n)*?) {2}summary:\n/,
      '  summary: Every card payment ended in an error, 1,204 in all.\n',
    )
    .replace(
      '    what:\n',
      '    what: The pool is sized by the load of the busiest hour, and an alert says when it is half full.\n',
    )
    .replace('    owner:\n', '    owner: storefront\n')
    .replace('status: proposed', 'status: open')
    .replace('    addresses:\n', '    addresses: [pool-exhaustion]\n')
    .replace(
      '## Timeline\n',
      '## Timeline\n\n- 09:10 (symptom) Card payments end in 500.\n- 09:20 (detection) The alert fires.\n- 09:50 (mitigation) Restarted.\n',
    )
    .replace(
      '## Why it could happen\n',
      '## Why it could happen\n\nA payment takes <500ms on most days, and took seconds on that one.\n',
    )
    .replace('## Lessons\n', '## Lessons\n\n- A pool that is full looks like a service that is down.\n');
}

/** Where a text stands in a file, as `line:column`. */
function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe.skipIf(!HAS_TERMINAL)('a new author, from an empty terminal to a page', () => {
  let content: string;
  let out: string;
  const path = (): string => join(content, FILE);
  const here = (): string[] => ['--content', content, ...AS_OF];

  beforeAll(async () => {
    const workshop = await emptyFolder('author');
    content = join(workshop, 'content');
    out = join(workshop, 'out');
    await writeFiles(content, CONTENT);
  });

  test('answers a few questions', async () => {
    const terminal = openTerminal(['new', ...here()]);
    for (const [question, answer] of [
      ['What broke, for whom?', TITLE],
      ['When were users first affected? In Europe/Lisbon', '2026-11-18T09:10'],
      ['How bad was it?', KEYS.down],
      ['Which services did users feel it in?', `${KEYS.space}${KEYS.down}${KEYS.space}`],
      ['● Full', ''],
    ] as const) {
      await terminal.see(question);
      terminal.type(`${answer}${KEYS.enter}`);
    }
    const { exitCode, screen } = await terminal.ended();
    expect(exitCode, screen).toBe(0);
    expect(screen).toContain(`${FILE} --content ${content}`);
    expect(screen).toContain(`npx cairn publish ${ID}`);
    const check = await cairn(['check', path(), ...here(), '--strict']);
    expect(check).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('writes what is known, and is told of every slip at once', async () => {
    const text = edited(readFileSync(path(), 'utf8'));
    writeFileSync(path(), text);
    const { exitCode, stdout } = await cairn(['check', path(), ...here()]);
    expect(exitCode).toBe(1);
    const slips = stdout.match(/^\S+:\d+:\d+ \S+/gm);
    expect(slips).toEqual([
      `${FILE}:${placeOf(text, '2026-10-18T09:50')} time-order`,
      `${FILE}:${placeOf(text, 'pool-exaustion')} unknown-cause`,
      `${FILE}:${placeOf(text, '<500ms')} mdx-syntax`,
    ]);
    expect(stdout).toContain('pool-exhaustion');
  });

  test('cannot publish it like that', async () => {
    const before = readFileSync(path(), 'utf8');
    expect(await cairn(['publish', ID, ...here()])).toMatchObject({ exitCode: 1 });
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });

  test('mends them, links the incident that it looks like, and publishes', async () => {
    const text = readFileSync(path(), 'utf8')
      .replace('2026-10-18', '2026-11-18')
      .replace('pool-exaustion', 'pool-exhaustion')
      .replace('<500ms', 'less than 500 ms');
    writeFileSync(path(), text);
    const hinted = await cairn(['check', path(), ...here(), '--strict']);
    expect(hinted.stdout.match(/^\S+:\d+:\d+ \S+/gm)).toEqual([
      `${FILE}:${placeOf(text, '[pool-exhaustion]')} similar-incident`,
    ]);
    expect(hinted.stdout).toContain(`looks like \`${EARLIER}\``);
    writeFileSync(path(), text.replace(/^causes:/m, `recurrenceOf: ${EARLIER}\ncauses:`));
    const check = await cairn(['check', path(), ...here(), '--strict']);
    expect(check, check.stdout).toMatchObject({ exitCode: 0, stdout: '' });
    const publish = await cairn(['publish', ID, ...here()]);
    expect(publish.exitCode, publish.stdout + publish.stderr).toBe(0);
    const published = readFileSync(path(), 'utf8');
    expect(published).toMatch(/^status: published$/m);
    expect(published).toMatch(/^published: 2026-11-20$/m);
  });

  test('finds it on its page, and in the patterns', async () => {
    await buildSite({ content, out });
    const page = (name: string): string => readFileSync(join(out, name, 'index.html'), 'utf8');
    const incident = page(`incidents/${ID}`);
    expect(incident).toContain(TITLE);
    expect(incident).toContain('The payment service was restarted with a pool of twice the size.');
    expect(incident).toContain('HikariPool-1 - Connection is not available: timed out after 30000ms #3');
    expect(incident).toContain('Orders waited for connections');
    expect(page('causes/pool-exhaustion')).toContain(`/incidents/${ID}/`);
    expect(page('patterns')).toContain('Connection pool exhaustion');
    expect(page('actions')).toContain(`/incidents/${ID}/#action-A1`);
  });
});
