import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

describe('templates', () => {
  test('of the SRE book: labels, a table of actions, lessons in three lists', async () => {
    const { of } = await imported({
      'tickets.md': `# Ticket Shop Postmortem (incident #7)

**Date:** 2019-06-14

**Authors:** web-lead, night-desk

**Status:** Complete, action items in progress

**Summary:** No ticket could be bought for 66 minutes.

**Impact:** About 4,100 purchases were given up.

**Root Causes:** The seat map was computed anew for each visitor.

**Resolution:** Served the seat map of the hour before.

**Detection:** The box office called.

## Action Items

| Action Item | Type | Owner | Bug |
| --- | --- | --- | --- |
| Write down the switch | mitigate | web-lead | n/a DONE |
| Seat map from cache | prevent | night-desk | [4711](https://bugs.example.com/issues/4711) **TODO** |
| Fewer maps | mitigate | web-lead | Bug 4712 **DONE** |

## Lessons Learned

### What went well

- The old map was still on disk

### What went wrong

- Nobody had used the switch before

### Where we got lucky

- The concert was a small one

## Timeline

2019-06-14 (*all times UTC*)

- 14:51 Sale opens
- 14:54 **OUTAGE BEGINS** every page waits
- 16:00 **OUTAGE ENDS** pages answer again
- 00:10 INCIDENT ENDS
`,
    });
    const { values } = of('tickets.md');
    expect(values).toMatchObject({
      authors: ['web-lead', 'night-desk'],
      summary: 'No ticket could be bought for 66 minutes.',
      impact: { summary: 'About 4,100 purchases were given up.' },
      mitigation: 'Served the seat map of the hour before.',
      wentWell: ['The old map was still on disk'],
      wentBadly: ['Nobody had used the switch before'],
      gotLucky: ['The concert was a small one'],
    });
    expect(values.timeline?.map(({ at }) => at)).toEqual([
      '2019-06-14T14:51Z',
      '2019-06-14T14:54Z',
      '2019-06-14T16:00Z',
      '2019-06-15T00:10Z',
    ]);
    expect(values).toMatchObject({ started: '2019-06-14T14:54Z', resolved: '2019-06-15T00:10Z' });
    expect(values.actions).toMatchObject([
      { what: 'Write down the switch', kind: 'mitigate', assignee: 'web-lead', status: 'done' },
      {
        ...{ what: 'Seat map from cache', kind: 'prevent', assignee: 'night-desk', status: 'open' },
        ticket: 'https://bugs.example.com/issues/4711',
      },
      { what: 'Fewer maps', kind: 'mitigate', assignee: 'web-lead', status: 'done', ticket: 'Bug 4712' },
    ]);
  });

  test('of one page with numbered plain headings and bullets in the text', async () => {
    const { of } = await imported({
      'db.md': `# Login down

1. Issue Summary

Login was down for 2 hours on November 7, 2022: 1:10 PM to 3:10 PM (EST).

2. Timeline

• 1:10 PM: Customers complained.

• 1:25 PM: Support escalated.

• 3:10 PM: The table was restored, resolving the incident.
`,
    });
    const { values } = of('db.md');
    expect(values).toMatchObject({ title: 'Login down', started: '2022-11-07T13:10-05:00' });
    expect(values.timeline?.map(({ at }) => at)).toEqual([
      '2022-11-07T13:10-05:00',
      '2022-11-07T13:25-05:00',
      '2022-11-07T15:10-05:00',
    ]);
  });

  test('in fourteen parts, with validation, mitigation and actions whose owners are headings', async () => {
    const { of } = await imported({
      'm.md': `# 1. Migration stalled orders

Date: 2024-05-06
Severity: SEV-2
Team: Storage team

## 3. Impact

12% of orders failed.

## 4. Timeline of Events

All times in Europe/Berlin.

10:00 – Migration started
10:05 – CPU spiked
10:40 – System stabilized

## 8. Immediate Mitigation

The migration was stopped.

## 10. Recovery and Validation

- Row counts compared

## 12. What Could Be Improved

- Staging data

## 13. Action Items

### Storage team

- [ ] Review plans (due: 2024-06-01)
- [x] Add an alert

### @sam

- Write a runbook PROJ-12
`,
    });
    const { values } = of('m.md');
    expect(values).toMatchObject({
      severity: 'SEV2',
      owner: 'storage-team',
      impact: { summary: '12% of orders failed.' },
      started: '2024-05-06T10:05+02:00',
      resolved: '2024-05-06T10:40+02:00',
      mitigation: 'The migration was stopped.',
      validation: ['Row counts compared'],
      wentBadly: ['Staging data'],
    });
    expect(values.actions).toMatchObject([
      { what: expect.stringContaining('Review plans'), owner: 'storage-team', status: 'open' },
      { what: 'Add an alert', owner: 'storage-team', status: 'done' },
      { what: expect.stringContaining('Write a runbook'), assignee: '@sam', ticket: 'PROJ-12' },
    ]);
  });

  test('that opens with labels nobody knows has its summary after them', async () => {
    const { of } = await imported({
      '2024-01-02-x.md': '# X\n\n**Status:** Complete\n\nPhase: two\n\nThe queue stood still.\n',
    });
    expect(of('2024-01-02-x.md').values.summary).toBe('The queue stood still.');
    expect(of('2024-01-02-x.md').body).toBe('**Status:** Complete\n\nPhase: two');
  });

  test('of a ticket system: headings as labels, days by digits, an afternoon', async () => {
    const { of } = await imported({
      'edi.md': `# Files not sent

## Author
Sam

## Start Date/Time
19/11/2019 - 11:56 AM

## End Date/Time
19/11/2019 - 01:00 PM

## Duration
1 hour and 4 minutes

## Timeline

| Time | Description |
| --- | --- |
| 11:56 | Files missed |
| 13:00 | All files processed |
`,
    });
    const { values, body } = of('edi.md');
    expect(values).toMatchObject({ authors: ['Sam'], started: '2019-11-19T11:56Z', resolved: '2019-11-19T13:00Z' });
    expect(values.timeline).toHaveLength(2);
    expect(body).toContain('1 hour and 4 minutes');
  });

  test('with its facts in a table without a head, or in a quote', async () => {
    const { of } = await imported({
      'table.md': `# Postmortem: Pool exhausted

| | |
|---|---|
| **Severity** | Critical |
| **Detected** | 2026-09-29 13:48:02 UTC |
| **Resolved** | 2026-09-29 14:06:31 UTC |
| **Services affected** | \`payments\`, \`checkout\` |

## Summary

It filled up.
`,
      'quote.md': `# Pool exhausted again

> **Incident ID:** INC-7
> **Date:** 2026-10-01
> **Severity:** P2 (High)

## Summary

It filled up.
`,
    });
    expect(of('table.md').values).toMatchObject({
      severity: 'SEV1',
      services: ['payments', 'checkout'],
      imported: { resolved: '2026-09-29T14:06:31Z' },
    });
    expect(of('quote.md').values).toMatchObject({ aliases: ['INC-7'], severity: 'SEV2', started: '2026-10-01T00:00Z' });
    expect(of('quote.md').body).toBe('');
  });

  test('in another language, by a map file', async () => {
    const { of } = await imported(
      {
        'stoerung.md': `# Störung der Anmeldung

Datum: 3. Mai 2023

## Zeitlicher Ablauf

- 14:05 Uhr Erste Meldungen
- 15 Uhr 10 Alles wieder normal

## Maßnahmen

- [x] Alarm einrichten
`,
      },
      `
keys: { Datum: day }
headings: { Zeitlicher Ablauf: timeline, Maßnahmen: actions }
zone: Europe/Berlin
months: [Januar, Februar, März, April, [Mai], Juni, Juli, August, September, Oktober, November, Dezember]
recovered: [wieder normal]
`,
    );
    const { values } = of('stoerung.md');
    expect(values.timeline?.[0]).toMatchObject({ at: '2023-05-03T14:05+02:00' });
    expect(values.actions).toMatchObject([{ what: 'Alarm einrichten', status: 'done' }]);
  });

  test('of status updates, one paragraph for each time', async () => {
    const { of } = await imported({
      'checkout.md': `# Status updates: Checkout down

**Date:** May 5, 2023

## Updates

**14:45 UTC** — Resolved. All systems operational.

**14:10 UTC** — We have identified the problem: a bad config.

**13:52 UTC** — We are investigating failures at checkout.
`,
    });
    expect(of('checkout.md').values).toMatchObject({
      started: '2023-05-05T13:52Z',
      resolved: '2023-05-05T14:45Z',
      timeline: [
        { at: '2023-05-05T13:52Z', what: 'We are investigating failures at checkout.' },
        { at: '2023-05-05T14:10Z' },
        { at: '2023-05-05T14:45Z' },
      ],
      // Somebody had noticed by then.
      imported: { startedPrecision: 'latest' },
    });
  });
});
