import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

describe('labels', () => {
  test('of an impact name a severity only where they say nothing else', async () => {
    const { of } = await imported({
      'many.md': '# Many\n\nDate: 2024-01-15\nImpact: 1,500 users could not upload\n',
      'down.md': '# Down\n\nDate: 2024-01-16\nImpact: down, nobody could log in\n',
      'word.md': '# Word\n\nDate: 2024-01-17\nImpact: critical\n',
    });
    expect(of('many.md').values).toMatchObject({ impact: { summary: '1,500 users could not upload' } });
    expect(of('many.md').values).not.toHaveProperty('severity');
    expect(of('down.md').values).toMatchObject({ impact: { summary: 'down, nobody could log in' } });
    expect(of('down.md').values).not.toHaveProperty('severity');
    expect(of('word.md').values).toMatchObject({ severity: 'SEV1' });
  });

  test('of numbers alone are no impact, and are kept', async () => {
    const { of, errors } = await imported({
      'a.md': '# A\n\nDate: 2024-01-15\nSeverity: SEV2\nCustomers affected: ~1,500\n\nNobody could pay.\n',
    });
    expect(await errors()).toEqual([]);
    expect(of('a.md').values).not.toHaveProperty('impact');
    expect(of('a.md').values.imported).toMatchObject({ users: '~1,500' });
  });

  test('list one name to a line, or link to them by other words', async () => {
    const { of } = await imported({
      'cells.md': `# Cells

| Field | Value |
| --- | --- |
| Date | 2024-01-15 |
| Affected services | Shopping cart<br>Till |
| Owner | Payments team<br>Stores team |
`,
      'links.md': '---\ndate: 2024-01-15\nservices: ["[[DNS]]", "[[Ingress|Ingress controller]]"]\n---\n# Links\n',
    });
    expect(of('cells.md').values).toMatchObject({ services: ['shopping-cart', 'till'] });
    // Two are no owner.
    expect(of('cells.md').values).not.toHaveProperty('owner');
    expect(of('cells.md').body).toContain('Payments team<br>Stores team');
    expect(of('links.md').values).toMatchObject({ services: ['dns', 'ingress-controller'] });
  });

  test('and lines in italics over the text are no summary', async () => {
    const { of } = await imported({
      'a.md': '# A\n\n_Posted by Site Reliability, 15 January 2024_\n\nNobody could pay for an hour.\n',
      'b.md':
        '# B\n\nDate: 2024-01-15 (review 2024-01-20)\nWeather: rain (all day)\nMood: fine (so far)\n\nNobody could pay.\n',
      'c.md': '# C\n\nDate: 2024-01-15\n\nP2. Reported by: customer via support\n',
    });
    expect(of('a.md').values.summary).toBe('Nobody could pay for an hour.');
    expect(of('b.md').values.summary).toBe('Nobody could pay.');
    expect(of('c.md').values).not.toHaveProperty('summary');
  });
});

test('a file without a day says what stands where the day is due', async () => {
  const { report } = await imported({
    'both.md': '# Both\n\nDate: 04/11/2021\n\nNobody could pay.\n',
    'impossible.md': '# Impossible\n\nDate: 2020-02-30\n\nNobody could pay.\n',
    'yearless.md': '# Yearless\n\nDate: March 3rd\n\nNobody could pay.\n',
    'none.md': '# None\n\nSeverity: SEV1\n\nNobody could pay. We were down for an hour.\n',
  });
  const why = Object.fromEntries(report.files.map(({ file, problems }) => [file, problems[0]?.message]));
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['no-day', 'no-day', 'no-day', 'no-day']);
  expect(why['both.md']).toContain('can be read in two ways (label `Date`: 04/11/2021)');
  expect(why['impossible.md']).toContain('does not exist (label `Date`: 2020-02-30)');
  expect(why['yearless.md']).toContain('without its year (label `Date`: March 3rd)');
  expect(why['none.md']).toContain('named nowhere');
});

test('a title that a label states goes before the name of the file', async () => {
  const { of } = await imported({
    'relay.md': '# Post-Incident Review\n\n## Incident title\n\nMail refused\n\n## Date\n\n12 January 2023\n',
  });
  expect(of('relay.md').values).toMatchObject({ title: 'Mail refused', started: '2023-01-12T00:00Z' });
});

test('of boxes to tick, those that are ticked are stated', async () => {
  const { of } = await imported({
    'bundle.md': `---
name: Incident report
---

### When did it start?

2024-08-19 07:31 UTC

### Severity

- [x] SEV-1
- [ ] SEV-2

### Root cause

- [ ] Code
- [x] Configuration

### Affected services

- [ ] Shop
- [x] Till
`,
  });
  const { values, body } = of('bundle.md');
  expect(values).toMatchObject({ title: 'bundle', severity: 'SEV1', causes: ['configuration'], services: ['till'] });
  expect(body).toContain('- [ ] Code\n- [x] Configuration');
});

test('facts may stand in one row under their names, or in a list below a name', async () => {
  const { of } = await imported({
    'row.md':
      '# Row\n\n| Lead | Severity | Date |\n| --- | --- | --- |\n| @kai | 🔴 Critical | Feb 29, 2024 |\n\nNobody could pay.\n',
    'events.md':
      '# Events\n\n- **Key events**\n  - Started: 2023-02-20 09:12 UTC\n  - Resolved: 2023-02-20 11:00 UTC\n- **Mood**: fine\n',
  });
  expect(of('row.md').values).toMatchObject({ severity: 'SEV1', started: '2024-02-29T00:00Z' });
  expect(of('row.md').body).toContain('| @kai | 🔴 Critical | Feb 29, 2024 |');
  expect(of('events.md').values).toMatchObject({ started: '2023-02-20T09:12Z', resolved: '2023-02-20T11:00Z' });
});

test('names in letters of which no id can be made stay text, and are told', async () => {
  const { of } = await imported(
    { 'a.md': '# A\n\nDate: 2024-01-02\nServices: 決済API、配送API\n\n## Root cause\n\n証明書の期限切れ\n' },
    'language: ja\n',
  );
  expect(of('a.md').values).not.toHaveProperty('services');
  expect(of('a.md').values).not.toHaveProperty('causes');
  expect(of('a.md').report.problems.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'label `Services`: 決済API, 配送API: no id can be made of these letters',
      'what stands under "Root cause" stays in the body: no id can be made of these letters',
    ]),
  );
});

test('phases over their times are moments, and the last of several names is one', async () => {
  const { of } = await imported({
    'a.md': `# Payment errors on 2022-12-24

| Phase | Time (UTC) |
| --- | --- |
| Start | 12:00 |
| Detection | 12:10 |
| Mitigation | 13:00 |
| Resolution | 14:00 |

Services: Till, Cart, and Stock
Severity: SEV2

Cards failed. See the dashboard: https://grafana.example.com/d/1

## Where we got lucky

Nothing.
`,
  });
  const { values } = of('a.md');
  expect(values).toMatchObject({
    ...{ started: '2022-12-24T12:00Z', detected: '2022-12-24T12:10Z', mitigated: '2022-12-24T13:00Z' },
    ...{ resolved: '2022-12-24T14:00Z', services: ['till', 'cart', 'stock'] },
    summary: 'Cards failed. See the dashboard: https://grafana.example.com/d/1',
  });
  for (const field of ['mitigation', 'detection', 'timeline', 'gotLucky']) expect(values).not.toHaveProperty(field);
});

test('labels in italics are labels, and who resolved it is not how', async () => {
  const { of } = await imported({
    'a.md':
      '# A\n\n*Date:* 17 March 2022\n*Start*: 08:10\n_End_: 9:05\n\n> All times are UTC+1\n\n## Timeline\n\n- 08:10 down\n- 9:05 up\n',
    'b.md': '# B\n\nDate: 2022-03-17\nResolved by: Tom\nFix: Reverted 5.2\nServices: Orders / Billing\n',
    'c.md': '# C\n\nDate: 2022-03-17\nSeverity: SEV2\nResolved by: rolling back\n',
  });
  expect(of('a.md').values).toMatchObject({ started: '2022-03-17T08:10+01:00', resolved: '2022-03-17T09:05+01:00' });
  expect(of('a.md').values).not.toHaveProperty('summary');
  expect(of('a.md').body).toBe('');
  expect(of('b.md').values).toMatchObject({ mitigation: 'Reverted 5.2', services: ['orders', 'billing'] });
  expect(of('c.md').values).toMatchObject({ mitigation: 'rolling back' });
});
