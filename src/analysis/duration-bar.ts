import type { Instant, Postmortem } from '../model/record.ts';
import { minutesBetween } from './days.ts';

/** What users and responders went through, in this order. */
const PHASES = ['unnoticed', 'affected', 'confirming'] as const;
export type Phase = (typeof PHASES)[number];

/** One piece of the bar. */
export interface BarPiece {
  /** One phase; two or three where the moment between them is not recorded: the bar joins them and says so. */
  phases: Phase[];
  /** Minutes after the start. */
  from: number;
  /** Minutes after the start; absent where it has no recorded end. */
  to?: number;
  /** Its length in minutes; absent where it has no recorded end. */
  minutes?: number;
  /** Where it begins and ends on the bar, 0 to 1. */
  start: number;
  end: number;
}

/** A recorded moment on the bar. */
export interface BarMark {
  moment: 'started' | 'detected' | 'acknowledged' | 'mitigated' | 'resolved';
  at: Instant;
  /** Minutes after the start, 0 for what came before it. */
  minutes: number;
  /** 0 to 1. */
  position: number;
}

/** The durations of a postmortem as one bar, drawn to scale. */
export interface DurationBar {
  pieces: BarPiece[];
  marks: BarMark[];
  /** The moments between phases that nobody recorded; what an ongoing incident has not reached is not among them. */
  notRecorded: ('detected' | 'mitigated' | 'resolved')[];
  /** How the bar ends: closed by `resolved`; open because it is ongoing, or because no end is recorded. */
  end: 'resolved' | 'ongoing' | 'not-recorded';
  /** Minutes that the bar shows to scale. */
  minutes: number;
}

/** The share of an open bar that stands for recorded time; the rest is its open end and stands for no number of minutes. */
export const RECORDED_SHARE = 0.85;

/**
 * The bar of one postmortem: unnoticed until detected, affected until mitigated, confirming until resolved. A phase of no length
 * is left out. An open bar is to scale up to the last recorded moment, then runs out: "now" is never an end.
 */
export function durationBarOf(postmortem: Postmortem): DurationBar {
  const { started, detected, acknowledged, mitigated, ongoing, timeline } = postmortem;
  const resolved = ongoing ? undefined : postmortem.resolved;
  const after = (at: Instant): number => Math.max(0, minutesBetween(started, at));
  const ifKnown = (at?: Instant): Minute => (at === undefined ? undefined : after(at));

  const recorded = [detected, acknowledged, mitigated, ...timeline.map(({ at }) => at)];
  const minutes = resolved ? after(resolved) : Math.max(0, ...recorded.map((at) => (at ? after(at) : 0)));
  const share = resolved ? 1 : RECORDED_SHARE;
  const place = (minute: number): number => (minutes === 0 ? 0 : Math.min(1, minute / minutes) * share);

  return {
    pieces: pieces(ifKnown(detected), ifKnown(mitigated), ifKnown(resolved)).map((piece) => ({
      ...piece,
      start: place(piece.from),
      end: piece.to === undefined ? 1 : place(piece.to),
    })),
    marks: marks({ started, detected, acknowledged, mitigated, resolved }).map(({ moment, at }) => ({
      moment,
      at,
      minutes: after(at),
      position: place(after(at)),
    })),
    notRecorded: [
      ...(detected ? [] : (['detected'] as const)),
      ...(mitigated || ongoing ? [] : (['mitigated'] as const)),
      ...(resolved || ongoing ? [] : (['resolved'] as const)),
    ],
    end: ongoing ? 'ongoing' : resolved ? 'resolved' : 'not-recorded',
    minutes,
  };
}

type Minute = number | undefined;

/** The pieces between the moments, which stand in minutes after the start. Without an end there is no last phase before `mitigated`. */
function pieces(detected: Minute, mitigated: Minute, resolved: Minute): Omit<BarPiece, 'start' | 'end'>[] {
  // Noticed only after it was over: nobody was affected and aware, so the unnoticed phase ends with the impact.
  const noticed = detected === undefined ? undefined : Math.min(detected, mitigated ?? resolved ?? detected);
  const ends =
    resolved === undefined && mitigated === undefined ? [noticed, undefined] : [noticed, mitigated, resolved];
  const found: Omit<BarPiece, 'start' | 'end'>[] = [];
  let from = 0;
  let phases: Phase[] = [];
  for (const [index, to] of ends.entries()) {
    phases.push(PHASES[index] as Phase);
    if (to !== undefined) {
      if (to > from) found.push({ phases, from, to, minutes: to - from });
      from = to;
      phases = [];
    } else if (index === ends.length - 1) {
      found.push({ phases, from });
    }
  }
  return found;
}

function marks(moments: Record<BarMark['moment'], Instant | undefined>): { moment: BarMark['moment']; at: Instant }[] {
  return Object.entries(moments).flatMap(([moment, at]) => (at ? [{ moment: moment as BarMark['moment'], at }] : []));
}
