import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later, postmortem } from '../testing/postmortem.ts';
import { durationsOf } from './durations.ts';

const started = '2026-10-14T07:12:00Z';
const minute = (minutes: number): string => later(started, minutes);

test('the four times and the time with impact', () => {
  const durations = durationsOf(
    postmortem({
      started,
      detected: minute(19),
      acknowledged: minute(22),
      mitigated: minute(86),
      resolved: minute(112),
    }),
  );
  expect(durations).toEqual({
    detect: { minutes: 19 },
    acknowledge: { minutes: 3 },
    mitigate: { minutes: 86 },
    resolve: { minutes: 112 },
    impact: { minutes: 86, from: 'mitigated' },
  });
});

test('fourteen minutes are not zero hours, and seconds are kept', () => {
  expect(durationsOf(postmortem({ started, resolved: minute(14) })).resolve).toEqual({ minutes: 14 });
  expect(durationsOf(postmortem({ started, detected: minute(0.5) })).detect).toEqual({ minutes: 0.5 });
});

test('what was detected before it started counts as 0 minutes and says so; acknowledging counts from the detection', () => {
  const { detect, acknowledge } = durationsOf(postmortem({ started, detected: minute(-10), acknowledged: minute(2) }));
  expect(detect).toEqual({ minutes: 0, clamped: true });
  expect(acknowledge).toEqual({ minutes: 12 });
  expect(durationsOf(postmortem({ started, detected: started })).detect).toEqual({ minutes: 0 });
});

describe('a time that is not there', () => {
  test('was not recorded', () => {
    const durations = durationsOf(postmortem({ started }));
    for (const duration of Object.values(durations)) expect(duration).toEqual({ absent: 'not-recorded' });
  });

  test('has not come, while it is ongoing: now is never an end', () => {
    const durations = durationsOf(postmortem({ started, ongoing: true, detected: minute(4) }));
    expect(durations).toMatchObject({ detect: { minutes: 4 }, acknowledge: { absent: 'not-recorded' } });
    expect(durations.mitigate).toEqual({ absent: 'ongoing' });
    expect(durations.resolve).toEqual({ absent: 'ongoing' });
    expect(durations.impact).toEqual({ absent: 'ongoing' });
  });

  test('cannot be counted, where it was acknowledged but no detection is recorded', () => {
    expect(durationsOf(postmortem({ started, acknowledged: minute(5) })).acknowledge).toEqual({
      absent: 'no-detection',
    });
  });
});

describe('an imported start that is not known to the minute', () => {
  const imported = (startedPrecision: string) =>
    durationsOf(
      postmortem({
        started,
        detected: minute(4),
        acknowledged: minute(6),
        mitigated: minute(40),
        resolved: minute(60),
        imported: { startedPrecision },
      }),
    );

  test.each(['day', 'month'])('nothing is counted from a %s', (precision) => {
    const absent = { absent: 'rough-start' };
    expect(imported(precision)).toEqual({
      detect: absent,
      acknowledge: { minutes: 2 },
      mitigate: absent,
      resolve: absent,
      impact: absent,
    });
  });

  test('what began then or earlier took at least so long, and enters no figure', () => {
    expect(imported('latest')).toMatchObject({
      detect: { absent: 'rough-start', atLeast: 4 },
      mitigate: { absent: 'rough-start', atLeast: 40 },
      resolve: { absent: 'rough-start', atLeast: 60 },
      impact: { absent: 'rough-start' },
    });
  });

  test('any other word of an import is no precision', () => {
    expect(imported('guess').resolve).toEqual({ minutes: 60 });
  });
});

describe('time with impact', () => {
  const window = (from: number, to: number) => ({ from: minute(from), to: minute(to) });

  test('is the sum of the windows', () => {
    const windows = [window(60, 75), window(0, 20)];
    expect(durationsOf(postmortem({ started, mitigated: minute(80), windows })).impact).toEqual({
      minutes: 35,
      from: 'windows',
    });
  });

  test('counts a minute once where windows overlap or hold each other', () => {
    const windows = [window(0, 60), window(10, 20), window(50, 70)];
    expect(durationsOf(postmortem({ started, windows })).impact).toEqual({ minutes: 70, from: 'windows' });
  });

  test('lasts until resolved where nobody recorded the mitigation', () => {
    expect(durationsOf(postmortem({ started, resolved: minute(30) })).impact).toEqual({
      minutes: 30,
      from: 'resolved',
    });
  });

  test('is not known while users are still affected, and known as soon as they are not', () => {
    const windows = [window(0, 20)];
    expect(durationsOf(postmortem({ started, ongoing: true, windows })).impact).toEqual({ absent: 'ongoing' });
    expect(durationsOf(postmortem({ started, ongoing: true, mitigated: minute(25), windows })).impact).toEqual({
      minutes: 20,
      from: 'windows',
    });
  });

  test('covers as many minutes as are in any window', () => {
    const windows = fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(windows, (pairs) => {
        const minutes = new Set(pairs.flatMap(([from, length]) => Array.from({ length }, (_, index) => from + index)));
        const impact = durationsOf(
          postmortem({ started, windows: pairs.map(([from, length]) => window(from, from + length)) }),
        ).impact;
        expect(impact).toEqual({ minutes: minutes.size, from: 'windows' });
      }),
    );
  });
});
