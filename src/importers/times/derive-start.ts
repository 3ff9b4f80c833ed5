import { firstTrouble, spokenStart } from '../beginning.ts';
import type { RecordContext } from '../record-context.ts';
import type { AnchorDay } from './anchor-day.ts';
import { type Derived, type Fit, isRefuted, type PlacedEntry, saidBeginning } from './derive-times.ts';
import { opening } from './prose-days.ts';

/** A start that was found; or why there is none, with the day that is known all the same. */
export type FoundStart = { started?: Derived; isLatest?: true; why?: string; day?: AnchorDay };

/**
 * The start that follows from a timeline and the prose: what says that it is one, the surest first, then the first trouble.
 * `entries` in the order of time; `day` is that of the file; `spoken` the time that the opening names.
 */
export function deriveStart(
  context: RecordContext,
  entries: readonly PlacedEntry[],
  day: AnchorDay | undefined,
  { fit, spoken, isStretch }: { fit: Fit; spoken: Derived | undefined; isStretch: boolean },
): FoundStart {
  const { words } = context.lexicon;
  const sure = fit.started ?? saidBeginning(entries, words) ?? spokenStart(entries, opening(context), words);
  if (sure) return { started: sure };
  if (day?.isFirst) return {};
  // `between 4:40pm and 6:15pm`: a stretch that the opening names says where it began and ended.
  if (spoken && isStretch) return { started: spoken };
  const first = firstTrouble(entries, words);
  const { timeToDetect, timeToResolve } = context.stated.durations;
  if (first && 'moment' in first && !isRefuted(first.moment, entries, [timeToDetect, timeToResolve])) {
    return { started: first, ...(first.isLatest && { isLatest: true }) };
  }
  if (spoken) return { started: spoken };
  if (!first) return {};
  const why = 'moment' in first ? `the lengths that are stated lead from ${first.from} to no other entry` : first.why;
  const one = onlyDay(fit);
  return { why, ...(one && { day: one }) };
}

/** The day on which every start lies that the stated lengths leave open. */
function onlyDay({ candidates = [] }: Fit): AnchorDay | undefined {
  const [day, ...others] = [...new Set(candidates.map(({ written }) => written.slice(0, 10)))];
  return day === undefined || others.length > 0
    ? undefined
    : { day, from: 'the timeline, with the lengths of time that are stated', isDerived: true };
}
