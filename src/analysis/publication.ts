import type { Day, Postmortem } from '../model/record.ts';
import type { SiteSettings } from '../model/site.ts';
import { dayIn, daysBetween } from './days.ts';

/** How long a postmortem took to be published, or why that is not known. Days are those of the site's zone. */
export type Publication =
  | {
      published: Day;
      /** Days from the day it was resolved, never below 0. */
      days: number;
      /** The last day that keeps the promise of `publishWithinHours`. */
      due: Day;
      inTime: boolean;
    }
  | { absent: 'ongoing' | 'not-recorded'; published?: Day }
  | { absent: 'not-published'; due: Day; daysLate?: number };

/**
 * Time to publish, from `resolved`. `published` is a day and has no hour, so that a postmortem is in time until the end of the
 * day on which the promised hours run out.
 */
export function publicationOf(
  { published, resolved, ongoing }: Postmortem,
  site: SiteSettings,
  asOf: Day,
): Publication {
  const named = published === undefined ? {} : { published };
  if (ongoing) return { absent: 'ongoing', ...named };
  if (!resolved) return { absent: 'not-recorded', ...named };
  const zone = site.timezone;
  const due = dayIn(zone, new Date(Date.parse(resolved) + site.publishWithinHours * 3_600_000).toISOString());
  if (!published) {
    const daysLate = daysBetween(due, asOf);
    return { absent: 'not-published', due, ...(daysLate > 0 ? { daysLate } : {}) };
  }
  return { published, days: Math.max(0, daysBetween(dayIn(zone, resolved), published)), due, inTime: published <= due };
}
