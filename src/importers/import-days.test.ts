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
