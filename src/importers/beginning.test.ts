import { describe, expect, test } from 'vitest';
import { importing } from '../testing/importing.ts';

interface Begun {
  started: string;
  resolved?: string;
  imported?: { startedPrecision?: string };
}

function begun(timeline: string, opening = ''): Begun {
  const archive = importing({
    '2024-05-06-x.md': `# Queue\n\n${opening}\n\n## Timeline\n\nAll times in UTC.\n\n${timeline}\n`,
  });
  const { values } = archive.of('2024-05-06-x.md');
  archive.remove();
  return values as unknown as Begun;
}

describe('the start', () => {
  test('is the first entry of a timeline that begins with the trouble', () => {
    const values = begun('- 10:00 Requests fail\n- 10:20 We add a node\n- 10:40 Service restored');
    expect(values).toMatchObject({ started: '2024-05-06T10:00Z', resolved: '2024-05-06T10:40Z' });
    expect(values.imported?.startedPrecision).toBeUndefined();
  });

  test('is the first trouble where the timeline begins with work on the system', () => {
    const values = begun(
      '- 09:00 Version 4 deployed\n- 09:30 Planned maintenance of the database\n- 10:00 Requests fail\n- 10:40 Service restored',
    );
    expect(values).toMatchObject({ started: '2024-05-06T10:00Z', resolved: '2024-05-06T10:40Z' });
  });

  test('is the work itself where that broke something', () => {
    const values = begun('- 09:00 Version 4 deployed, breaking every login\n- 10:40 Service restored');
    expect(values.started).toBe('2024-05-06T09:00Z');
  });

  test('is not known where neither is told: the day stands, and no end is measured from it', () => {
    const values = begun('- 09:00 Version 4 deployed\n- 10:00 Two people join the call\n- 10:40 Service restored');
    expect(values).toMatchObject({ started: '2024-05-06T00:00Z', imported: { startedPrecision: 'day' } });
    expect(values.resolved).toBeUndefined();
  });

  test('is not known where it had lasted when it was noticed', () => {
    const values = begun('- 09:00 We see that launches have failed for several hours\n- 10:40 Service restored');
    expect(values).toMatchObject({ started: '2024-05-06T00:00Z', imported: { startedPrecision: 'day' } });
  });

  test('is known to be no later than the report that opens the timeline, and a person decides', () => {
    const values = begun('- 09:00 A user reported that the page was empty\n- 10:40 Service restored');
    expect(values).toMatchObject({
      started: '2024-05-06T09:00Z',
      status: 'review',
      imported: { startedPrecision: 'latest' },
    });
  });

  test('is the entry from which a length in the opening leads to the end', () => {
    const values = begun(
      '- 09:00 Version 4 deployed to staging\n- 09:20 Deployed to production\n- 09:50 Somebody asks\n- 10:40 Service restored',
      'After a deploy nobody could log in, and the site was unusable for about 1h20m.',
    );
    expect(values).toMatchObject({ started: '2024-05-06T09:20Z', resolved: '2024-05-06T10:40Z' });
  });

  test('is not measured by a length that tells of something else', () => {
    const values = begun(
      '- 09:00 Requests fail\n- 09:20 Somebody asks\n- 10:40 Service restored',
      'A build takes 1h20m.',
    );
    expect(values.started).toBe('2024-05-06T09:00Z');
  });

  test('is the closest of the entries that the stated lengths fit', () => {
    const values = begun(
      '- 08:00 Upgrade begins\n- 09:59 Version 5 released\n- 10:00 Requests fail\n- 10:04 Nodes attached again (resolved)\n\n## Stats\n\n- Time to detection: 1 minute\n- Time to recovery: 5 minutes',
    );
    expect(values).toMatchObject({ started: '2024-05-06T09:59Z', resolved: '2024-05-06T10:04Z' });
  });

  test('is no entry from which the stated lengths lead nowhere', () => {
    const values = begun(
      '- 07:30 A setting was changed by mistake, and logs fail\n- 10:46 All nodes go\n- 11:30 Service restored\n\n## Stats\n\n- Time to detection: 2 minutes\n- Time to recovery: 13 minutes',
    );
    expect(values).toMatchObject({ started: '2024-05-06T00:00Z', imported: { startedPrecision: 'day' } });
  });

  test('is the day of the heading where an earlier row names another', () => {
    const { of, remove } = importing({
      'a.md':
        '# 2024-05-06, Queue stuck\n\n## Timeline\n\n### 2024-05-02\n\nThe builds fail for another reason.\n\n### 2024-05-06 10:00\n\nWe see that the queue is stuck.\n',
    });
    expect(of('a.md').values).toMatchObject({ started: '2024-05-06T00:00Z', imported: { startedPrecision: 'day' } });
    remove();
  });

  test('is a day where a row without a time comes first, and a month where no more is told', () => {
    const day = begun('- 2024-05-06 Requests fail\n- 2024-05-06 09:20 Somebody asks');
    expect(day).toMatchObject({ started: '2024-05-06T00:00Z', imported: { startedPrecision: 'day' } });
    const month = begun(
      '| Time | Event |\n| --- | --- |\n| 2023-01-09 HH:mm | The script was created |\n| 2024-04-?? HH:mm | Requests fail now and then |\n| 2024-05-06 09:20 | The script was fixed |',
    );
    expect(month).toMatchObject({ started: '2024-04-01T00:00Z', imported: { startedPrecision: 'month' } });
  });
});

test('a recovery of which the text is not sure is no end', () => {
  const values = begun(
    '- 10:00 Requests fail\n- 10:40 Service restored\n- 15:00 The node is removed, although it appears to have recovered',
  );
  expect(values.resolved).toBe('2024-05-06T10:40Z');
});

test('a file named by a number alone has the words that open it for a title', () => {
  const { of, remove } = importing({
    '04f5afd8-09fc-4314-9c60-7f942faca125.md':
      '---\nstart_time: 2024-05-06T10:00Z\n---\n\nThe queue stood still. Nobody saw it.\n',
  });
  expect(of('04f5afd8-09fc-4314-9c60-7f942faca125.md').values.title).toBe('The queue stood still');
  remove();
});

test('a day that the text gives to something else is not that of the incident', () => {
  const { of, report, remove } = importing({
    'a.md': '# Queue\n\nReported weeks before the page was published on February 2, 2015.\n\n## Impact\n\nNo mail.\n',
    'b.md': '# Mail\n\nNo mail went out on February 3, 2015. Posted on February 9, 2015.\n\n## Impact\n\nNo mail.\n',
  });
  expect(report.files.find(({ file }) => file === 'a.md')?.outcome).toBe('no-day');
  expect(of('b.md').values.started).toBe('2015-02-03T00:00Z');
  remove();
});

test('a map file gives the words of another language for work and for trouble', () => {
  const { of, remove } = importing(
    {
      '2024-05-06-x.md':
        '# Warteschlange\n\n## Timeline\n\nAll times in UTC.\n\n- 09:00 Auslieferung von Fassung 4\n- 10:00 Ausfall der Anmeldung\n',
    },
    'changes: [Auslieferung]\ntrouble: [Ausfall]\n',
  );
  expect(of('2024-05-06-x.md').values.started).toBe('2024-05-06T10:00Z');
  remove();
});

test('a stretch in brackets behind a length names the start and the end', () => {
  const { of, remove } = importing({
    '2026-06-07-dns.md':
      '# DNS gone\n\n| Field | Value |\n|---|---|\n| **Date** | 2026-06-07 |\n| **Duration** | ~15 minutes (23:50 UTC to 00:05 UTC) |\n\n## Timeline\n\n- 23:40 Version 4 deployed\n- 23:52 Names fail\n',
  });
  expect(of('2026-06-07-dns.md').values).toMatchObject({
    started: '2026-06-07T23:50Z',
    resolved: '2026-06-08T00:05Z',
  });
  remove();
});

test.each([
  ['January 15, 2024, 09:30 AM - 01:45 PM (WAT)', '2024-01-15T09:30+01:00', '2024-01-15T13:45+01:00'],
  ['Jan 15, 2024 09:30 to 13:45 EAT', '2024-01-15T09:30+03:00', '2024-01-15T13:45+03:00'],
])('a stretch in place of a length, %s, is in the zone that ends it', (written, started, resolved) => {
  const { of, remove } = importing({ 'a.md': `# Queue\n\n- **Duration:** ${written}\n- **Impact:** No mail.\n` });
  expect(of('a.md').values).toMatchObject({ started, resolved });
  remove();
});
