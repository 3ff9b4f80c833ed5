import { type ClockTick, clockTicksOf } from '../analysis/clock-ticks.ts';
import { type DurationBar, durationBarOf } from '../analysis/duration-bar.ts';
import { type Durations, durationsOf } from '../analysis/durations.ts';
import { type TimedTimeline, timelineOf } from '../analysis/timeline.ts';
import type { Postmortem, TimelineEntry } from '../model/record.ts';
import { SILENT_POSTMORTEM } from '../model/silent-postmortem.ts';
import { type SiteSettings, siteSchema } from '../model/site.ts';

/** An incident as one of Cairn's own guides writes it: all on one day, clock times as `09:12`, in UTC. */
export interface ExampleIncident {
  /** `2026-05-12`. */
  day: string;
  started: string;
  detected?: string;
  acknowledged?: string;
  mitigated?: string;
  resolved?: string;
  timeline?: TimelineEntry[];
  causeChain?: Postmortem['causeChain'];
}

/** What the components of an incident's page need to draw an example. */
export interface ExamplePage {
  postmortem: Postmortem;
  durations: Durations;
  bar: DurationBar;
  ticks: ClockTick[];
  timeline: TimedTimeline;
}

/** Examples look the same in every archive: in UTC, whatever the site's own zone. */
export const EXAMPLE_SITE: SiteSettings = siteSchema.parse({});

/** The page of an example. It is in no list, no figure and no search of the archive around it. */
export function examplePage({ day, timeline = [], causeChain = [], ...clocks }: ExampleIncident): ExamplePage {
  const at = (clock: string): string => `${day}T${clock}:00Z`;
  const { started, ...others } = clocks;
  const times = Object.fromEntries(Object.entries(others).map(([moment, clock]) => [moment, at(clock)]));
  const postmortem: Postmortem = {
    ...SILENT_POSTMORTEM,
    id: 'example',
    file: '',
    title: '',
    started: at(started),
    ...times,
    timeline: timeline.map((entry) => ({ ...entry, at: at(entry.at) })),
    causeChain,
  };
  const bar = durationBarOf(postmortem);
  return {
    postmortem,
    durations: durationsOf(postmortem),
    bar,
    ticks: clockTicksOf(postmortem.started, bar.minutes, EXAMPLE_SITE.timezone),
    timeline: timelineOf(postmortem),
  };
}
