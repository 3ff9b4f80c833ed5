import { describe, expect, test } from 'vitest';
import { judge, message } from '../../testing/judged.ts';

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
    expect(await judge([...without('causes'), 'causes: []'])).toEqual(['11:9 wrong-value']);
    expect(await judge([...without('summary'), 'sumary: It broke.'])).toEqual(['11:1 unknown-key']);
    const action = '  - { id: A1, what: Look, ownr: platform, priority: high, status: opened }';
    expect(await judge([...without('noActions'), 'actions:', action])).toEqual([
      '12:27 unknown-key',
      '12:53 wrong-value',
      '12:67 wrong-value',
    ]);
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
