import type { PostmortemFrontMatter } from '../../model/postmortem.ts';
import { CLOCK_TIME } from '../../model/timeline.ts';
import type { BodyTimelineItem } from '../body/compile.ts';
import type { Entry } from '../entry.ts';
import type { Position, Problem } from '../problem.ts';
import type { Moments } from '../sources.ts';
import { offsetOf, type Reading, readMoment } from './moments.ts';
import { readTimeline } from './timeline-times.ts';
import { zoneFault } from './zones.ts';

const SINGLE = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;

/** Every time of a postmortem as an instant, its timeline's from the front matter or from its body, and what is wrong with them. */
export function readMoments(
  entry: Entry<PostmortemFrontMatter>,
  bodyTimeline: readonly BodyTimelineItem[] | undefined,
): { moments: Moments; problems: Problem[] } {
  const { values, places, file } = entry;
  const moments: Moments = { windows: [], timeline: [] };
  const problems: Problem[] = [];
  const report = (reading: Reading | undefined, position: () => Position): string | undefined => {
    if (reading === undefined) return undefined;
    if ('instant' in reading) return reading.instant;
    problems.push({ file, position: position(), severity: 'error', ...reading.fault });
    return undefined;
  };

  const badZone = values.timezone === undefined ? undefined : zoneFault(values.timezone);
  if (badZone) problems.push({ file, position: places.value(['timezone']), severity: 'error', ...badZone });
  const timezone = badZone ? undefined : values.timezone;
  // Without a zone that is one, a local time says nothing: one problem is enough.
  const read = (text: string): Reading | undefined =>
    badZone && offsetOf(text) === undefined ? undefined : readMoment(text, timezone);

  for (const field of SINGLE) {
    const text = values[field];
    if (text === undefined) continue;
    const instant = report(read(text), () => places.value([field]));
    if (instant !== undefined) moments[field] = instant;
  }
  moments.windows = (values.windows ?? []).map((window, index) => {
    const [from, to] = (['from', 'to'] as const).map((end) => {
      const text = window?.[end];
      return text === undefined ? undefined : report(read(text), () => places.value(['windows', index, end]));
    });
    return from === undefined || to === undefined ? undefined : { from, to };
  });

  const fromFront = values.timeline?.map((item) => item?.at);
  const times = fromFront ?? bodyTimeline?.map(({ at }) => at) ?? [];
  const zone = badZone
    ? undefined
    : (timezone ?? (values.started === undefined ? undefined : offsetOf(values.started)));
  const readable = times.map((text) =>
    text !== undefined && badZone && (CLOCK_TIME.test(text) || offsetOf(text) === undefined) ? undefined : text,
  );
  const readings = readTimeline(readable, { timezone, zone, started: moments.started });
  moments.timeline = readings.map((reading, index) =>
    report(reading, () => {
      if (fromFront) return places.value(['timeline', index, 'at']);
      return bodyTimeline?.[index]?.position ?? places.value([]);
    }),
  );
  return { moments, problems };
}
