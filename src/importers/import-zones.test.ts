import { describe, expect, test } from 'vitest';
import { imported } from '../testing/importing.ts';

const rows = '- 08:00 Nothing answers\n- 09:00 Back to normal\n';

describe('the zone of a file', () => {
  test('is read in a heading with an anchor, and in brackets within a sentence', async () => {
    const { of } = await imported({
      'a.md': `# A\n\nDate: 2024-01-15\n\n## Timeline (all times in CET) {#timeline}\n\n${rows}`,
      'b.md': `# B\n\nOn 15 January 2024 (all times in US/Pacific), nothing answered for a while.\n\n## Timeline\n\n${rows}`,
    });
    expect(of('a.md').values.timeline?.[0]?.at).toBe('2024-01-15T08:00+01:00');
    expect(of('b.md').values.timeline?.[0]?.at).toBe('2024-01-15T08:00-08:00');
  });

  test('is missed where a time has no offset of its own, and nowhere else', async () => {
    const { of } = await imported({
      'own.md': `# Own\n\nStart: 2024-01-15 10:00:00 -0500\nEnd: 2024-01-15 11:00:00 -0500\n
## Timeline\n\n- 2024-01-15T15:00:00Z Nothing answers\n- 2024-01-15T16:00:00Z Back to normal\n`,
      'none.md': `# None\n\nDate: 2024-01-15\n\n## Timeline\n\n- 07:50 Release 8 deployed\n- 08:00 Odd numbers\n- 09:00 Back to normal\n`,
    });
    const messages = (file: string): string[] => of(file).report.problems.map(({ message }) => message);
    expect(messages('own.md')).toEqual([]);
    expect(of('own.md').values).not.toHaveProperty('imported');
    // The start of this one is not known, and its timeline was read all the same.
    expect(messages('none.md')).toContain('no zone is named: its times are read as UTC');
    expect(of('none.md').values.imported).toMatchObject({ assumedZone: 'UTC', startedPrecision: 'day' });
  });

  test('may be that of a city; of an abbreviation that several share, the report says so', async () => {
    const { of } = await imported({
      'city.md': `# City\n\nDate: 2022-08-10\n\nAll times are local time in Berlin unless noted.\n\n## Timeline\n\n${rows}`,
      'label.md': `# Label\n\nDate: 2022-08-10\nTime zone: New York\n\n## Timeline\n\n${rows}`,
      'shared.md': `# Shared\n\nDate: 2022-08-10\n\n## Timeline (all times IST)\n\n${rows}`,
    });
    expect(of('city.md').values).toMatchObject({ timeline: [{ at: '2022-08-10T08:00+02:00' }, {}] });
    expect(of('city.md').values).not.toHaveProperty('summary');
    expect(of('label.md').values).toMatchObject({ timeline: [{ at: '2022-08-10T08:00-04:00' }, {}] });
    expect(of('shared.md').report.problems.map(({ message }) => message)).toEqual([
      'no zone is known by these words: Timeline (all times IST)',
      'no zone is known: its times are read as UTC',
    ]);
  });

  test('may stand in a label', async () => {
    const { of } = await imported({
      'a.md':
        '# A\n\n| Item | Detail |\n| --- | --- |\n| Start time (CET) | 2023-01-07 04:15 |\n| End time (CET) | 06:00 |\n| Severity | SEV2 |\n',
      'b.md': '# B\n\nDate/Time: 7/15/2023 2:30 PM CT\n',
    });
    expect(of('a.md').values).toMatchObject({ started: '2023-01-07T04:15+01:00', resolved: '2023-01-07T06:00+01:00' });
    expect(of('a.md').report.problems).toEqual([]);
    expect(of('b.md').values).toMatchObject({ started: '2023-07-15T14:30-05:00' });
  });
});
