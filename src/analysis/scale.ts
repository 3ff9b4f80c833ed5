/** A logarithmic axis for minutes. */
export interface LogScale {
  /** Its ends, in minutes. */
  from: number;
  to: number;
  /** Marks that people read, both ends among them, ascending. `position` is 0 to 1. */
  ticks: { minutes: number; position: number }[];
}

const HUMAN = [1, 2, 5, 10, 30, 60, 120, 240, 480, 1440, 2880, 10_080, 20_160, 43_200, 86_400, 259_200, 525_600];
const MOST_TICKS = 8;

/**
 * A logarithmic axis on which every one of `minutes` has its place: from and to a human length of time (10 min, 1 h, 1 day). What
 * took less than a minute, 0 included, stands at its lower end, since a logarithm has no place for 0.
 */
export function logScaleOf(minutes: readonly number[]): LogScale {
  let least = Number.POSITIVE_INFINITY;
  let most = 1;
  for (const value of minutes) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const marks = [...HUMAN];
  for (let last = 525_600; last < most; last *= 2) marks.push(last * 2);
  const first = Math.max(
    0,
    marks.findLastIndex((mark) => mark <= least),
  );
  const end = marks.findIndex((mark) => mark >= most);
  const low = minutes.length === 0 ? 0 : first;
  const high = Math.max(end, low + 1);
  const between = marks.slice(low, high + 1);
  const step = Math.ceil(between.length / MOST_TICKS);
  const scale = { from: between[0] as number, to: between.at(-1) as number };
  return {
    ...scale,
    ticks: between
      .filter((_, index) => index % step === 0 || index === between.length - 1)
      .map((mark) => ({ minutes: mark, position: positionOn(scale, mark) })),
  };
}

/** At most `most` marks of an axis, spread evenly: those near its ends would stick out of a small picture. */
export function innerTicks({ ticks }: LogScale, most: number): LogScale['ticks'] {
  const inner = ticks.filter(({ position }) => position > 0.08 && position < 0.92);
  const step = Math.max(1, Math.ceil(inner.length / most));
  return inner.filter((_, index) => index % step === Math.floor(step / 2));
}

/** Where `minutes` stands on `scale`: 0 at its lower end, 1 at its upper end, never beyond. */
export function positionOn({ from, to }: Pick<LogScale, 'from' | 'to'>, minutes: number): number {
  const place = Math.log(Math.max(minutes, from) / from) / Math.log(to / from);
  return Math.min(1, place);
}
