import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

describe('days and stretches of time', () => {
  test('pass midnight', async () => {
    const { of } = await imported({ 'a.md': '# A\n\nDate: 2024-02-28 23:50 - 00:20 UTC\n' });
    expect(of('a.md').values).toMatchObject({ started: '2024-02-28T23:50Z', resolved: '2024-02-29T00:20Z' });
  });

  test('stand in a title, with hyphens that do not break, and behind a duration', async () => {
    const { of } = await imported({
      'a.md': `# Service Outage on 2025\u201105\u201120
**Severity:** SEV\u20111
**Duration:** 08:41\u201309:54 UTC (1 h 13 m)

## 2  Timeline (UTC)
| Time | Event |
|------|-------|
| 08:41 | Page |
| 09:54 | Incident resolved |
`,
    });
    expect(of('a.md').values).toMatchObject({
      severity: 'SEV1',
      started: '2025-05-20T08:41Z',
      resolved: '2025-05-20T09:54Z',
      timeline: [{ at: '2025-05-20T08:41Z' }, { at: '2025-05-20T09:54Z' }],
    });
  });
});

describe('the end of an incident', () => {
  test.each([
    ['next day, 01:45', '2021-08-10T01:45+02:00'],
    ['01:45 (next day)', '2021-08-10T01:45+02:00'],
    ['23:30 the following day', '2021-08-10T23:30+02:00'],
    ['same day, 23:45', '2021-08-09T23:45+02:00'],
    ['01:45', '2021-08-10T01:45+02:00'],
  ])('%s', async (end, resolved) => {
    const { of } = await imported({ 'a.md': `# A\n\nStart: 9 August 2021, 23:10 CEST\nEnd: ${end}\n` });
    expect(of('a.md').values).toMatchObject({ started: '2021-08-09T23:10+02:00', resolved });
  });
});

describe('the day of a text', () => {
  test('is not that of an earlier incident it names', async () => {
    const { report } = await imported({
      'a.md': '# A\n\nNobody could reach us for hours. This is a repeat of the outage of 2021-03-15.\n',
    });
    expect(report.files[0]?.outcome).toBe('no-day');
  });
});

test('a timeline whose first time cannot be told does not begin with its second', async () => {
  const { of } = await imported({
    'a.md': `# A

Date: 2023-11-05

## Timeline (US/Eastern)

- 01:30 writes refused
- 02:05 failed back
`,
  });
  expect(of('a.md').values).toMatchObject({ imported: { startedPrecision: 'day' } });
});

describe('the day and the start', () => {
  test('are not those of a meeting about the incident', async () => {
    const { of, report } = await imported({
      'a.md': `# Delayed notifications

**Meeting Scheduled For:** 2022-05-09, 11:00

## Timeline

_All times are in UTC, May 4th, 2022._

- 14:03 Leader lost
- 14:50 Leader elected, back to normal
`,
      'b.md': '# Late mail\n\nMeeting scheduled for: 2022-05-09\n\nMail was late.\n',
      'c.md': '# Slow site\n\nIncident window: 0659 UTC - 0812 UTC, 7th of Sept 2021\n\nThe site was slow.\n',
    });
    expect(of('a.md').values.timeline?.[0]?.at).toBe('2022-05-04T14:03Z');
    expect(report.files.find(({ file }) => file === 'b.md')?.outcome).toBe('no-day');
    expect(of('c.md').values.started).toMatch(/^2021-09-07/);
  });

  test('are those of the stretch that the opening names, whatever the timeline tells first', async () => {
    const { of } = await imported({
      'a.md': `# A

On March 12th, 2019, between 4:40pm and 6:15pm Pacific time, our API returned errors.

## Timeline

- 4:40pm: A deploy of the gateway began.
- 4:52pm: Error rate climbs to 12%.
- 6:15pm: Rollback complete, errors gone.
`,
    });
    expect(of('a.md').values).toMatchObject({ started: '2019-03-12T16:40-07:00', resolved: '2019-03-12T18:15-07:00' });
  });
});

test('the date of a mail is no start, and of a stretch of days the first is', async () => {
  const { of } = await imported({
    mail: 'Subject: Outage of the wiki\nDate: Tue, 5 Mar 2019 10:11:12 +0100\n\nTimeline\n========\n\n09:00 wiki down\n09:40 disk cleared\n10:00 wiki up\n',
    'days.md': '# Bad sums\n\nFrom 3 to 5 May 2022 the reports showed doubled sums.\n',
  });
  expect(of('mail').values).toMatchObject({ started: '2019-03-05T09:00+01:00' });
  expect(of('days.md').values).toMatchObject({ started: '2022-05-03T00:00Z' });
});

describe('the days of a timeline', () => {
  const days = (text: string, name = 'a.md'): Promise<string[]> =>
    imported({ [name]: text }).then(({ of }) => (of(name).values.timeline ?? []).map(({ at }) => at));

  test('are numbered, or written without their year', async () => {
    expect(
      await days(`# A

Start: 2021-10-01 08:00 UTC

## Timeline

Day 1
- 08:00 latency rises
- 22:00 vendor called
Day 2
- 10:00 vendor on site

### Day 4

- 14:10 disk replaced
`),
    ).toEqual(['2021-10-01T08:00Z', '2021-10-01T22:00Z', '2021-10-02T10:00Z', '2021-10-04T14:10Z']);
    expect(
      await days(`# B

Start: April 11, 2021 11:58 PM EDT

## Timeline

| Date | Time | Event |
| --- | --- | --- |
| 4/11 | 11:58 PM | Job starts |
| 4/12 | 12:20 AM | Alert |
|      | 2:10 AM | Refunded |
`),
    ).toEqual(['2021-04-11T23:58-04:00', '2021-04-12T00:20-04:00', '2021-04-12T02:10-04:00']);
  });

  test('stay open below a day that cannot be read, and where a night may have passed', async () => {
    expect(
      await days(`# A

Date: 2021-04-11

## Timeline (UTC)

| Date | Time | Event |
| --- | --- | --- |
| 11 Apr 2021 | 22:00 | Job starts |
| 99/12 | 00:20 | Alert |
|       | 02:10 | Refunded |
`),
    ).toEqual(['2021-04-11T22:00Z']);
    expect(
      await days('# B\n\nDate: 2021-04-11\n\n## Timeline (UTC)\n\n- 09:00 Slow\n- 17:06 Down\n- 08:30 Up\n'),
    ).toEqual(['2021-04-11T09:00Z', '2021-04-11T17:06Z']);
  });
});

test.each(['Sept. 12–13, 2023', '12-13 September 2023', 'September 12th - 13th, 2023'])(
  '%s begins on its first day',
  async (date) => {
    const { of } = await imported({ 'a.md': `# A\n\nDate: ${date}\n` });
    expect(of('a.md').values.started).toBe('2023-09-12T00:00Z');
  },
);

test('a stretch stands in a label without a field, or in the first sentence below the labels', async () => {
  const { of } = await imported({
    'a.md': '# A\n\nDate: 2021-02-03\nTime: 2:15 PM – 4 PM ET\nMood: fine\n\nNothing printed.\n',
    'b.md': '# B\n\nDate: 2022-04-04\n\nExports were empty from 08:00 UTC to 11:15 UTC.\n',
  });
  expect(of('a.md').values).toMatchObject({ started: '2021-02-03T14:15-05:00', resolved: '2021-02-03T16:00-05:00' });
  expect(of('b.md').values).toMatchObject({ started: '2022-04-04T08:00Z', resolved: '2022-04-04T11:15Z' });
});
