import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';
import { lostWords } from '../testing/lost-words.ts';

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
    expect(Object.fromEntries(result.report.files.map(({ file, outcome }) => [file, outcome]))).toEqual({
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

test('several incidents in one file are noticed wherever the date stands in their headings', async () => {
  const { report } = await imported({
    'notes.md':
      '# Notes\n\n## Incident 1: 3 June 2024, cache down\n\nCold.\n\n## Incident 2: 5 June 2024, mail down\n\nLate.\n',
    'year.md': '# 2024\n\n## Cache down (2024-06-03)\n\nCold.\n\n## Mail down (5 June 2024)\n\nLate.\n',
  });
  for (const { problems } of report.files)
    expect(problems.map(({ message }) => message).join()).toContain('it seems to hold 2 incidents');
});

describe('one file as several', () => {
  const file = `---
title: Incidents 2023
date: 2024-01-05
author: ops
---

# Incident log

All times in CET.

## 2023-11-02 – Search slow

Search was slow for a while.

### Timeline

- 10:00 slow
- 10:40 all clear

---

## 2023-03-04 – Orders down

### Timeline

- 23:50 orders stop
- 00:20 orders back

## Glossary

CET: Central European Time
`;

  test('has in each what is about it alone, and the zone of all', async () => {
    const { of, report, out } = await imported({ 'log.md': file }, '', true);
    expect(of('log.md#1').values).toMatchObject({
      ...{ title: 'Search slow', started: '2023-11-02T10:00+01:00', resolved: '2023-11-02T10:40+01:00' },
      summary: 'Search was slow for a while.',
    });
    expect(of('log.md#1').body).toBe('');
    expect(of('log.md#2').values).toMatchObject({ title: 'Orders down', started: '2023-03-04T23:50+01:00' });
    expect(of('log.md#2').body).toBe('');
    expect(of('log.md#1').values).not.toHaveProperty('authors');
    const written = ['#1', '#2'].map((part) => readFileSync(join(out, of(`log.md${part}`).target), 'utf8')).join('\n');
    const left = report.files.flatMap((one) => one.left);
    const mapped = report.files.flatMap((one) => one.mapped);
    const derived = report.files.flatMap((one) => one.derived);
    expect(lostWords(file, written, { file: '', outcome: 'new', mapped, derived, left, problems: [] })).toEqual([]);
  });
});
