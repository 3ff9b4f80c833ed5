import { afterEach, describe, expect, test } from 'vitest';
import { type Importing, importing } from '../testing/importing.ts';

let last: Importing | undefined;
afterEach(() => last?.remove());

/** Imports these files and makes sure that the archive takes what comes of them. */
async function imported(files: Record<string, string | Uint8Array>, map = '', split = false): Promise<Importing> {
  last = importing(files, map, split);
  expect(await last.errors()).toEqual([]);
  return last;
}

const outcomes = ({ report }: Importing): Record<string, string> =>
  Object.fromEntries(report.files.map(({ file, outcome }) => [file, outcome]));

describe('front matter', () => {
  test('in YAML: keys by many names, texts as they were written, the rest under imported', async () => {
    const { of } = await imported({
      'a.md': [
        '---',
        'title: "Queue: stalled"',
        'start_time: 2024-03-01T10:00:00+01:00',
        'resolved_at: 2024-03-01 11:30 CET',
        'sev: P1',
        'affected_services: [Queue, Mail Gateway]',
        'tags: queue, mail',
        'url: https://example.com/inc/7',
        'version: 1.10',
        'nested: { a: [b, 0012] }',
        '---',
        'The queue stood still.',
      ].join('\n'),
    });
    const { values } = of('a.md');
    expect(values).toMatchObject({
      title: 'Queue: stalled',
      started: '2024-03-01T10:00+01:00',
      resolved: '2024-03-01T11:30+01:00',
      severity: 'SEV1',
      services: ['queue', 'mail-gateway'],
      tags: ['queue', 'mail'],
      links: [{ label: 'url', url: 'https://example.com/inc/7' }],
      summary: 'The queue stood still.',
      imported: { version: '1.10', nested: { a: ['b', '0012'] } },
    });
  });

  test('in TOML, as Hugo writes it, with a page bundle and its picture', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const { of } = await imported({
      'content/incidents/db-outage/index.md':
        '+++\ntitle = "DB outage"\ndate = 2023-05-06T07:08:09Z\nseverity = "major"\nresolved = 2023-05-06T08:00:00Z\n[params]\nteam = "x"\n+++\n\n![load](graph.png)\n',
      'content/incidents/db-outage/graph.png': png,
    });
    const { values, body, target } = of('content/incidents/db-outage/index.md');
    expect(values).toMatchObject({ title: 'DB outage', started: '2023-05-06T07:08:09Z', severity: 'SEV2' });
    expect(target).toBe('postmortems/2023/db-outage/index.md');
    expect(body).toContain('![load](./graph.png)');
  });

  test('whose date has a clock time and no end names a day: pages bear the time they were published', async () => {
    const { of } = await imported({
      'a.md': '---\ntitle: x\ndate: 2023-05-06T07:08:09Z\n---\n# X {#anchor}\n\nText.\n',
    });
    expect(of('a.md').values).toMatchObject({ started: '2023-05-06T00:00Z', imported: { startedPrecision: 'day' } });
  });

  test('cut by a #, with a comment, a repeated key and blank lines before it', async () => {
    const { of } = await imported({
      'a.md':
        '\n\n---\ntitle: connect to db #3 failed\n# a remark\nday: 2024-01-02\nnote: one\nnote: two\n---\nText.\n',
    });
    const { values, report } = of('a.md');
    expect(values.title).toBe('connect to db #3 failed');
    expect(values.imported).toMatchObject({ note: 'one', 'note (2)': 'two' });
    expect(report.left.map(({ text }) => text)).toContain('a remark');
  });

  test('that is none stays in the body, and is told', async () => {
    const { of } = await imported({ '2024-01-02-x.md': '---\ntitle: "open\n: [\n---\n# Heading\n\nWords.\n' });
    const { values, report, body } = of('2024-01-02-x.md');
    expect(report.problems[0]?.message).toContain('front matter');
    expect(`${values.title} ${body}`).toContain('open');
  });
});

describe('files', () => {
  test('in every usual dress are found, and what is no incident is listed', async () => {
    const incident = (day: string): string =>
      `# Broken ${day}\n\nDate: ${day}\n\n## Timeline\n\n- 10:00 UTC it broke\n- 10:05 UTC it was restored\n`;
    const result = await imported({
      'one.markdown': incident('2024-01-01'),
      'two.mdx': incident('2024-01-02'),
      'three.qmd': incident('2024-01-03'),
      'four.html.md.erb': incident('2024-01-04'),
      'PM-5 - No ending': incident('2024-01-05'),
      'six/_index.md': incident('2024-01-06'),
      'template.md': '# Title\n\n## Timeline\n',
      'new-incident.md': '# {{ title }}\n\n{{ date }} {{ owner }}\n',
      'README.md': '# Our incidents\n\n- [one](one.markdown)\n',
      'empty.md': '\n',
      LICENSE: 'MIT',
      'script.py': 'print()',
      'binary.md': new Uint8Array([0, 1, 2, 3]),
    });
    expect(outcomes(result)).toEqual({
      'one.markdown': 'new',
      'two.mdx': 'new',
      'three.qmd': 'new',
      'four.html.md.erb': 'new',
      'PM-5 - No ending': 'new',
      'six/_index.md': 'new',
      'template.md': 'template',
      'new-incident.md': 'template',
      'README.md': 'index',
      'empty.md': 'empty',
      LICENSE: 'passed',
      'script.py': 'passed',
      'binary.md': 'unreadable',
    });
    expect(result.of('PM-5 - No ending').values.aliases).toEqual(['PM-5']);
  });

  test('in Latin-1, UTF-16 and with byte order mark and CRLF are read', async () => {
    const text = '# Störung\r\n\r\nDate: 2024-01-02\r\n\r\nGrüße.\r\n';
    const { of } = await imported({
      'latin.md': Buffer.from(text, 'latin1'),
      'utf16.md': Buffer.from(`\ufeff${text.replace('2024-01-02', '2024-01-03')}`, 'utf16le'),
      'bom.md': `\ufeff${text.replace('2024-01-02', '2024-01-04')}`,
    });
    for (const file of ['latin.md', 'utf16.md', 'bom.md']) {
      expect(of(file).values).toMatchObject({ title: 'Störung', summary: 'Grüße.' });
    }
    expect(of('latin.md').report.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Latin-1'),
    );
  });

  test('without a day are not imported, and the report holds their text and the way out', async () => {
    const { report, errors } = await imported({ 'a.md': '# Something broke\n\nNobody knows when.\n' });
    const [file] = report.files;
    expect(file).toMatchObject({ outcome: 'no-day', left: [{ text: expect.stringContaining('Nobody knows when.') }] });
    expect(file?.problems[0]?.hint).toContain('days: { "a.md": 2024-03-01 }');
    expect(await errors()).toEqual([]);
    const { of } = await imported(
      { 'a.md': '# Something broke\n\nNobody knows when.\n' },
      'days: { a.md: 2023-02-01 }',
    );
    expect(of('a.md').values).toMatchObject({ started: '2023-02-01T00:00Z', imported: { startedPrecision: 'day' } });
  });

  test('that hold several incidents are told, and split when asked to', async () => {
    const files = {
      'all.md': '# Outages\n\n## 2023-01-02 Disk full\n\nIt was full.\n\n## 2023-04-05 Disk full again\n\nAgain.\n',
    };
    const one = await imported(files);
    expect(one.report.files[0]?.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('2 incidents'),
    );
    const two = await imported(files, '', true);
    expect(two.of('all.md#1').values).toMatchObject({ started: '2023-01-02T00:00Z' });
    expect(two.of('all.md#2').values).toMatchObject({ title: 'Disk full again', started: '2023-04-05T00:00Z' });
  });

  test('with one copied heading are told', async () => {
    const { of } = await imported({ '2024-01-01-a.md': '# Down\n\nOne.\n', '2024-01-02-b.md': '# Down\n\nTwo.\n' });
    expect(of('2024-01-02-b.md').report.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('2024-01-01-a.md'),
    );
  });
});

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
| Seat map from cache | prevent | night-desk | [4711](https://bugs.example.com/issues/4711) TODO |

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
      { what: 'Write down the switch', kind: 'mitigate', assignee: 'web-lead' },
      { what: 'Seat map from cache', kind: 'prevent', assignee: 'night-desk' },
    ]);
  });

  test('of one page with numbered plain headings and bullets in the text', async () => {
    const { of } = await imported({
      'db.md': `# Login down

1. Issue Summary

On October 15, 2023, from 3:00 PM to 5:00 PM (EST), login was down for 2 hours.

2. Timeline

• 3:00 PM: Customers complained.

• 3:15 PM: Support escalated.

• 5:00 PM: The table was restored, resolving the incident.
`,
    });
    const { values } = of('db.md');
    expect(values).toMatchObject({ title: 'Login down', started: '2023-10-15T15:00-05:00' });
    expect(values.timeline?.map(({ at }) => at)).toEqual([
      '2023-10-15T15:00-05:00',
      '2023-10-15T15:15-05:00',
      '2023-10-15T17:00-05:00',
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
});

describe('bodies', () => {
  test('keep their text, and what a postmortem cannot hold becomes text', async () => {
    const { of } = await imported({
      '2024-01-02-x.md': `# X

Lead.

## Details

:::warning
Careful
:::

!!! note "Heads up"
    indented

{{< figure src="x.png" >}} and {% include foo.html %} and {{ page.title }}

<center>Middle</center> <script>alert(1)</script> <500ms and a<b, <name@example.com>

[dead](missing.md) ![gone](gone.png "why") [ref][r] [mail](mailto:a@b.example) [up](/absolute)

Text[^1]
{: .class}

[^1]: A note.

[r]: ../elsewhere.md

- [ ] a task
`,
    });
    const { body, report } = of('2024-01-02-x.md');
    for (const words of [
      'Careful',
      'Heads up',
      'figure src',
      'include foo.html',
      'page.title',
      'Middle',
      'alert(1)',
      '500ms',
      'missing.md',
      'gone.png',
      'elsewhere.md',
      '/absolute',
      'A note.',
      'a task',
    ]) {
      expect(body).toContain(words);
    }
    expect(report.problems.map(({ message }) => message).join('\n')).toContain('missing.md');
  });

  test('link to each other at their new places', async () => {
    const { of } = await imported({
      '2023-01-01-a.md': '# A\n\nLead.\n\nSee [the other](2024-02-02-b.md#top) and [it][b].\n\n[b]: 2024-02-02-b.md\n',
      '2024-02-02-b.md': '# B\n\nLead.\n\nAs in [A](2023-01-01-a.md).\n',
    });
    expect(of('2023-01-01-a.md').body).toContain('[the other](../../postmortems/2024/2024-02-02-b.md)');
    expect(of('2024-02-02-b.md').body).toContain('[A](../../postmortems/2023/2023-01-01-a.md)');
  });
});

describe('exports', () => {
  const map = `
files: ["*.csv", "*.json"]
keys: { Name: title, Began: started, Over: resolved, Sev: severity, Notes: body, "service.name": services }
severities: { Kritisch: SEV1 }
`;

  test('as CSV become a file a row', async () => {
    const { of } = await imported(
      {
        'export.csv':
          'Name;Began;Over;Sev;Notes\n"Queue, stalled";2024-01-02 10:00 UTC;2024-01-02 11:00 UTC;Kritisch;"# What\n\nIt broke."\n',
      },
      map,
    );
    const { values } = of('export.csv#1');
    expect(values).toMatchObject({
      title: 'Queue, stalled',
      started: '2024-01-02T10:00Z',
      resolved: '2024-01-02T11:00Z',
      severity: 'SEV1',
    });
    expect(values.summary).toBe('It broke.');
  });

  test('as JSON too, with keys inside of keys', async () => {
    const { of } = await imported(
      {
        'export.json': JSON.stringify({
          incidents: [{ Name: 'Down', Began: '2024-01-02T10:00:00Z', service: { name: 'Queue' }, extra: 7 }],
        }),
      },
      map,
    );
    expect(of('export.json#1').values).toMatchObject({
      title: 'Down',
      started: '2024-01-02T10:00Z',
      services: ['queue'],
      imported: { extra: '7' },
    });
  });
});

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
