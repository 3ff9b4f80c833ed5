import type { Postmortem } from '../model/record.ts';
import { minutesBetween } from './days.ts';

/** The four response times, in the order in which they end. */
export const MEASURES = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * Why a time is not known: nobody wrote it down; the incident is not over; acknowledged, but no detection to count from; of the
 * start an import knew the day, the month, or only that it was not later.
 */
export type AbsentReason = 'not-recorded' | 'ongoing' | 'no-detection' | 'rough-start';

/** How much an import knew of a start: its day, its month, or that it was then or earlier. */
export type StartPrecision = 'day' | 'month' | 'latest';

/** A length of time in minutes, with a fraction where seconds are recorded; or why there is none. */
export type Duration =
  | {
      minutes: number;
      /** True where it was detected before it started: that counts as 0 minutes, and a page says so. */
      clamped?: true;
    }
  | {
      absent: AbsentReason;
      /** In minutes: it took so long, or longer. */
      atLeast?: number;
    };

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
  const precision = startPrecisionOf(postmortem);
  const since = (end: string): Duration => (precision ? roughly(started, end, precision) : sinceStart(started, end));
  return {
    detect: detected ? since(detected) : { absent: 'not-recorded' },
    acknowledge: !acknowledged
      ? { absent: 'not-recorded' }
      : detected
        ? { minutes: minutesBetween(detected, acknowledged) }
        : { absent: 'no-detection' },
    mitigate: mitigated ? since(mitigated) : unfinished,
    resolve: resolved ? since(resolved) : unfinished,
    impact: impactOf(postmortem, precision),
  };
}

/** How much an import knew of the start of a postmortem; undefined where it is known as every other one. */
export function startPrecisionOf({ imported }: Pick<Postmortem, 'imported'>): StartPrecision | undefined {
  if (typeof imported !== 'object' || imported === null || !('startedPrecision' in imported)) return undefined;
  const { startedPrecision: said } = imported;
  return said === 'day' || said === 'month' || said === 'latest' ? said : undefined;
}

function roughly(started: string, end: string, precision: StartPrecision): Duration {
  const minutes = minutesBetween(started, end);
  return { absent: 'rough-start', ...(precision === 'latest' && minutes >= 0 && { atLeast: minutes }) };
}

function sinceStart(started: string, end: string): Duration {
  const minutes = minutesBetween(started, end);
  return minutes < 0 ? { minutes: 0, clamped: true } : { minutes };
}

function impactOf(
  { started, mitigated, resolved, ongoing, windows }: Postmortem,
  precision: StartPrecision | undefined,
): ImpactDuration {
  if (ongoing && !mitigated) return { absent: 'ongoing' };
  if (windows.length > 0) return { minutes: covered(windows), from: 'windows' };
  if (precision && (mitigated || resolved)) return { absent: 'rough-start' };
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
