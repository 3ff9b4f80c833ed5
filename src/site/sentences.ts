import type { Measure } from '../analysis/durations.ts';
import type { Grouping } from '../analysis/groups.ts';
import type { LeftOut, LeftOutReason } from '../analysis/left-out.ts';
import type { ResponseTimes } from '../analysis/response-times.ts';
import type { Compared } from '../analysis/trend.ts';
import { formatCount, formatDuration, formatList, formatNumber, formatPeriod, formatRange } from './format.ts';

const DONE: Record<Measure, string> = {
  detect: 'detected',
  acknowledge: 'acknowledged',
  mitigate: 'mitigated',
  resolve: 'resolved',
};

const REASONS: Record<LeftOutReason, string> = {
  'not-recorded': 'without a recorded time',
  ongoing: 'still ongoing',
  'no-detection': 'without a detection time',
  'rough-start': 'whose start is not known to the minute',
  restricted: 'restricted',
  'after-as-of': 'after the day of these figures',
};

/** What was left out of a figure and why: `Left out: 1 still ongoing, 2 restricted.`; nothing where nothing was. */
export function leftOutSentence(leftOut: readonly LeftOut[]): string {
  const parts = leftOut
    .filter(({ count }) => count > 0)
    .map(({ count, reason }) => `${formatNumber(count)} ${REASONS[reason]}`);
  return parts.length === 0 ? 'None was left out.' : `Left out: ${formatList(parts)}.`;
}

/** What the data can say about whether a response time changed: a heading, and why. */
export function trendSentences({ measure, trend, periods }: ResponseTimes): { heading: string; because: string } {
  const done = DONE[measure];
  const name = (key: string): string => {
    const found = periods.find(({ period }) => period.key === key);
    return found ? formatPeriod(found.period) : key;
  };
  const said = ({ key, median, interval, n }: Compared): string =>
    `${formatDuration(median)} in ${name(key)} (90 % interval ${formatRange(interval.low, interval.high)}, n ${formatNumber(n)})`;
  if (trend.verdict === 'too-few') {
    return {
      heading: `Too few incidents to say whether they are ${done} faster`,
      because: 'A comparison needs two periods with five incidents or more, all of them over.',
    };
  }
  const medians = `The median was ${said(trend.first)} and ${said(trend.last)}.`;
  if (trend.verdict === 'cannot-tell') {
    return {
      heading: `The data cannot say whether incidents are ${done} faster`,
      because: `${medians} ${
        trend.because === 'intervals-overlap'
          ? `${trend.allOverlap ? 'The intervals of every two periods overlap' : 'The two intervals overlap'}: chance alone could have done that.`
          : 'The two intervals do not overlap, but the incidents one by one show no tendency.'
      }`,
    };
  }
  return {
    heading: `Incidents are ${done} ${trend.verdict === 'shorter' ? 'faster' : 'more slowly'} than before`,
    because: `${medians} The intervals do not overlap, and the incidents one by one show the same tendency. It may still be that other incidents happened, not that the same ones went better.`,
  };
}

/** `Four of 23 causes account for 27 of 49 incidents`, in digits from ten on. */
export function leadingSentence({ leading, groups, of }: Grouping, one: string, many: string): string {
  const seen = groups.filter(({ count }) => count > 0).length;
  if (seen === 0) return `No incident names a ${one} yet`;
  const count = inWords(leading.groups);
  const first = `${count.charAt(0).toUpperCase()}${count.slice(1)}`;
  return `${first} of ${inWords(groups.length)} ${groups.length === 1 ? one : many} ${leading.groups === 1 ? 'accounts' : 'account'} for ${formatNumber(leading.incidents)} of ${formatCount(of, 'incident')}`;
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function inWords(count: number): string {
  return WORDS[count] ?? formatNumber(count);
}

/** What a grouping rests on: how many incidents there are, how many name nothing, and why counts may add up to more. */
export function groupingNote({ of, unknown, none, several, leftOut }: Grouping, one: string): string {
  const parts = [`${formatCount(of, 'incident')} in all.`];
  if (several.length > 0) {
    parts.push(
      `${formatCount(several.length, 'incident has', 'incidents have')} more than one ${one} and ${several.length === 1 ? 'is' : 'are'} counted under each, so the counts add up to more.`,
    );
  }
  if (unknown.length > 0) parts.push(`${formatCount(unknown.length, 'incident')} with an unknown ${one}, not ranked.`);
  if (none.length > 0) parts.push(`${formatCount(none.length, 'incident names', 'incidents name')} none.`);
  if (leftOut.some(({ count }) => count > 0)) parts.push(leftOutSentence(leftOut));
  return parts.join(' ');
}
