import { expect, test } from 'vitest';
import { examplePage } from './example.ts';

test('an example of one day has the durations, the bar and the false leads that its clock times make', () => {
  const page = examplePage({
    day: '2026-05-12',
    started: '09:12',
    detected: '09:34',
    mitigated: '10:38',
    resolved: '10:55',
    timeline: [
      { at: '09:34', what: 'An alert', kind: 'detection' },
      { at: '09:40', what: 'Scaled out', kind: 'false-lead' },
      { at: '09:52', what: 'Nothing changed' },
    ],
  });
  expect(page.durations).toMatchObject({ detect: { minutes: 22 }, mitigate: { minutes: 86 } });
  expect(page.durations.acknowledge).toEqual({ absent: 'not-recorded' });
  expect(page.bar.pieces.map(({ minutes }) => minutes)).toEqual([22, 64, 17]);
  expect(page.timeline).toMatchObject({ falseLeads: 1, beforeMitigation: { minutes: 12, of: 64 } });
  expect(page.postmortem.timeline[1]?.at).toBe('2026-05-12T09:40:00Z');
});
