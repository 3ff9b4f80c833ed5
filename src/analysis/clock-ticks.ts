import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../model/record.ts';

/** A mark of the clock below a bar of time. */
export interface ClockTick {
  at: Instant;
  /** Minutes after the start of the bar. */
  minutes: number;
  /** 0 to 1 of the stretch. */
  position: number;
}

/** Steps of a clock that people read, in minutes. Those of a day and more count days of the calendar. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 20_160, 40_320];
const A_DAY = 1440;
const MOST_TICKS = 6;

/** Round clock times of `zone` within the `minutes` that follow `started`, neither end included: at most six, ascending. */
export function clockTicksOf(started: Instant, minutes: number, zone: string): ClockTick[] {
  const begin = Temporal.Instant.from(started);
  const local = begin.toZonedDateTimeISO(zone);
  const midnight = local.toPlainDate().toPlainDateTime();
  const step = STEPS.find((one) => minutes / one <= MOST_TICKS) ?? Math.ceil(minutes / MOST_TICKS / A_DAY) * A_DAY;
  const ticks: ClockTick[] = [];
  // Counted on the wall clock from midnight, so that the times stay round where the clocks change within the stretch.
  for (let clock = Math.floor((local.hour * 60 + local.minute) / step) * step + step; ; clock += step) {
    const at = midnight.add({ minutes: clock }).toZonedDateTime(zone).toInstant();
    const after = (at.epochMilliseconds - begin.epochMilliseconds) / 60_000;
    if (after >= minutes) return ticks;
    // Times that the clock skips in spring come out as later ones, and those come a second time.
    if (after <= (ticks.at(-1)?.minutes ?? 0)) continue;
    ticks.push({ at: at.toString({ smallestUnit: 'second' }), minutes: after, position: after / minutes });
  }
}
