import { describe, expect, test } from 'vitest';
import { linesOf, postmortem } from '../../testing/archive.ts';
import { CATALOGUE, judge, message } from '../../testing/judged.ts';
import { RULES } from './table.ts';

const ACTION = 'id: A1, what: Mend it, owner: platform, priority: P1';

test('every rule has a name of its own and says what it demands', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  for (const { name, what } of RULES) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(what).toMatch(/\.$/);
  }
});

test('the archive that the wrong ones are made from is right', async () => {
  expect(await judge('')).toEqual([]);
});

describe.each<[rule: string, right: string[], wrong: [front: string, ...problems: string[]][]]>([
  [
    'unknown-cause',
    ['causes: [pool-exhausted]', 'causes: [{ id: pool-exhausted, how: x }]', 'causes: unknown'],
    [
      ['causes: [pool]', '5:10 unknown-cause'],
      ['causes:\n  - { how: x, id: pool }', '6:19 unknown-cause'],
      ['causes: [slow-alert]', '5:10 unknown-cause'],
      ['causes: [unknown]', '5:10 unknown-cause'],
      ['causes: [pool-exhausted, unknown]', '5:26 unknown-cause'],
      ['causeChain: [{ step: x, cause: pool, consequence: x, prevention: x }]', '5:32 unknown-cause'],
    ],
  ],
  [
    'unknown-factor',
    [
      'factors: [slow-alert, pool-exhausted]',
      `actions: [{ ${ACTION}, status: open, addresses: [slow-alert, pool-exhausted] }]`,
    ],
    [
      ['factors: [slow]', '5:11 unknown-factor'],
      [`actions: [{ ${ACTION}, status: open, addresses: [slow] }]`, '5:93 unknown-factor'],
    ],
  ],
  ['unknown-service', ['services: [checkout]'], [['services: [checkout, chekout]', '5:22 unknown-service']]],
  [
    'unknown-team',
    ['owner: platform'],
    [
      ['owner: plattform', '5:8 unknown-team'],
      ['actions: [{ id: A1, what: x, owner: plattform, priority: P1, status: open }]', '5:37 unknown-team'],
    ],
  ],
  ['unknown-severity', ['severity: SEV3'], [['severity: sev3', '5:11 unknown-severity']]],
  ['unknown-trigger', ['trigger: deploy'], [['trigger: depoly', '5:10 unknown-trigger']]],
  [
    'unknown-incident',
    ['related: [earlier]', 'recurrenceOf: earlier'],
    [
      ['related: [earliest]', '5:11 unknown-incident'],
      ['related: [it]', '5:11 unknown-incident'],
      ['recurrenceOf: earliest', '5:15 unknown-incident'],
    ],
  ],
  [
    'repeated-reference',
    ['causes: [pool-exhausted]\nfactors: [pool-exhausted]'],
    [
      ['services: [checkout, checkout]', '5:22 repeated-reference'],
      ['causes: [pool-exhausted, { id: pool-exhausted }]', '5:32 repeated-reference'],
    ],
  ],
  [
    'recurrence',
    ['recurrenceOf: earlier'],
    [
      ['started: 2022-01-01T10:00Z\nrecurrenceOf: earlier', '5:15 recurrence'],
      ['started: 2023-03-01T11:00+01:00\nrecurrenceOf: earlier', '5:15 recurrence'],
    ],
  ],
  [
    'time-order',
    [
      'detected: 2024-03-01T10:00Z\nacknowledged: 2024-03-01T10:00Z\nmitigated: 2024-03-01T10:00Z\nresolved: 2024-03-01T10:00Z',
      'mitigated: 2024-03-01T11:00+01:00',
      'published: 2024-03-01',
    ],
    [
      ['mitigated: 2024-03-01T09:59Z', '5:12 time-order'],
      ['resolved: 2024-03-01T09:59Z', '5:11 time-order'],
      ['mitigated: 2024-03-01T11:00Z\nresolved: 2024-03-01T10:59Z', '6:11 time-order'],
      ['detected: 2024-03-01T11:00Z\nacknowledged: 2024-03-01T10:59Z', '6:15 time-order'],
      ['detected: 2024-03-01T09:00Z', '5:11 time-order'],
      ['published: 2024-02-29', '5:12 time-order'],
      ['resolved: 2024-03-01T10:30Z\ndetected: 2024-03-01T10:40Z', '5:11 time-order'],
    ],
  ],
  [
    'windows',
    [
      'windows: [{ from: 2024-03-01T10:00Z, to: 2024-03-01T10:10Z }, { from: 2024-03-01T10:10Z, to: 2024-03-01T10:20Z }]',
    ],
    [
      ['windows: [{ from: 2024-03-01T10:00Z, to: 2024-03-01T10:00Z }]', '5:42 windows'],
      [
        'windows:\n  - { from: 2024-03-01T10:00Z, to: 2024-03-01T10:10Z }\n  - { from: 2024-03-01T10:09Z, to: 2024-03-01T10:20Z }',
        '7:13 windows',
      ],
      [
        'windows:\n  - { from: 2024-03-01T11:00Z, to: 2024-03-01T11:10Z }\n  - { from: 2024-03-01T10:00Z, to: 2024-03-01T10:10Z }',
        '7:13 windows',
      ],
    ],
  ],
  [
    'either-or',
    [
      'noActions: It cannot come back.',
      'actions: []\nnoActions: It cannot come back.',
      'ongoing: true',
      'ongoing: false\nresolved: 2024-03-01T11:00Z',
    ],
    [
      [`actions: [{ ${ACTION}, status: open }]\nnoActions: x`, '6:12 either-or'],
      ['ongoing: true\nresolved: 2024-03-01T11:00Z', '5:10 either-or'],
    ],
  ],
  [
    'duplicate-action',
    [`actions:\n  - { ${ACTION}, status: open }\n  - { ${ACTION.replace('A1', 'A2')}, status: open }`],
    [
      [`actions:\n  - { ${ACTION}, status: open }\n  - { ${ACTION}, status: open }`, '7:11 duplicate-action'],
      [
        `actions:\n  - { ${ACTION}, status: open }\n  - { ${ACTION.replace('A1', 'a1')}, status: open }`,
        '7:11 duplicate-action',
      ],
    ],
  ],
  [
    'wont-do-reason',
    [`actions: [{ ${ACTION}, status: wont-do, closed: 2024-04-01, reason: Too dear }]`],
    [[`actions: [{ ${ACTION}, status: wont-do, closed: 2024-04-01 }]`, '5:75 wont-do-reason']],
  ],
  [
    'closed-day',
    [`actions: [{ ${ACTION}, status: done, opened: 2024-04-01, closed: 2024-04-01 }]`],
    [
      [`actions: [{ ${ACTION}, status: doing, closed: 2024-04-01 }]`, '5:90 closed-day'],
      [`actions: [{ ${ACTION}, status: done }]`, '5:75 closed-day'],
      [`actions: [{ ${ACTION}, status: done, opened: 2024-04-02, closed: 2024-04-01 }]`, '5:109 closed-day'],
    ],
  ],
  [
    'duplicate-alias',
    ['aliases: [INC-1, INC-2]'],
    [
      ['aliases: [INC-1, inc-1]', '5:18 duplicate-alias'],
      ['aliases: [Earlier]', '5:11 duplicate-alias'],
      ['aliases: [it]', '5:11 duplicate-alias'],
    ],
  ],
])('%s', (_, right, wrong) => {
  test.each(right)('is content with %j', async (front) => {
    expect(await judge(front)).toEqual([]);
  });
  test.each(wrong)('finds %j', async (front, ...problems) => {
    expect(await judge(front)).toEqual(problems);
  });
});

describe('what is certainly wrong is an error, what may be is a hint', () => {
  const severityOf = async (front: string): Promise<(string | undefined)[]> => {
    const { archiveOf } = await import('../../testing/archive.ts');
    const { problems } = await archiveOf({ ...CATALOGUE, 'postmortems/it.md': postmortem(front) });
    return problems.map(({ severity }) => severity);
  };
  test.each([
    ['mitigated: 2024-03-01T09:59Z', 'error'],
    ['resolved: 2024-03-01T09:59Z', 'error'],
    ['mitigated: 2024-03-01T11:00Z\nresolved: 2024-03-01T10:59Z', 'error'],
    ['detected: 2024-03-01T11:00Z\nacknowledged: 2024-03-01T10:59Z', 'error'],
    ['detected: 2024-03-01T09:00Z', 'hint'],
    ['acknowledged: 2024-03-01T09:00Z', 'hint'],
    ['detected: 2024-03-01T11:00Z\nmitigated: 2024-03-01T10:30Z', 'hint'],
    ['detected: 2024-03-01T11:00Z\nresolved: 2024-03-01T10:30Z', 'hint'],
    [`actions: [{ ${ACTION}, status: done }]`, 'hint'],
    [`actions: [{ ${ACTION}, status: open, closed: 2024-04-01 }]`, 'error'],
  ])('%j', async (front, severity) => {
    expect(await severityOf(front)).toEqual([severity]);
  });
});

describe('ids across files', () => {
  test('causes and factors share them', async () => {
    const lines = await linesOf({
      'causes/one.md': '---\nname: One\n---\n',
      'factors/one.mdx': '---\nname: One\n---\n',
    });
    expect(lines).toEqual([
      'causes/one.md duplicate-id the id `one` is also that of factors/one.mdx (rename one of them)',
      'factors/one.mdx duplicate-id the id `one` is also that of causes/one.md (rename one of them)',
    ]);
  });

  test('a folder and a file, or two formats, are one id', async () => {
    const files = {
      'postmortems/one.md': postmortem(),
      'postmortems/2024/one/index.mdx': postmortem(),
      'guides/one.md': '---\ntitle: One\nsummary: x\n---\n',
    };
    expect((await linesOf(files)).map((line) => line.split(' ', 2).join(' '))).toEqual([
      'postmortems/2024/one/index.mdx duplicate-id',
      'postmortems/one.md duplicate-id',
    ]);
  });

  test('a cause cannot take an alias of a factor', async () => {
    const lines = await linesOf({
      'causes/one.md': '---\nname: One\naliases: [Slow, two]\n---\n',
      'factors/two.md': '---\nname: Two\naliases: [slow]\n---\n',
    });
    expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual([
      'causes/one.md:3:17 duplicate-alias',
      'factors/two.md:3:11 duplicate-alias',
    ]);
  });
});

test('a list in the front matter and in the body is an error at both', async () => {
  const both = await judge('lessons: [One.]', '## Lessons learned\n\n- Two.\n\n## What went well\n\n- Much.\n');
  expect(both.map((line) => line.split(' ')[1])).toEqual(['list-twice', 'list-twice']);
  expect(both.map((line) => Number(line.split(':')[0]))).toEqual([5, expect.any(Number)]);
  expect(Number(both[1]?.split(':')[0])).toBeGreaterThan(7);
});

describe('settings of the site', () => {
  const judgeSite = async (yaml: string): Promise<string[]> =>
    (
      await linesOf({
        ...CATALOGUE,
        'site.yaml': yaml,
        'postmortems/it.md': postmortem('severity: SEV1\ntrigger: moon'),
      })
    ).map((line) => line.split(' ', 2).join(' '));

  test('change what postmortems may say', async () => {
    expect(await judgeSite('triggers: [moon]\n')).toEqual([]);
    expect(await judgeSite('triggers: [moon]\nseverities:\n  - { id: P1, meaning: Bad, dueDays: 5 }\n')).toEqual([
      'postmortems/it.md:5:11 unknown-severity',
    ]);
  });

  test.each([
    ['timezone: EST', 'site.yaml:1:11 zone-abbreviation'],
    ['startHere: [nowhere]', 'site.yaml:1:13 unknown-incident'],
    [
      'severities: [{ id: SEV1, meaning: x, dueDays: 1 }, { id: SEV1, meaning: y, dueDays: 1 }]',
      'site.yaml:1:58 site-settings',
    ],
    ['nme: x', 'site.yaml:1:1 unknown-key'],
    ['severities: [{ id: SEV1, meaning: x, dueDays: soon }]', 'site.yaml:1:47 wrong-value'],
  ])('%s', async (line, problem) => {
    expect(await judgeSite(`${line}\ntriggers: [moon]\n`)).toEqual([problem]);
  });
});

test.each([
  [
    'causes: [unknown]',
    '`unknown` is no id: it stands in place of the list, and beside no cause (write `causes: unknown`)',
  ],
  [
    'causes: [pool-exhausted, unknown]',
    '`unknown` is no id: it stands in place of the list, and beside no cause (take it out)',
  ],
  [
    'mitigated: 2024-03-01T09:59Z',
    '`mitigated` (2024-03-01T09:59Z) is before `started` (2024-03-01T10:00Z) (correct the one that is wrong)',
  ],
  // Written with different offsets, two times cannot be compared at a glance.
  [
    'mitigated: 2024-03-01T10:59+01:00',
    '`mitigated` (2024-03-01T09:59:00Z) is before `started` (2024-03-01T10:00:00Z) (correct the one that is wrong)',
  ],
])('%s: the message shows what was written', async (front, said) => {
  expect(await message(front)).toBe(said);
});
