import { expect, test } from 'vitest';
import { type Files, linesOf, postmortem } from '../testing/archive.ts';

const inMdx = (body: string): string => postmortem([], `${body}\n`);

const BAD: Files = {
  'causes/pool-exhausted.md': '---\nname: Pool exhausted\n---\n',
  'factors/slow-alert.md': '---\nname: Slow alert\n---\n',
  'services/checkout.yaml': 'name: Checkout\n',
  'teams/platform.yaml': 'name: Platform\n',

  // YAML that is none, or would lose words.
  'postmortems/yaml-tab.md': postmortem('services:\n\t- checkout'),
  'postmortems/yaml-quote.md': postmortem('summary: "Checkout was down\nseverity: SEV1'),
  'postmortems/yaml-duplicate-key.md': postmortem('summary: one\nsummary: two'),
  'postmortems/yaml-alias-bomb.md': postmortem('tags: &a [lol, lol]\nsignals: [*a, *a, *a]'),
  'postmortems/yaml-cut.md': postmortem('signals:\n  - connect to db #3 failed'),
  'postmortems/yaml-map.md': postmortem('signals:\n  - ERROR: deadlock detected'),

  // Front matter that is not where it should be.
  'postmortems/front-matter-js.md': '---js\n{ title: process.exit(1) }\n---\n',
  'postmortems/front-matter-absent.md': '# It broke\n',
  'postmortems/front-matter-unclosed.md': '---\ntitle: It broke\n\nIt broke.\n',
  'postmortems/front-matter-early.md': '---\ntitle: It broke\n---\nstarted: 2024-03-01T10:00Z\n---\n',
  'postmortems/front-matter-late.md': '\n---\ntitle: It broke\nstarted: 2024-03-01T10:00Z\n---\n',

  // Keys and values.
  'postmortems/key-missing.md': '---\ntitle: It broke\n---\n',
  'postmortems/key-unknown.md': postmortem('serverity: SEV1'),
  'postmortems/type-wrong.md': postmortem('services: checkout'),
  'postmortems/cause-unknown.md': postmortem('causes: [pool-exausted]'),
  'postmortems/service-unknown.md': postmortem('services: [chekout]'),

  // Times.
  'postmortems/time-without-zone.md': postmortem('started: 2024-03-01T10:00'),
  'postmortems/time-zone-abbreviation.md': postmortem('started: 2024-03-01T10:00\ntimezone: EST'),
  'postmortems/time-skipped.md': postmortem('started: 2024-03-31T02:30\ntimezone: Europe/Berlin'),
  'postmortems/time-ambiguous.md': postmortem('started: 2024-10-27T02:30\ntimezone: Europe/Berlin'),
  'postmortems/time-end-before-start.md': postmortem('resolved: 2024-03-01T09:59Z'),
  'postmortems/timeline-order.md': postmortem('timeline:\n  - { at: 10:05, what: Up }\n  - { at: 10:00, what: Down }'),

  // Ids.
  'postmortems/2023/duplicate-id.md': postmortem(),
  'postmortems/2024/duplicate-id.md': postmortem(),
  'postmortems/alias-one.md': postmortem('aliases: [INC-1]'),
  'postmortems/alias-two.md': postmortem('aliases: [INC-1]'),
  'postmortems/DB outage.mdx': postmortem(),
  'postmortems/action-ids.md': postmortem(
    [1, 2].reduce(
      (yaml) => `${yaml}\n  - { id: A1, what: Mend it, owner: platform, priority: P1, status: open }`,
      'actions:',
    ),
  ),

  // Bodies.
  'postmortems/mdx-less-than.mdx': inMdx('It took <500ms.'),
  'postmortems/mdx-brace.mdx': inMdx('It answered {json}.'),
  'postmortems/mdx-autolink.mdx': inMdx('See <https://status.example/>.'),
  'postmortems/mdx-expression.mdx': inMdx('{1 + 1}'),
  'postmortems/mdx-import.mdx': inMdx("import fs from 'node:fs'"),
  'postmortems/mdx-component.mdx': inMdx('<Timelin />'),
  'postmortems/html.md': inMdx('<script>alert(1)</script>'),
  'postmortems/picture.md': inMdx('![The graph](graph.png)'),
  'postmortems/link.md': inMdx('As [before](html.mdx).'),

  // Files.
  'postmortems/notes.markdown': 'Notes.\n',
  'incidents/it-broke.md': postmortem(),
  'postmortems/empty.md': '',
  'postmortems/latin.md': Buffer.from(postmortem('summary: Café'), 'latin1'),

  // And one that is right, with a byte order mark and CRLF.
  'postmortems/from-windows.md': `\uFEFF${postmortem()}`.replaceAll('\n', '\r\n'),
};

test('all that can be wrong is named in one run, each at its place', async () => {
  expect((await linesOf(BAD)).join('\n')).toMatchInlineSnapshot(`
    "incidents/it-broke.md wrong-folder nothing is read from incidents/: the folders are postmortems, causes, factors, services, teams, guides, templates (a postmortem stands in postmortems/, at any depth)
    postmortems/2023/duplicate-id.md duplicate-id the id \`duplicate-id\` is also that of postmortems/2024/duplicate-id.md (rename one of them)
    postmortems/2024/duplicate-id.md duplicate-id the id \`duplicate-id\` is also that of postmortems/2023/duplicate-id.md (rename one of them)
    postmortems/DB outage.mdx file-name the name of the file is the id: lower-case words and digits joined by hyphens, at most 80 characters (rename it to db-outage.mdx)
    postmortems/action-ids.md:7:11 duplicate-action the action on line 6 has the id \`A1\` already (number it anew)
    postmortems/alias-two.md:5:11 duplicate-alias \`INC-1\` is already an alias of postmortems/alias-one.md (leave it where it belongs)
    postmortems/cause-unknown.md:5:10 unknown-cause there is no cause \`pool-exausted\` (the nearest is \`pool-exhausted\`)
    postmortems/empty.md empty-file it is empty (fill it in, or delete it)
    postmortems/front-matter-absent.md:1:1 front-matter-absent it has no front matter (start the file with a line \`---\`, lines of \`key: value\`, and a line \`---\`)
    postmortems/front-matter-early.md:3:1 front-matter-closed-early this line ends the front matter, and what follows it is read as text (take it away, so that one line \`---\` stands after the last key)
    postmortems/front-matter-js.md:1:4 front-matter-language front matter is YAML between two lines \`---\`; \`js\` is not read (write \`---\` alone on the line)
    postmortems/front-matter-late.md:2:1 front-matter-late a blank stands before the front matter, which is then not read (let \`---\` be the first characters of the file)
    postmortems/front-matter-unclosed.md:1:1 front-matter-unclosed the front matter that starts here is never closed, and would swallow the text (put a line \`---\` after its last key)
    postmortems/html.md:7:1 html-not-allowed \`<script>\` is not allowed (take it out: a postmortem cannot run code)
    postmortems/key-missing.md:2:1 missing-key \`started\` is missing (When users were first affected)
    postmortems/key-unknown.md:5:1 unknown-key \`serverity\` is not a key of this file (the nearest is \`severity\`)
    postmortems/latin.md:5:13 not-utf8 it is not UTF-8 (save it with the encoding UTF-8)
    postmortems/link.md:7:4 dead-link html.mdx leads to no file (the nearest is \`html.md\`)
    postmortems/mdx-autolink.mdx:7:5 mdx-syntax in .mdx an address does not stand in angle brackets (write \`https://status.example/\` without the brackets, or \`[words](https://status.example/)\`; or rename the file to .md)
    postmortems/mdx-brace.mdx:7:13 no-code in .mdx \`{json}\` is an expression, and a postmortem cannot run code (if it is text, write it as \`code\`, put a backslash before the brace (\\{), or rename the file to .md)
    postmortems/mdx-component.mdx:7:1 unknown-component there is no component \`<Timelin>\` (the nearest is \`<Timeline>\`; if it is text, write \`&lt;Timelin>\` or put it in backticks)
    postmortems/mdx-expression.mdx:7:1 no-code in .mdx \`{1 + 1}\` is an expression, and a postmortem cannot run code (if it is text, write it as \`code\`, put a backslash before the brace (\\{), or rename the file to .md)
    postmortems/mdx-import.mdx:7:1 no-code \`import\` is code, and a postmortem cannot run code (take it out: components need no import)
    postmortems/mdx-less-than.mdx:7:9 mdx-syntax in .mdx \`<500ms.\` is read as a tag, and is none (write \`&lt;500ms.\`, or put it in backticks; or rename the file to .md)
    postmortems/notes.markdown wrong-extension files of postmortems/ end in .mdx or .md (rename it to notes.md, or move it out of the content folder)
    postmortems/picture.md:7:1 picture-missing there is no picture \`graph.png\` (put it beside the file)
    postmortems/service-unknown.md:5:12 unknown-service there is no service \`chekout\` (the nearest is \`checkout\`)
    postmortems/time-ambiguous.md:4:10 ambiguous-time 2024-10-27T02:30 was twice in Europe/Berlin: the clocks went back over it (write 2024-10-27T02:30+02:00 for the first or 2024-10-27T02:30+01:00 for the second)
    postmortems/time-end-before-start.md:5:11 time-order \`resolved\` (2024-03-01T09:59Z) is before \`started\` (2024-03-01T10:00Z) (correct the one that is wrong)
    postmortems/time-skipped.md:4:10 skipped-time 2024-03-31T02:30 never was in Europe/Berlin: the clocks went forward over it (write 2024-03-31T03:30+02:00 or 2024-03-31T01:30+01:00)
    postmortems/time-without-zone.md:4:10 time-without-zone 2024-03-01T10:00 does not say in which zone (write 2024-03-01T10:00+01:00 with your offset, or name the \`timezone\` of this file)
    postmortems/time-zone-abbreviation.md:5:11 zone-abbreviation \`EST\` is an abbreviation, which several zones share: a zone is written as Area/City, or UTC (write America/New_York if that is the one)
    postmortems/timeline-order.md:7:11 timeline-order the timeline is out of order, or leaps 12 hours or more: 10:00 stands after 10:05 (move the entry to its place, or write the full time, such as 2024-03-02T10:00+00:00)
    postmortems/type-wrong.md:5:11 wrong-type \`services\` must be a list (write \`[checkout]\`)
    postmortems/yaml-alias-bomb.md:5:7 yaml-alias \`&a\` is an anchor to YAML, which is not read (take it away)
    postmortems/yaml-alias-bomb.md:6:11 yaml-alias \`*a\` is an alias to YAML, which is not read (write '*a')
    postmortems/yaml-alias-bomb.md:6:15 yaml-alias \`*a\` is an alias to YAML, which is not read (write '*a')
    postmortems/yaml-alias-bomb.md:6:19 yaml-alias \`*a\` is an alias to YAML, which is not read (write '*a')
    postmortems/yaml-cut.md:6:5 yaml-cut-value YAML ends \`signals\` at the \` #\`, and the words after it would be lost (write 'connect to db #3 failed', or put the comment on a line of its own)
    postmortems/yaml-duplicate-key.md:6:1 yaml-duplicate-key \`summary\` stands here a second time (leave one of the two)
    postmortems/yaml-map.md:6:5 yaml-map-for-text an item of \`signals\` must be text, and YAML reads a map here (write 'ERROR: deadlock detected')
    postmortems/yaml-quote.md:5:10 yaml-quote the quote " that opens here is not closed on its line (write 'Checkout was down')
    postmortems/yaml-tab.md:6:1 yaml-tab a tab indents this line, which YAML does not allow (use spaces)"
  `);
});
