/**
 * Why an incident is not in a figure: nobody wrote the time down; it is not over; acknowledged, but no detection to count from;
 * an import knew its start only roughly; restricted, so that only its date and severity are known; started after the day the
 * figures are as of.
 */
const LEFT_OUT_REASONS = [
  'not-recorded',
  'ongoing',
  'no-detection',
  'rough-start',
  'restricted',
  'after-as-of',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Incidents that a figure leaves out for one reason. */
export interface LeftOut {
  reason: LeftOutReason;
  count: number;
  /** In the order they came; empty for restricted ones, whose ids stand in no output. */
  ids: string[];
}

/** Gathers what was left out by reason, in the order of `LEFT_OUT_REASONS`; `restricted` is a number, since it has no ids. */
export function leftOutBy(found: readonly { reason: LeftOutReason; id: string }[], restricted = 0): LeftOut[] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const ids = found.filter((one) => one.reason === reason).map(({ id }) => id);
    const count = reason === 'restricted' ? restricted : ids.length;
    return count > 0 ? [{ reason, count, ids }] : [];
  });
}
