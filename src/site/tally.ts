import type { Day } from '../model/record.ts';
import { formatCount, formatMonth, formatNumber } from './format.ts';
import type { Records } from './records.ts';

/**
 * What a build holds and what it leaves out: `14 published postmortems since March 2024, 1 in review; 1 restricted is counted,
 * 2 drafts are not.` Drafts are named as shown where the build shows them.
 */
export function tallySentence({ tally, postmortems }: Pick<Records, 'tally' | 'postmortems'>, since?: Day): string {
  const { published, review, draft, restricted } = tally;
  const shown = [`${formatCount(published, 'published postmortem')}${since ? ` since ${formatMonth(since)}` : ''}`];
  const apart: string[] = [];
  if (review > 0) shown.push(`${formatNumber(review)} in review`);
  if (restricted > 0) apart.push(`${formatNumber(restricted)} restricted ${isOrAre(restricted)} counted`);
  if (draft > 0 && postmortems.some(({ status }) => status === 'draft')) shown.push(formatCount(draft, 'draft'));
  else if (draft > 0) apart.push(`${formatCount(draft, 'draft')} ${isOrAre(draft)} not`);
  return `${[shown.join(', '), apart.join(', ')].filter(Boolean).join('; ')}.`;
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
