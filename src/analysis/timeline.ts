import type { Postmortem, TimelineEntry } from '../model/record.ts';
import { minutesBetween } from './days.ts';

/** A timeline entry with its place in the incident. */
export interface TimedEntry extends TimelineEntry {
  /** Minutes after the start, negative before it. */
  minutes: number;
  /** What a false lead cost: minutes until the next entry. Absent on other entries, and on a false lead that nothing follows. */
  cost?: number;
}

/** A timeline and what its false leads took. */
export interface TimedTimeline {
  entries: TimedEntry[];
  falseLeads: number;
  /** Minutes that the false leads cost together; absent where none has a known cost. */
  falseLeadMinutes?: number;
  /** The part of those minutes that lies between detection and mitigation, and how long that stretch was; absent unless both are recorded. */
  beforeMitigation?: { minutes: number; of: number };
}

/** The timeline of a postmortem, its entries in the order in which they are recorded. */
export function timelineOf({ started, detected, mitigated, timeline }: Postmortem): TimedTimeline {
  const entries = timeline.map((entry, index): TimedEntry => {
    const next = timeline[index + 1];
    const cost = entry.kind === 'false-lead' && next ? { cost: Math.max(0, minutesBetween(entry.at, next.at)) } : {};
    return { ...entry, minutes: minutesBetween(started, entry.at), ...cost };
  });
  const costly = entries.filter((entry) => entry.cost !== undefined);
  const spent = costly.reduce((total, { cost = 0 }) => total + cost, 0);
  return {
    entries,
    falseLeads: entries.filter(({ kind }) => kind === 'false-lead').length,
    ...(costly.length > 0 ? { falseLeadMinutes: spent } : {}),
    ...(costly.length > 0 && detected && mitigated && detected < mitigated
      ? { beforeMitigation: within(costly, minutesBetween(started, detected), minutesBetween(started, mitigated)) }
      : {}),
  };
}

function within(entries: readonly TimedEntry[], from: number, to: number): { minutes: number; of: number } {
  const minutes = entries.reduce((total, { minutes: start, cost = 0 }) => {
    return total + Math.max(0, Math.min(start + cost, to) - Math.max(start, from));
  }, 0);
  return { minutes, of: to - from };
}
