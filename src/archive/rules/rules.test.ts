import { describe, expect, test } from 'vitest';
import { type Files, linesOf, postmortem } from '../../testing/archive.ts';
import { RULES } from './table.ts';

const CATALOGUE: Files = {
  'causes/pool-exhausted.md': '---\nname: Pool exhausted\naliases: [out of connections]\n---\n',
  'factors/slow-alert.md': '---\nname: Slow alert\nrelated: [pool-exhausted]\n---\n',
  'services/checkout.yaml': 'name: Checkout\nteam: platform\n',
  'teams/platform.yaml': 'name: Platform\n',
  'postmortems/earlier.md': postmortem('started: 2023-03-01T10:00Z'),
};

/** The problems of one postmortem beside the catalogue above, as `line:column rule`. */
async function judge(front: string | string[], body?: string, more: Files = {}): Promise<string[]> {
  const lines = await linesOf({ ...CATALOGUE, 'postmortems/it.md': postmortem(front, body), ...more });
  return lines.map((line) => {
    const [place = '', rule] = line.split(' ');
    return `${place.replace(/^postmortems\/it\.md:/, '')} ${rule}`;
  });
}

/** What `line` says after its rule. */
async function message(front: string | string[]): Promise<string | undefined> {
  const [line] = await linesOf({ ...CATALOGUE, 'postmortems/it.md': postmortem(front) });
  return line?.split(' ').slice(2).join(' ');
}

const ACTION = 'id: A1, what: Mend it, owner: platform, priority: P1';
const PUBLISHED = [
  'status: published',
  'severity: SEV4',
  'summary: It broke.',
  'services: [checkout]',
  'resolved: 2024-03-01T11:00Z',
  'causes: [pool-exhausted]',
  'mitigation: It was mended.',
  'noActions: The last of its kind.',
];
const without = (key: string): string[] => PUBLISHED.filter((line) => !line.startsWith(`${key}:`));

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
    ],
    [
      ['mitigated: 2024-03-01T09:59Z', '5:12 time-order'],
      ['resolved: 2024-03-01T09:59Z', '5:11 time-order'],
      ['mitigated: 2024-03-01T11:00Z\nresolved: 2024-03-01T10:59Z', '6:11 time-order'],
      ['detected: 2024-03-01T11:00Z\nacknowledged: 2024-03-01T10:59Z', '6:15 time-order'],
      ['detected: 2024-03-01T09:00Z', '5:11 time-order'],
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

describe('what a status needs', () => {
  test('published: all of it, each an error', async () => {
    expect(await judge(PUBLISHED)).toEqual([]);
    for (const key of ['severity', 'summary', 'services', 'resolved', 'causes', 'mitigation']) {
      expect(await judge(without(key)), key).toEqual(['4:9 missing-for-status']);
      expect(await message(without(key))).toMatch(`a published postmortem needs \`${key}\` (`);
    }
  });

  test('in review: one hint that names them all; a draft: nothing', async () => {
    expect(await message('status: review')).toBe(
      'before it is published it needs `severity`, `summary`, `services`, `resolved`, `causes`, `mitigation`',
    );
    expect(await judge('status: draft')).toEqual([]);
  });

  test.each(['ongoing: true', 'type: near-miss', 'type: exercise'])(
    '%s needs neither `resolved` nor `mitigation`',
    async (line) => {
      expect(await judge([...without('resolved').filter((one) => !one.startsWith('mitigation')), line])).toEqual([]);
    },
  );

  test('each action has an owner, a priority and a status by then', async () => {
    const actions = [
      'actions:',
      '  - { id: A1, what: Look, owner: platform, priority: P1, status: open }',
      '  - { id: A2, what: See }',
    ];
    expect(await judge([...without('noActions'), ...actions])).toEqual(['13:11 missing-for-status']);
    expect(await message([...without('noActions'), ...actions])).toBe(
      'the action `A2` needs `owner`, `priority`, `status` (what nobody owns is not done: `owner` is a team)',
    );
    expect(await message([...without('noActions'), ...actions, 'status: review'].slice(1))).toBe(
      'before it is published it needs `owner`, `priority`, `status` of its actions',
    );
    expect(await judge(['status: draft', ...actions])).toEqual([]);
  });

  test('an empty list is none, and a wrong value is another matter', async () => {
    expect(await judge([...without('services'), 'services: []'])).toEqual(['4:9 missing-for-status']);
    expect(await judge([...without('causes'), 'causes: pool-exhausted'])).toEqual(['11:9 wrong-type']);
  });
});

describe('the sections that a severity needs', () => {
  const scale = {
    'site.yaml':
      'severities:\n  - { id: SEV4, meaning: Bad, dueDays: 5, sections: [wentWell, actions, Follow-up, rollback] }\n',
  };
  const fields = ['wentWell: [x]', 'rollback: { used: "no", why: x }'];

  test('are fields or headings', async () => {
    expect(await judge([...PUBLISHED, ...fields], '## Follow-up\n\nText.\n', scale)).toEqual([]);
    expect(
      await judge(
        [...PUBLISHED, ...fields.slice(1)],
        '## What went well\n\n- All.\n\n## Follow-up\n\nIn June.\n',
        scale,
      ),
    ).toEqual([]);
    expect(await judge(PUBLISHED, undefined, scale)).toEqual(['5:11 severity-sections']);
  });

  test.each(['## Follow-up\n', '## Follow-up\n\n<!-- When? -->\n\n## Next\n\nText.\n'])(
    'have something in them, as %j has not',
    async (body) => {
      expect(await judge([...PUBLISHED, ...fields], body, scale)).toEqual(['5:11 severity-sections']);
      expect(await judge([...PUBLISHED, ...fields], `${body}\n## Follow-up\n\nIn June.\n`, scale)).toEqual([]);
    },
  );

  test('of an incident that is not a draft', async () => {
    expect(await judge('severity: SEV4\nstatus: draft', undefined, scale)).toEqual([]);
    expect(await judge([...PUBLISHED, 'type: exercise'], undefined, scale)).toEqual([]);
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
