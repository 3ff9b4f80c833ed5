import { expect, test } from 'vitest';
import { later, postmortem } from '../testing/postmortem.ts';
import { timelineOf } from './timeline.ts';

const started = '2026-10-14T07:12:00Z';
const minute = (minutes: number): string => later(started, minutes);

test('a false lead costs the minutes until the next entry', () => {
  const { entries, ...total } = timelineOf(
    postmortem({
      started,
      detected: minute(19),
      mitigated: minute(86),
      timeline: [
        { at: minute(-3), what: 'Deploy', kind: 'change' },
        { at: minute(29), what: 'The database is suspected', kind: 'false-lead' },
        { at: minute(51), what: 'Others join', kind: 'escalation' },
        { at: minute(54), what: 'Rolled back in vain', kind: 'false-lead' },
        { at: minute(68), what: 'A thread dump', kind: 'hypothesis' },
      ],
    }),
  );
  expect(entries.map(({ minutes, cost }) => [minutes, cost])).toEqual([
    [-3, undefined],
    [29, 22],
    [51, undefined],
    [54, 14],
    [68, undefined],
  ]);
  expect(total).toEqual({ falseLeads: 2, falseLeadMinutes: 36, beforeMitigation: { minutes: 36, of: 67 } });
});

test('only the part of a false lead between detection and mitigation counts against that stretch', () => {
  const timeline = [
    { at: minute(5), what: 'Before anybody noticed', kind: 'false-lead' as const },
    { at: minute(15), what: 'Noticed', kind: 'detection' as const },
    { at: minute(25), what: 'Past the mitigation', kind: 'false-lead' as const },
    { at: minute(45), what: 'Done', kind: 'recovery' as const },
  ];
  const found = timelineOf(postmortem({ started, detected: minute(10), mitigated: minute(30), timeline }));
  expect(found).toMatchObject({ falseLeadMinutes: 30, beforeMitigation: { minutes: 10, of: 20 } });
});

test('a false lead that nothing follows has no known cost', () => {
  const timeline = [{ at: minute(5), what: 'The network', kind: 'false-lead' as const }];
  const found = timelineOf(postmortem({ started, detected: minute(1), mitigated: minute(9), timeline }));
  expect(found.entries[0]).not.toHaveProperty('cost');
  expect(found).not.toHaveProperty('falseLeadMinutes');
  expect(found).not.toHaveProperty('beforeMitigation');
  expect(found.falseLeads).toBe(1);
});
