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
  // Without a zone that is one, a local time says nothing: one problem is enough. Days that are in no calendar are in none of any zone.
  const read = (text: string): Reading | undefined => {
    if (!badZone || offsetOf(text) !== undefined) return readMoment(text, timezone);
    const reading = readMoment(text, 'UTC');
    return 'fault' in reading ? reading : undefined;
  };

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
  return { moments, problems: withOneZoneless(problems) };
}

/** A file whose times all lack a zone has one mistake and not as many as it has times. */
function withOneZoneless(problems: readonly Problem[]): Problem[] {
  const [first, ...others] = problems.filter(({ rule }) => rule === 'time-without-zone');
  if (first === undefined || others.length === 0) return [...problems];
  const count = others.length === 1 ? 'another time' : `${others.length} other times`;
  const all = {
    ...first,
    message: `${first.message}, nor ${others.length === 1 ? 'does' : 'do'} ${count} of this file`,
  };
  return problems.flatMap((problem) => (problem === first ? [all] : others.includes(problem) ? [] : [problem]));
}
