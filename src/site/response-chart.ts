import type { ResponsePeriod, ResponseTimes } from '../analysis/response-times.ts';
import { logScaleOf } from '../analysis/scale.ts';
import type { SiteSettings } from '../model/site.ts';
import { formatDay, formatDuration, formatNumber, formatPeriod } from './format.ts';
import { href } from './href.ts';
import type { Records } from './records.ts';

/** One incident of the chart. */
export interface ChartDot {
  href: string;
  title: string;
  /** What its tooltip says below the title. */
  said: string;
  minutes: number;
  /** Where it stands in its period, 0 to 1. */
  position: number;
  /** True for the worse half of the severity scale: its dot is filled. */
  severe: boolean;
}

/** One period of the chart; without `summary` where it holds too few incidents for one. */
export interface ChartPeriod {
  /** The lines under the axis: the period, how many incidents, the median. */
  labels: string[];
  dots: ChartDot[];
  /** In minutes. */
  summary?: { median: number; low: number; high: number };
}

/** What the script that draws the chart is given. */
export interface ResponseChartData {
  periods: ChartPeriod[];
  scale: { from: number; to: number; ticks: { minutes: number; label: string }[] };
}

/** The chart of a response time. */
export function responseChart(times: ResponseTimes, { postmortem, site }: Records): ResponseChartData {
  const scale = logScaleOf(times.incidents.map(({ minutes }) => minutes));
  return {
    periods: times.periods.map((period) => ({
      labels: [
        formatPeriod(period.period),
        `n ${formatNumber(period.summary.n)}`,
        period.summary.enough ? formatDuration(period.summary.median) : '–',
      ],
      dots: period.incidents.map(({ id, day, severity, minutes, position }) => ({
        href: href(`/incidents/${id}/`),
        title: postmortem.get(id)?.title ?? id,
        said: [severity, formatDay(day), formatDuration(minutes)].filter(Boolean).join(' · '),
        minutes,
        position,
        severe: isSevere(severity, site),
      })),
      ...summaryOf(period),
    })),
    scale: {
      from: scale.from,
      to: scale.to,
      ticks: scale.ticks.map(({ minutes }) => ({ minutes, label: formatDuration(minutes) })),
    },
  };
}

/** True for the worse half of the scale. */
function isSevere(severity: string | undefined, { severities }: SiteSettings): boolean {
  const index = severities.findIndex(({ id }) => id === severity);
  return index >= 0 && index < severities.length / 2;
}

/** What the chart shows, in words, period by period. */
export function responseChartLabel({ periods }: ResponseTimes): string {
  return periods
    .map(({ period, summary }) => {
      const name = formatPeriod(period);
      if (!summary.enough) return `${name}: too few for a summary, n ${summary.n}`;
      const { median, interval, n } = summary;
      return `${name}: median ${formatDuration(median)}, interval ${formatDuration(interval.low)} to ${formatDuration(interval.high)}, n ${n}`;
    })
    .join('. ');
}

function summaryOf({ summary }: ResponsePeriod): Pick<ChartPeriod, 'summary'> {
  if (!summary.enough) return {};
  return { summary: { median: summary.median, low: summary.interval.low, high: summary.interval.high } };
}
