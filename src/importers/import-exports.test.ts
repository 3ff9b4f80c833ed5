import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

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
