import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../gates/files.ts';
import { cairn, emptyFolder, type Run } from '../site.ts';

const HEAD = 'title: A title\nstatus: draft\nstarted: 2025-01-01T10:00Z\n';

/** A postmortem with these lines after the four that every one has (so the first of them is line 5), and this body. */
function postmortem(lines: string, body = 'Text.'): string {
  return `---\n${HEAD}${lines}${lines ? '\n' : ''}---\n${body}\n`;
}

/** One mistake a file: path below content/, its text, and where the mistake has to be reported. */
const MISTAKES: [path: string, text: string | Buffer, at: string | RegExp][] = [
  ['tab.md', `---\n${HEAD}detection:\n\tby: alert\n---\nText.\n`, ':6:'],
  ['unclosed-quote.md', postmortem("summary: 'It began"), /:[56]:/],
  ['duplicate-key.md', postmortem('title: Another'), ':5:'],
  ['alias-bomb.md', postmortem('tags: &a [x, x]\nlinks: [*a, *a]'), /:[56]:/],
  ['javascript.md', `---js\n{ title: 'x' }\n---\nText.\n`, ':1:'],
  ['absent.md', 'Text without front matter.\n', ':1:'],
  ['never-closed.md', `---\n${HEAD}\nText.\n`, /:\d+:/],
  ['closed-early.md', `---\n${HEAD}summary: |\n  One\n---\nservices: [payments]\n---\nText.\n`, /:\d+:/],
  ['after-a-blank-line.md', `\n---\n${HEAD}---\nText.\n`, /:[12]:/],
  ['cut-value.md', postmortem('signals:\n  - connect to db #3 failed'), ':6:'],
  ['value-as-map.md', postmortem('signals:\n  - ERROR: deadlock detected'), ':6:'],
  ['missing-key.md', '---\nstatus: draft\nstarted: 2025-01-01T10:00Z\n---\nText.\n', /:\d+:\d+ .*title/],
  ['unknown-key.md', postmortem('sumary: It began.'), /:5:\d+ .*summary/],
  ['wrong-type.md', postmortem('services: payments'), ':5:'],
  ['unknown-cause.md', postmortem('causes: [missing-limt]'), /:5:\d+ .*missing-limit/],
  ['unknown-service.md', postmortem('services: [paymints]'), /:5:\d+ .*payments/],
  ['time-without-zone.md', '---\ntitle: A\nstatus: draft\nstarted: 2025-01-01T10:00\n---\nText.\n', ':4:'],
  ['abbreviated-zone.md', postmortem('timezone: EST'), ':5:'],
  ['skipped-time.md', postmortem('timezone: Europe/Berlin\ndetected: 2025-03-30T02:30'), ':6:'],
  ['ambiguous-time.md', postmortem('timezone: Europe/Berlin\ndetected: 2025-10-26T02:30'), ':6:'],
  ['end-before-start.md', postmortem('resolved: 2025-01-01T09:00Z'), ':5:'],
  [
    'timeline-out-of-order.md',
    postmortem("timeline:\n  - { at: '10:00', what: First }\n  - { at: '09:00', what: Second }"),
    ':7:',
  ],
  ['same-alias.md', postmortem('aliases: [INC-1]'), ':5:'],
  ['2024/same-id.md', postmortem(''), ''],
  ['2025/same-id.md', postmortem(''), ''],
  ['DB outage.mdx', postmortem(''), /.*db-outage/],
  [
    'duplicate-action.md',
    postmortem(
      'actions:\n  - { id: A1, what: One, owner: core, priority: P1, status: open }\n  - { id: A1, what: Two, owner: core, priority: P1, status: open }',
    ),
    ':7:',
  ],
  ['less-than.mdx', postmortem('', '\nIt took <500ms to fail.'), /:7:\d+ .*\.md/],
  ['braces.mdx', postmortem('', '\nIt said {json}.'), ':7:'],
  ['angle-link.mdx', postmortem('', '\nSee <https://status.example.com>.'), ':7:'],
  ['two-mistakes.mdx', postmortem('', '\nIt took <500ms.\n\nIt said {json}.'), /:7:[\s\S]*two-mistakes\.mdx:9:/],
  ['expression.mdx', postmortem('', '\n{1 + 1}'), ':7:'],
  ['import.mdx', postmortem('', "\nimport fs from 'node:fs'"), ':7:'],
  ['unknown-component.mdx', postmortem('', '\n<Timline />'), /:7:\d+ .*Timeline/],
  ['script.md', postmortem('', '\n<script>alert(1)</script>'), ':7:'],
  ['missing-picture.md', postmortem('', '\n![A curve](curve.png)'), ':7:'],
  ['dead-link.md', postmortem('', '\nSee [that one](no-such-incident.md).'), ':7:'],
  ['wrong-extension.txt', postmortem(''), ''],
  ['../wrong-folder.md', postmortem(''), ''],
  ['empty.md', '', ''],
  ['not-utf-8.md', Buffer.from(`---\n${HEAD}---\nStra\xdfe\n`, 'latin1'), ''],
];

/** Nothing is wrong with these, byte order mark and CRLF notwithstanding. */
const FAULTLESS = {
  'postmortems/byte-order-mark.md': `\uFEFF${postmortem('')}`,
  'postmortems/alias.md': postmortem('aliases: [INC-1]'),
  'postmortems/crlf.md': postmortem('services: [payments]').replaceAll('\n', '\r\n'),
  'causes/missing-limit.md': '---\nname: Missing limit\n---\nA primer.\n',
  'services/payments.yaml': 'name: Payments\n',
  'teams/core.yaml': 'name: Core\n',
};

let build: Run;
let check: Run;
let out: string;

beforeAll(async () => {
  const workshop = await emptyFolder('bad-input');
  const content = join(workshop, 'content');
  out = join(workshop, 'out');
  const write = async (path: string, text: string | Buffer): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  for (const [path, text] of MISTAKES) await write(join(content, 'postmortems', path), text);
  for (const [path, text] of Object.entries(FAULTLESS)) await write(join(content, path), text);
  await write(join(out, 'index.html'), 'the site that stood here before');
  build = await cairn(['build', '--content', content, '--out', out]);
  check = await cairn(['check', '--content', content]);
});

test('the build ends with 1', () => {
  expect(build.exitCode).toBe(1);
});

test.each(MISTAKES)('%s', (path, _, at) => {
  const file = join('postmortems', path).replaceAll('\\', '/');
  const place = at instanceof RegExp ? at.source : escaped(at);
  expect(build.stderr).toMatch(new RegExp(`^${escaped(file)}${place}`, 'm'));
});

test('what has nothing wrong with it is not complained about', () => {
  const files = build.stderr.split('\n').map((line) => line.split(/[: ]/, 1)[0]);
  expect(files.filter((file) => file && file in FAULTLESS)).toEqual([]);
});

test('no stack, no message of a library, no path of this machine', () => {
  expect(build.stderr).not.toMatch(/^\s+at |node_modules|Error:/m);
});

test('check says the same', () => {
  expect(check.exitCode).toBe(1);
  const located = (text: string): string[] => text.match(/^\S[^:\n]*\.(?:mdx?|yaml|txt):\d+:\d+/gm) ?? [];
  expect(located(build.stderr).length).toBeGreaterThan(30);
  expect(located(check.stdout)).toEqual(located(build.stderr));
});

test('the site that stood there before still stands', () => {
  expect(filesBelow(out)).toEqual(['index.html']);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
