import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf, type Files, postmortem } from '../../testing/archive.ts';
import { DURATION, minutesIn } from './spoken-duration.ts';

/** What one rule says of a postmortem, as `line:column message`. */
async function said(rule: string, front: string | string[], body = 'It broke.\n', more: Files = {}): Promise<string[]> {
  const { problems } = await archiveOf({ 'postmortems/it.md': postmortem(front, body), ...more });
  return problems
    .filter((problem) => problem.rule === rule)
    .map(({ position, message, severity }) => {
      expect(severity).toBe('hint');
      return `${position?.line}:${position?.column} ${message}`;
    });
}

describe('summary-length', () => {
  test.each([
    'One. Two. Three.',
    'It took 1.5 hours on v2.0 of node.js, e.g. at night. Nobody could pay!',
    'A query (see the plan.) was slow. “It hangs.” It did.',
  ])('%s', async (summary) => {
    expect(await said('summary-length', `summary: '${summary}'`)).toEqual([]);
  });

  test('four sentences are too many, and so are 601 characters', async () => {
    expect(await said('summary-length', 'summary: One. Two. Three. Four.')).toEqual([
      '5:10 the summary has 4 sentences, and at most 3 are read in a list',
    ]);
    expect(await said('summary-length', `summary: ${'x'.repeat(601)}`)).toHaveLength(1);
    expect(await said('summary-length', `summary: ${'x'.repeat(600)}`)).toHaveLength(0);
  });
});

describe('time-to-publish', () => {
  const published = (day: string): string[] => ['resolved: 2024-03-01T22:00Z', `published: ${day}`];

  test('is within the hours of the site, to the end of the day', async () => {
    expect(await said('time-to-publish', published('2024-03-03'))).toEqual([]);
    expect(await said('time-to-publish', published('2024-03-04'))).toEqual([
      '6:12 it was published 3 days after it was resolved; the 48 hours of this site ended on 2024-03-03',
    ]);
  });

  test('by the settings of the site, its zone among them', async () => {
    const site = { 'site.yaml': 'publishWithinHours: 96\ntimezone: Europe/Berlin\n' };
    expect(await said('time-to-publish', published('2024-03-05'), '', site)).toEqual([]);
    expect(await said('time-to-publish', published('2024-03-06'), '', site)).toHaveLength(1);
    const east = { 'site.yaml': 'timezone: Asia/Tokyo\n' };
    expect(await said('time-to-publish', published('2024-03-04'), '', east)).toEqual([]);
  });

  test('may be said to have a reason, and needs a day on which it was resolved', async () => {
    const [resolved = '', day = ''] = published('2024-03-09');
    expect(await said('time-to-publish', [resolved, '# cairn-allow: the report was awaited', day])).toEqual([]);
    expect(await said('time-to-publish', [day])).toEqual([]);
  });
});

describe('wishful-action', () => {
  const action = (what: string): string[] => [
    'actions:',
    '  - id: A1',
    `    what: ${what}`,
    '    owner: platform',
    '    priority: P1',
    '    status: open',
  ];
  const team: Files = { 'teams/platform.yaml': 'name: Platform\n' };

  test.each([
    ['Be more careful with migrations', 11],
    ['Everybody pays attention. Be more careful.', 37],
    ['Remember to take a backup', 11],
    ['Try to deploy less on Fridays', 11],
    ['Make sure that this does not happen again', 11],
    ['Raise awareness of locks', 11],
    ['Improve monitoring', 11],
    ['Test restores where possible', 25],
    ['Avoid such mistakes', 11],
  ])('%s', async (what, column) => {
    expect((await said('wishful-action', action(what), '', team)).map((line) => line.split(' ')[0])).toEqual([
      `7:${column}`,
    ]);
  });

  test.each([
    'The tool refuses to drop a table that was read within a day.',
    'A reminder goes to the team thirty days before a certificate ends.',
    'Retries try three times and then give up.',
    'The runbook names the query that finds the chain.',
  ])('%s', async (what) => {
    expect(await said('wishful-action', action(what), '', team)).toEqual([]);
  });

  test('measures too; a reason allows it; and the words are hinted at once', async () => {
    expect(await said('wishful-action', 'measures: [Be more careful.]')).toEqual([
      '5:12 “Be more careful” is a wish: nobody can tell when it is done',
    ]);
    expect(await said('wishful-action', '# cairn-allow: it was promised so\nmeasures: [Be more careful.]')).toEqual([]);
    expect(await said('blameless-language', 'measures: [Be more careful.]')).toEqual([]);
  });
});

describe('alert-signal', () => {
  test('an alert of `detection`, or one that the text names, stands among the signals', async () => {
    expect(await said('alert-signal', 'detection: { by: alert, alert: DiskFull }')).toEqual([
      '5:32 the alert `DiskFull` is not among the `signals`',
    ]);
    expect(
      await said('alert-signal', ['detection: { by: alert, alert: DiskFull }', 'signals: [DISKFULL db-1]']),
    ).toEqual([]);
    const body = '\u{1F534} At noon `DiskAlmostFull` fires, and the alert `DiskFull` again. `DiskFull` fired.\n';
    expect(await said('alert-signal', [], body)).toEqual([
      '7:13 the alert `DiskAlmostFull` is not among the `signals`',
      '7:51 the alert `DiskFull` is not among the `signals`',
    ]);
  });

  test.each(['**DiskFull** fired.', 'The alert "DiskFull" was muted.', '“DiskFull” went off.'])('%s', async (body) => {
    expect(await said('alert-signal', [], body)).toEqual([
      expect.stringMatching('the alert `DiskFull` is not among the `signals`'),
    ]);
  });

  test('what is no alert needs no signal', async () => {
    expect(
      await said('alert-signal', [], 'The `OrderService` restarts, and `kubectl` fires. An alert fired.\n'),
    ).toEqual([]);
  });
});

describe('stated-duration', () => {
  const times = ['detected: 2024-03-01T10:05Z', 'mitigated: 2024-03-01T11:15Z', 'resolved: 2024-03-01T11:45Z'];

  test.each([
    'Checkout was down for 75 minutes',
    'Checkout failed for an hour and a quarter',
    'Checkout was down for an hour',
    'Checkout was down for two hours',
    'A 70-minute outage of checkout',
    'The outage lasted 1 h 45 min',
    'Sign-in failed for ten minutes, twice',
    'The alert had failed for three weeks',
    'A certificate is valid for 90 days',
    'The incident lasted from noon to one',
  ])('%s', async (title) => {
    expect(await said('stated-duration', [`title: ${title}`, ...times])).toEqual([]);
  });

  test.each([
    ['Checkout was down for five hours', '4:30', 'five hours'],
    ['A 20-minute outage of checkout', '4:10', '20-minute'],
    ['The outage lasted 3 h 10 min', '4:26', '3 h 10 min'],
    ['Nobody could pay for half a day; it lasted about four hours', '4:57', 'four hours'],
  ])('%s', async (title, place, words) => {
    expect(await said('stated-duration', [`title: ${title}`, ...times])).toEqual([
      `${place} “${words}” contradicts the times: from \`started\` to the end there are 105 min`,
    ]);
  });

  test('in summary and impact too, where they stand; not where the times do not say', async () => {
    const front = ['summary: >-', '  Checkout was', '  down for 9 hours.', 'impact: { summary: Down for 9 hours. }'];
    const places = (await said('stated-duration', [...front, ...times])).map((line) => line.split(' ')[0]);
    expect(places).toEqual(['7:12', '8:29']);
    expect(await said('stated-duration', front)).toEqual([]);
    const reason = '# cairn-allow: the report counts from the first call';
    expect(await said('stated-duration', [reason, 'title: Checkout was down for five hours', ...times])).toEqual([]);
  });

  test('lengths of time in words', () => {
    const whole = new RegExp(`^${DURATION}$`, 'i');
    const lengths = {
      'half an hour': 30,
      'three quarters of an hour': 45,
      'two and a half hours': 150,
      'an hour and a half': 90,
      '1 h 15 min': 75,
      '2 hours and 5 minutes': 125,
      '90 seconds': 1.5,
      '1.5 hours': 90,
      'forty-five minutes': 45,
      '3 days': 4320,
    };
    for (const [words, minutes] of Object.entries(lengths)) {
      expect([words, whole.test(words), minutesIn(words)]).toEqual([words, true, minutes]);
    }
  });

  test('no title makes it throw', async () => {
    const words = fc.constantFrom(
      'lasted',
      'down',
      'for',
      '0',
      'half',
      'an',
      'hour',
      '1e9',
      'minutes',
      'and',
      '-',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 9 }), async (title) => {
        await said('stated-duration', [`title: 'X ${title.join(' ')}'`, ...times]);
      }),
      { numRuns: 50 },
    );
  });
});
