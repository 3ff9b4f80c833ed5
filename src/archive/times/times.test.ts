import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf, linesOf, postmortem } from '../../testing/archive.ts';
import { readMoment } from './moments.ts';
import { readTimeline } from './timeline-times.ts';
import { zoneFault } from './zones.ts';

/** The instant, or the rule and the hint of what is wrong. */
function moment(text: string, zone?: string): string {
  const reading = readMoment(text, zone);
  return 'instant' in reading
    ? reading.instant
    : `${reading.fault.rule}: ${reading.fault.hint ?? reading.fault.message}`;
}

describe('a time is an instant', () => {
  test.each([
    ['2024-03-01T15:30Z', undefined, '2024-03-01T15:30:00Z'],
    ['2024-03-01T15:30+01:00', undefined, '2024-03-01T14:30:00Z'],
    ['2024-03-01 15:30:45-0530', undefined, '2024-03-01T21:00:45Z'],
    ['2024-03-01T15:30:45.987+01', undefined, '2024-03-01T14:30:45Z'],
    ['2024-03-01T15:30-00:00', undefined, '2024-03-01T15:30:00Z'],
    ['2024-03-01T15:30', 'Asia/Kolkata', '2024-03-01T10:00:00Z'],
    ['2024-03-01T15:30', 'UTC', '2024-03-01T15:30:00Z'],
    ['2024-07-01T15:30', 'America/New_York', '2024-07-01T19:30:00Z'],
    // Its own offset is what counts.
    ['2024-07-01T15:30+02:00', 'America/New_York', '2024-07-01T13:30:00Z'],
    ['2011-12-31T00:30', 'Pacific/Apia', '2011-12-30T10:30:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(moment(text, zone)).toBe(instant);
  });

  test('for every offset and every minute', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }),
        number(14),
        number(59),
        (date, hours, minutes) => {
          const local = date.toISOString().slice(0, 19);
          const offset = `+${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
          expect(Date.parse(moment(local + offset))).toBe(Date.parse(`${local}${offset}`));
        },
      ),
    );
  });
});

describe('a time that is none is a fault', () => {
  test.each([
    ['2024-02-30T10:00Z', undefined, 'no-such-time: there is no day 2024-02-30'],
    ['2023-02-29T10:00Z', undefined, 'no-such-time: there is no day 2023-02-29'],
    ['2024-03-01T24:00Z', undefined, 'no-such-time: there is no time 24:00'],
    ['2024-03-01T10:00:60Z', undefined, 'no-such-time: there is no time 10:00:60'],
    ['2024-03-01T10:00+25:00', undefined, 'no-such-time: there is no offset +25:00'],
    ['0000-01-01T00:00Z', undefined, 'no-such-time: there is no day 0000-01-01'],
    [
      '2024-03-01T10:00',
      undefined,
      'time-without-zone: write 2024-03-01T10:00+01:00 with your offset, or name the `timezone` of this file',
    ],
    ['2024-03-31T02:30', 'Europe/Berlin', 'skipped-time: write 2024-03-31T03:30+02:00 or 2024-03-31T01:30+01:00'],
    [
      '2024-10-27T02:30',
      'Europe/Berlin',
      'ambiguous-time: write 2024-10-27T02:30+02:00 for the first or 2024-10-27T02:30+01:00 for the second',
    ],
    [
      '2024-11-03T01:59',
      'America/New_York',
      'ambiguous-time: write 2024-11-03T01:59-04:00 for the first or 2024-11-03T01:59-05:00 for the second',
    ],
    // Lord Howe Island moves its clocks by half an hour.
    [
      '2024-04-07T01:45',
      'Australia/Lord_Howe',
      'ambiguous-time: write 2024-04-07T01:45+11:00 for the first or 2024-04-07T01:45+10:30 for the second',
    ],
    ['2011-12-30T10:00', 'Pacific/Apia', 'skipped-time: write 2011-12-31T10:00+14:00 or 2011-12-29T10:00-10:00'],
  ])('%s in %s', (text, zone, fault) => {
    expect(moment(text, zone)).toBe(fault);
  });

  test.each([
    ['2024-03-31T01:59', '2024-03-31T00:59:00Z'],
    ['2024-03-31T03:00', '2024-03-31T01:00:00Z'],
    ['2024-10-27T01:59', '2024-10-26T23:59:00Z'],
    ['2024-10-27T03:00', '2024-10-27T02:00:00Z'],
  ])('but %s, at the edge, is one', (text, instant) => {
    expect(moment(text, 'Europe/Berlin')).toBe(instant);
  });
});

describe('a zone is Area/City or UTC', () => {
  test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Asia/Calcutta', 'Etc/GMT+5'])(
    '%s',
    (zone) => {
      expect(zoneFault(zone)).toBeUndefined();
    },
  );

  test.each([
    ['EST', 'zone-abbreviation', 'write America/New_York if that is the one'],
    ['IST', 'zone-abbreviation', 'write Asia/Kolkata if that is the one'],
    ['PST', 'zone-abbreviation', 'write America/Los_Angeles if that is the one'],
    ['CET', 'zone-abbreviation', 'write Europe/Berlin if that is the one'],
    ['est', 'zone-abbreviation', 'write America/New_York if that is the one'],
    ['EST5EDT', 'zone-abbreviation', 'write America/New_York if that is the one'],
    ['GMT', 'zone-abbreviation', 'write UTC if that is the one'],
    ['Europe/Berln', 'unknown-zone', 'the nearest is `Europe/Berlin`'],
    ['Berlin', 'unknown-zone', 'the nearest is `Europe/Berlin`'],
    ['utc', 'unknown-zone', 'the nearest is `UTC`'],
    ['+01:00', 'unknown-zone', 'name the place, such as Europe/Berlin, or write the offset after each time'],
    ['UTC+1', 'unknown-zone', 'name the place, such as Europe/Berlin, or write the offset after each time'],
  ])('%s is none', (zone, rule, hint) => {
    expect(zoneFault(zone)).toMatchObject({ rule, hint });
  });
});

describe('the clock times of a timeline', () => {
  const started = '2024-03-01T22:50:00Z';
  const read = (times: string[], clock = { started, zone: 'UTC' }): string[] =>
    readTimeline(times, { timezone: 'UTC', ...clock }).map((reading) =>
      reading === undefined ? 'unread' : 'instant' in reading ? reading.instant.slice(5, 16) : reading.fault.rule,
    );

  test('the first is the occurrence nearest the start, before or after it', () => {
    expect(read(['22:40'])).toEqual(['03-01T22:40']);
    expect(read(['00:10'])).toEqual(['03-02T00:10']);
    expect(read(['10:49'])).toEqual(['03-02T10:49']);
    expect(read(['10:51'])).toEqual(['03-01T10:51']);
    expect(read(['10:50']), 'the later of two equally near').toEqual(['03-02T10:50']);
    expect(read(['23:50'], { started: '2024-03-02T00:05:00Z', zone: 'UTC' })).toEqual(['03-01T23:50']);
  });

  test('each later one is the next occurrence, past midnight too', () => {
    expect(read(['22:50', '23:59', '0:05', '03:00'])).toEqual([
      '03-01T22:50',
      '03-01T23:59',
      '03-02T00:05',
      '03-02T03:00',
    ]);
  });

  test('equal times are fine, seconds count', () => {
    expect(read(['22:50', '22:50', '22:50:30', '22:50:30'])).toEqual(Array(4).fill('03-01T22:50'));
    expect(read(['22:50:30', '22:50:29'])).toEqual(['03-01T22:50', 'timeline-order']);
  });

  test('12 h ahead or more, which is also what lies behind, asks for the full time; one mistake is one problem', () => {
    expect(read(['22:50', '10:49'])).toEqual(['03-01T22:50', '03-02T10:49']);
    expect(read(['22:50', '10:50'])).toEqual(['03-01T22:50', 'timeline-order']);
    expect(read(['22:50', '22:49', '22:55', '23:10'])[1]).toBe('timeline-order');
    expect(read(['22:50', '22:49', '22:55', '23:10']).filter((one) => one === 'timeline-order')).toHaveLength(1);
  });

  test('a full time starts the chain anew, and must not go back', () => {
    expect(read(['22:50', '2024-03-04T09:00Z', '09:30', '2024-03-04T12:00+02:00'])).toEqual([
      '03-01T22:50',
      '03-04T09:00',
      '03-04T09:30',
      '03-04T10:00',
    ]);
    expect(read(['22:50', '2024-03-01T22:49Z', '22:55'])).toEqual(['03-01T22:50', 'timeline-order', '03-01T22:55']);
    expect(read(['2024-03-05T09:00Z', '09:10'], { started: undefined as never, zone: 'UTC' })).toEqual([
      '03-05T09:00',
      '03-05T09:10',
    ]);
  });

  test('without a start there is no first clock time, without a zone none at all', () => {
    expect(read(['22:50'], { started: undefined as never, zone: 'UTC' })).toEqual(['unread']);
    expect(read(['22:50'], { started, zone: undefined as never })).toEqual(['unread']);
  });

  test('when the clocks change, a time that never was or was twice is a fault', () => {
    const berlin = { started: '2024-03-31T00:30:00Z', zone: 'Europe/Berlin' };
    expect(read(['01:30', '02:30', '03:10'], berlin)).toEqual(['03-31T00:30', 'skipped-time', '03-31T01:10']);
    const autumn = { started: '2024-10-26T23:30:00Z', zone: 'Europe/Berlin' };
    expect(read(['01:30', '02:30', '03:10'], autumn)).toEqual(['10-26T23:30', 'ambiguous-time', '10-27T02:10']);
  });

  test('a chain of steps under 12 h is read back, from any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 365 }),
        fc.array(fc.integer({ min: 0, max: 719 }), { maxLength: 20 }),
        fc.constantFrom('UTC', '+05:30', '-08:00', '+14:00'),
        (start, steps, zone) => {
          const minute = 60_000;
          const first = Date.parse('2024-01-01T00:00:00Z') + start * minute;
          let at = first;
          const instants = [first, ...steps.map((step) => (at += step * minute))];
          const offset =
            zone === 'UTC'
              ? 0
              : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
          const clock = instants.map((one) => new Date(one + offset * minute).toISOString().slice(11, 16));
          const readings = readTimeline(clock, { zone, started: new Date(first).toISOString().replace('.000', '') });
          expect(readings.map((reading) => reading && 'instant' in reading && Date.parse(reading.instant))).toEqual(
            instants,
          );
        },
      ),
    );
  });
});

describe('the times of a postmortem', () => {
  test('clock times are those of the offset of `started` where the file names no zone', async () => {
    const { postmortems } = await archiveOf({
      'postmortems/a.md': postmortem(
        'started: 2024-03-01T23:50+05:30\ntimeline:\n  - { at: 23:50, what: Down }\n  - { at: 00:10, what: Up }',
      ),
    });
    expect(postmortems[0]?.timeline.map(({ at }) => at)).toEqual(['2024-03-01T18:20:00Z', '2024-03-01T18:40:00Z']);
  });

  test('a zone that is none is one problem, and what carries its own offset is still judged', async () => {
    const front =
      'timezone: EST\nstarted: 2024-03-01T10:00\ndetected: 2024-02-30T10:00Z\nresolved: 2024-03-01T09:00\ntimeline:\n  - { at: 10:00, what: Down }';
    expect(
      (await linesOf({ 'postmortems/a.md': postmortem(front) })).map((line) => line.split(' ', 2).join(' ')),
    ).toEqual(['postmortems/a.md:4:11 zone-abbreviation', 'postmortems/a.md:6:11 no-such-time']);
  });

  test('the zone of site.yaml is never used to read a time', async () => {
    const lines = await linesOf({
      'site.yaml': 'timezone: Europe/Berlin\n',
      'postmortems/a.md': postmortem('started: 2024-03-01T10:00'),
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('time-without-zone');
  });

  test('times that all lack a zone are one mistake', async () => {
    const lines = await linesOf({
      'postmortems/a.md': postmortem([
        'started: 2024-03-01T10:00',
        'detected: 2024-03-01T10:01',
        'resolved: 2024-03-01T10:02',
      ]),
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^postmortems\/a\.md:4:10 .* 2024-03-01T10:00 does not say in which zone, nor do 2 other times/,
      ),
    ]);
  });

  test('a day that is in no calendar is told whatever the zone', async () => {
    const lines = await linesOf({
      'postmortems/a.md': postmortem(['timezone: EST', 'started: 2024-02-30T10:00', 'resolved: 2024-03-01T24:30']),
    });
    expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual([
      'postmortems/a.md:4:11 zone-abbreviation',
      'postmortems/a.md:5:10 no-such-time',
      'postmortems/a.md:6:11 no-such-time',
    ]);
  });

  test('a timeline in the body is judged where its item stands', async () => {
    const body = '## Timeline\n\n- 10:00 Down\n- 09:00 Up\n';
    const lines = await linesOf({ 'postmortems/a.md': postmortem([], body) });
    expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual(['postmortems/a.md:10:3 timeline-order']);
  });
});
