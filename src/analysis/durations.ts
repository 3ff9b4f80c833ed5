import type { Postmortem } from '../model/record.ts';
import { minutesBetween } from './days.ts';

/** The four response times, in the order in which they end. */
export const MEASURES = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const;
export type Measure = (typeof MEASURES)[number];

/** Why a time is not known: nobody wrote it down; the incident is not over; acknowledged, but no detection to count from. */
export type AbsentReason = 'not-recorded' | 'ongoing' | 'no-detection';

/** A length of time in minutes, with a fraction where seconds are recorded; or why there is none. */
export type Duration =
  | {
      minutes: number;
      /** True where it was detected before it started: that counts as 0 minutes, and a page says so. */
      clamped?: true;
    }
  | { absent: AbsentReason };

/** Time with impact, and what it was taken from. */
export type ImpactDuration = { minutes: number; from: 'windows' | 'mitigated' | 'resolved' } | { absent: AbsentReason };

export type Durations = Record<Measure, Duration> & { impact: ImpactDuration };

/**
 * The durations of one postmortem, of whatever type: to detect, mitigate and resolve from `started`, to acknowledge from
 * `detected`; impact is the time covered by `windows`, else until mitigated, else until resolved. "Now" is never an end.
 */
export function durationsOf(postmortem: Postmortem): Durations {
  const { started, detected, acknowledged, mitigated, resolved, ongoing } = postmortem;
  const unfinished: { absent: AbsentReason } = { absent: ongoing ? 'ongoing' : 'not-recorded' };
  return {
    detect: detected ? sinceStart(started, detected) : { absent: 'not-recorded' },
    acknowledge: !acknowledged
      ? { absent: 'not-recorded' }
      : detected
        ? { minutes: minutesBetween(detected, acknowledged) }
        : { absent: 'no-detection' },
    mitigate: mitigated ? { minutes: minutesBetween(started, mitigated) } : unfinished,
    resolve: resolved ? { minutes: minutesBetween(started, resolved) } : unfinished,
    impact: impactOf(postmortem),
  };
}

function sinceStart(started: string, end: string): Duration {
  const minutes = minutesBetween(started, end);
  return minutes < 0 ? { minutes: 0, clamped: true } : { minutes };
}

function impactOf({ started, mitigated, resolved, ongoing, windows }: Postmortem): ImpactDuration {
  if (ongoing && !mitigated) return { absent: 'ongoing' };
  if (windows.length > 0) return { minutes: covered(windows), from: 'windows' };
  if (mitigated) return { minutes: minutesBetween(started, mitigated), from: 'mitigated' };
  if (resolved) return { minutes: minutesBetween(started, resolved), from: 'resolved' };
  return { absent: 'not-recorded' };
}

/** Minutes that lie in at least one window: where two overlap, no minute counts twice. */
function covered(windows: Postmortem['windows']): number {
  let minutes = 0;
  let end = '';
  for (const { from, to } of [...windows].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const start = from > end ? from : end;
    if (to <= start) continue;
    minutes += minutesBetween(start, to);
    end = to;
  }
  return minutes;
}
