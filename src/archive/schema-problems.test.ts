import { describe, expect, test } from 'vitest';
import { linesOf, postmortem } from '../testing/archive.ts';

/** The problems of one postmortem with these lines, without the name of its file. */
async function judge(front: string): Promise<string[]> {
  const lines = await linesOf({ 'postmortems/it.md': postmortem(front) });
  return lines.map((line) => line.slice('postmortems/it.md:'.length));
}

describe('a key that is not listed stands where it is written, with the nearest that is', () => {
  test.each([
    ['serverity: SEV1', '5:1 unknown-key `serverity` is not a key of this file (the nearest is `severity`)'],
    ['Severity: SEV1', '5:1 unknown-key `Severity` is not a key of this file (the nearest is `severity`)'],
    ["'time line': []", '5:1 unknown-key `time line` is not a key of this file (the nearest is `timeline`)'],
    ['impact: { summary: x, user: 3 }', '5:23 unknown-key `user` is not a key of `impact` (the nearest is `users`)'],
    ['causes: [{ id: x, hwo: y }]', '5:19 unknown-key `hwo` is not a key of `causes` (the nearest is `how`)'],
    [
      'timeline:\n  - { at: 10:00, what: x, knd: change }',
      '6:27 unknown-key `knd` is not a key of `timeline` (the nearest is `kind`)',
    ],
    // What is misspelt is not missing besides.
    ['causes: [{ idd: x }]', '5:12 unknown-key `idd` is not a key of `causes` (the nearest is `id`)'],
    ['impact: { sumary: x }', '5:11 unknown-key `sumary` is not a key of `impact` (the nearest is `summary`)'],
    ['__proto__: x', expect.stringContaining('5:1 unknown-key `__proto__` is not a key of this file')],
  ])('%j', async (front, problem) => {
    expect((await judge(front)).filter((line) => !line.includes('unknown-cause'))).toEqual([problem]);
  });
});

describe('a key that is missing stands where it should be, and says what it is for', () => {
  test('at the first line of the front matter', async () => {
    expect(await linesOf({ 'postmortems/it.md': '---\nstatus: draft\n---\n' })).toEqual([
      'postmortems/it.md:2:1 missing-key `started` is missing (When users were first affected)',
      expect.stringMatching(/^postmortems\/it\.md:2:1 missing-key `title` is missing \(What broke/),
    ]);
  });

  test.each([
    ['rollback: { used: "no" }', '5:11 missing-key `rollback.why` is missing (Why it was, or was not, rolled back)'],
    ['causes:\n  - how: x', '6:5 missing-key `causes.id` is missing (An id of causes/ or factors/)'],
    [
      'detection:\n  gap: x',
      '6:3 missing-key `detection.by` is missing (one of alert, customer, employee, partner, test)',
    ],
    [
      'detection:\n  by:\n  gap: x',
      '6:3 missing-key `detection.by` is missing (one of alert, customer, employee, partner, test)',
    ],
  ])('in the map that should hold it: %j', async (front, problem) => {
    expect(await judge(front)).toEqual([problem]);
  });
});

describe('a wrong value stands where it is written, with what was expected', () => {
  test.each([
    [
      'status: publishd',
      '4:9 wrong-value `status` must be `draft`, `review` or `published` (the nearest is `published`)',
    ],
    ['type: party', '5:7 wrong-value `type` must be `incident`, `near-miss` or `exercise`'],
    ['services: checkout', '5:11 wrong-type `services` must be a list (write `[checkout]`)'],
    ['lessons: One', '5:10 wrong-type `lessons` must be a list (write `[One]`)'],
    ['impact: bad', '5:9 wrong-type `impact` must be a map (write `{ summary: bad }`)'],
    ['impact: "it, too"', "5:9 wrong-type `impact` must be a map (write `{ summary: 'it, too' }`)"],
    ['impact: [bad]', '5:9 wrong-type `impact` must be a map (write `{ summary: … }`)'],
    ['actions: [Mend it]', '5:11 wrong-type an item of `actions` must be a map (write `{ id: …, what: … }`)'],
    [
      'owner:\n  - platform',
      '6:3 yaml-map-for-text `owner` must be text, and YAML reads a list here (write `platform`)',
    ],
    ['owner: [platform]', '5:8 yaml-map-for-text `owner` must be text, and YAML reads a list here (write `platform`)'],
    [
      'visibility: restricted-team',
      '5:13 wrong-value `visibility` must be `internal` or `restricted` (the nearest is `restricted`)',
    ],
    ['causes: unkown', '5:9 wrong-type `causes` must be `unknown` or a list (the nearest is `unknown`)'],
    ['causes: []', '5:9 wrong-value `causes` must not be empty'],
    ['factors: [[x]]', '5:11 wrong-type an item of `factors` must be text or a map'],
    ['ongoing: maybe', '5:10 wrong-value `ongoing` must be `true` or `false`'],
    [
      'services: [Check Out]',
      '5:12 wrong-value an item of `services`: an id is lower-case words and digits joined by hyphens (write `check-out`)',
    ],
    ['published: 2024-02-30', '5:12 wrong-value `published` must be a day that exists, written as 2024-03-01'],
    ['published: 01.03.2024', '5:12 wrong-value `published` must be a day that exists, written as 2024-03-01'],
    [
      'detected: 10:00',
      '5:11 wrong-value `detected` must be a time written as 2024-03-01T15:30+01:00, or 2024-03-01T15:30 beside `timezone`',
    ],
    ['summary: ""', '5:10 wrong-value `summary` must not be empty'],
    ["summary: '  '", '5:10 wrong-value `summary` must not be empty'],
    ['lessons: [""]', '5:11 wrong-value an item of `lessons` must not be empty'],
    [
      'impact: { summary: x, cost: { amount: 3k, currency: eur } }',
      '5:39 wrong-value `impact.cost.amount` must be a number in digits, such as 24 or 1.5',
    ],
    [
      'links: [{ label: x, url: "javascript:alert(1)" }]',
      '5:26 wrong-value `links.url` must be a web address that starts with https:// or http://',
    ],
    [
      'summary: { a: b }',
      "5:10 yaml-map-for-text `summary` must be text, and YAML reads a map here (write '{ a: b }')",
    ],
    ['summary: [WARN]', "5:10 yaml-map-for-text `summary` must be text, and YAML reads a list here (write '[WARN]')"],
    [
      'summary:\n  one: two',
      "6:3 yaml-map-for-text `summary` must be text, and YAML reads a map here (write 'one: two')",
    ],
  ])('%j', async (front, problem) => {
    expect((await judge(front))[0]).toBe(problem);
  });
});

describe('a ` #` that cuts words', () => {
  test.each([
    [
      'title: Down # 3',
      "2:8 yaml-cut-value YAML ends `title` at the ` #`, and the words after it would be lost (write 'Down # 3', or put the comment on a line of its own)",
    ],
    [
      'tags: [x]\naliases:\n  - INC #3',
      "7:5 yaml-cut-value YAML ends `aliases` at the ` #`, and the words after it would be lost (write 'INC #3', or put the comment on a line of its own)",
    ],
    [
      'title: #3 is down',
      "2:8 yaml-cut-value YAML reads the words after `title` as a comment, since they start with #, and they would be lost (write '#3 is down', or put the comment on a line of its own)",
    ],
    [
      'lessons:\n  - #3 is not a spare',
      "6:5 yaml-cut-value YAML reads the words after `lessons` as a comment, since they start with #, and they would be lost (write '#3 is not a spare', or put the comment on a line of its own)",
    ],
    [
      'source:\n  any: thing #3',
      "6:8 yaml-cut-value YAML ends `source.any` at the ` #`, and the words after it would be lost (write 'thing #3', or put the comment on a line of its own)",
    ],
  ])('%j', async (front, problem) => {
    const lines = await linesOf({
      'postmortems/it.md': front.startsWith('title')
        ? `---\n${front}\nstarted: 2024-03-01T10:00Z\n---\n`
        : postmortem(front),
    });
    expect(lines).toEqual([`postmortems/it.md:${problem}`]);
  });

  test('is a comment beside what holds no words, on a line of its own, and in quotes', async () => {
    expect(
      await judge(
        'severity: SEV1 # or worse\ntrigger: deploy # we think\ntags: [x] # all\n# alone\nsummary: "a #3" # b\nowner: #todo\nlessons: # to come',
      ),
    ).toEqual([]);
  });
});

test.each([
  ['severity: SEV1\n\tlessons: x', '6:11 wrong-type'],
  ['severity: SEV1\n\town: x', '6:2 unknown-key'],
  ['impact:\n  summary: x\n   usrs: 3', '7:4 unknown-key'],
])('on a line that is indented wrongly, a place is that of what was written: %j', async (front, place) => {
  expect((await judge(front)).map((line) => line.split(' ', 2).join(' '))).toContain(place);
});

test('one mistake hides no other, of whatever sort', async () => {
  const front =
    'serverity: SEV1\nservices: [nowhere]\nlessons: [ERROR: x]\nresolved: 2024-02-30T10:00Z\nactions:\n  - { id: A1, what: x, owner: nobody, priority: P1, status: opn, due: soon }\n  - { id: A1 }';
  expect((await judge(`${front}\nsummary: "unclosed`)).map((line) => line.split(' ', 2).join(' '))).toEqual([
    '5:1 unknown-key',
    '6:12 unknown-service',
    '7:11 yaml-map-for-text',
    '8:11 no-such-time',
    '10:31 unknown-team',
    '10:61 wrong-value',
    '10:71 wrong-value',
    '11:5 missing-key',
    '11:11 duplicate-action',
    '12:10 yaml-quote',
  ]);
});
