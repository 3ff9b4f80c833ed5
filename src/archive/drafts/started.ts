import type { Day } from '../../model/record.ts';
import { momentText } from '../../model/scalars.ts';
import { CLOCK_TIME } from '../../model/timeline.ts';
import type { Fault } from '../problem.ts';
import { offsetOf, readMoment } from '../times/moments.ts';

/** When an incident began, as far as it is known. */
export interface Started {
  /** As it is written in the file. */
  text: string;
  /** True where nobody said the time: `text` then has the first one of the day. */
  onlyTheDay: boolean;
  /** True where `text` means a local time, and the file has to name its zone. */
  needsZone: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `2024-03-01T15:30` with or without an offset, `15:30` of the day `today`, or a day alone. */
export function readStarted(
  said: string,
  today: Day,
  zone: string,
): Started | { fault: Pick<Fault, 'message' | 'hint'> } {
  if (DAY.test(said)) return startOf(said, zone);
  const text = CLOCK_TIME.test(said)
    ? `${today}T${said.padStart(said.indexOf(':') > 1 ? 0 : said.length + 1, '0')}`
    : said;
  const written = momentText.safeParse(text);
  if (!written.success) {
    return {
      fault: { message: `${said} is no time`, hint: 'write it as 2024-03-01T15:30, or 2024-03-01T15:30+01:00' },
    };
  }
  const reading = readMoment(text, zone);
  if ('fault' in reading) return reading;
  return { text, onlyTheDay: false, needsZone: offsetOf(text) === undefined };
}

/** The first hour of a day that its zone has once: where clocks change at midnight, that is not always 00:00. */
export function startOf(day: Day, zone: string): Started | { fault: Pick<Fault, 'message' | 'hint'> } {
  const hours = Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}:00`);
  const text = hours.find((hour) => 'instant' in readMoment(hour, zone));
  if (text === undefined) return { fault: { message: `there is no day ${day} in ${zone}` } };
  return { text, onlyTheDay: true, needsZone: true };
}
