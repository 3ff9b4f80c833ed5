import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawLines, type Point } from './line-picture.ts';

export const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/** Minutes after midnight. */
const clock = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
/** `01:30 140, 02:00 141`: clock times and values. */
const series = (text: string): Point[] =>
  text.split(',').map((entry) => {
    const [time = '', value = ''] = entry.trim().split(' ');
    return [clock(time), Number(value)];
  });
const hours = (...times: string[]): [number, string][] => times.map((time) => [clock(time), time]);

// All nine services together. A pool without a maximum does not shrink again: what the
// locked table brought at one o'clock is still there at two.
const CONNECTIONS = series(
  `00:30 92, 00:45 93, 01:00 92, 01:05 104, 01:10 114, 01:15 122, 01:20 130, 01:25 136, 01:30 140, 01:40 141, 01:55 140,
   02:00 142, 02:05 168, 02:10 196, 02:15 229, 02:20 262, 02:25 291, 02:30 322, 02:35 356, 02:40 388, 02:45 421, 02:50 452,
   02:55 477, 03:00 497, 03:02 500, 03:20 500, 03:40 499, 04:00 500, 04:20 500, 04:30 498, 04:45 500, 04:50 494, 04:54 402,
   04:58 318, 05:02 251, 05:06 212, 05:10 190, 05:20 192, 05:30 191`,
);

// Per second. One payment is at worst 27 calls; 95 payments are 2,600.
const PAYMENTS = series(
  `16:30 93, 16:35 97, 16:40 95, 16:45 104, 16:50 109, 16:55 101, 17:00 94, 17:05 88, 17:10 90, 17:15 84, 17:20 79, 17:25 86,
   17:30 91, 17:35 93, 17:40 95, 17:45 88, 17:50 81, 17:55 72, 18:00 66, 18:05 61, 18:10 74, 18:15 89, 18:20 96, 18:30 99`,
);
const CALLS = series(
  `16:30 95, 16:35 99, 16:40 97, 16:41 98, 16:42 160, 16:43 290, 16:44 480, 16:45 760, 16:47 1340, 16:49 2050, 16:51 2600,
   17:00 2570, 17:10 2610, 17:20 2590, 17:30 2600, 17:40 2600, 17:47 2580, 17:48 110, 17:50 120, 17:51 900, 17:53 2300,
   17:55 2590, 18:04 2600, 18:05 2400, 18:06 90, 18:07 10, 18:09 10, 18:09 50, 18:12 52, 18:12 100, 18:16 100, 18:20 98,
   18:30 101`,
);

/** Days of June and July 2025, counted from 1 June as day 1. */
const DAY = { slotLeft: 17 + 10 / 24, ticket: 43 + 4 / 24, enlarged: 44 + 10 / 24, full: 54 + 14.5 / 24 };
const GIGABYTES_A_DAY = 18.9;
const left = (day: number): number => 540 - GIGABYTES_A_DAY * (day - DAY.slotLeft);
const FREE_SPACE: Point[] = [
  [10, 541],
  [12, 538],
  [14, 542],
  [16, 539],
  [DAY.slotLeft, 540],
  ...[20, 24, 28, 32, 36, 40, DAY.ticket, DAY.enlarged].map((day): Point => [day, left(day)]),
  [DAY.enlarged, left(DAY.enlarged) + 150],
  [DAY.full, 0],
];

/** The pictures of the example archive, each with its file below `content/`. Their values are those of the timelines beside them. */
export const EXAMPLE_PICTURES: ReadonlyMap<string, string> = new Map([
  [
    'postmortems/2024/2024-05-14-midnight-maintenance/connections.svg',
    drawLines({
      title: 'Client connections to the stock database in the night of 14 May 2024, and its limit of 500',
      x: { from: clock('00:30'), to: clock('05:30'), ticks: hours('01:00', '02:00', '03:00', '04:00', '05:00') },
      y: {
        from: 0,
        to: 560,
        ticks: [
          [0, '0'],
          [100, '100'],
          [200, '200'],
          [300, '300'],
          [400, '400'],
          [500, '500'],
        ],
      },
      limit: { at: 500, label: 'max_connections' },
      lines: [{ points: CONNECTIONS, label: '', at: [0, 0] }],
      marks: [
        { from: clock('01:00'), to: clock('01:30'), label: 'table locked', row: 7 },
        { from: clock('02:00'), label: 'release', row: 12 },
        { from: clock('03:04'), label: 'first alert', row: 10 },
        { from: clock('04:20'), label: 'rolled back', row: 12, side: 'left' },
        { from: clock('04:45'), label: 'limits set', row: 12 },
      ],
      note: '14 May 2024, Europe/Amsterdam. All services together.',
    }),
  ],
  [
    'postmortems/2025/2025-04-17-attempts.svg',
    drawLines({
      title: 'Payments that customers started and calls to the payment provider, 17 April 2025, 16:30 to 18:30',
      x: { from: clock('16:30'), to: clock('18:30'), ticks: hours('17:00', '17:30', '18:00') },
      y: {
        from: 10,
        to: 10_000,
        log: true,
        ticks: [
          [10, '10'],
          [100, '100'],
          [1000, '1,000'],
          [10_000, '10,000'],
        ],
      },
      lines: [
        { points: PAYMENTS, label: 'payments started by customers', at: [clock('16:53'), 48], secondary: true },
        { points: CALLS, label: 'calls to the provider', at: [clock('16:56'), 3300] },
      ],
      marks: [
        { from: clock('16:41'), to: clock('16:45'), label: 'provider slow', row: 1 },
        { from: clock('17:48'), label: 'restart', row: 1, side: 'left' },
        { from: clock('18:05'), label: 'tap closed', row: 1 },
      ],
      note: 'Per second, logarithmic. 17 April 2025, Europe/Amsterdam.',
    }),
  ],
  [
    'postmortems/2025/2025-07-24-free-space.svg',
    drawLines({
      title: 'Free space on the volume of the stock database, 10 June to 24 July 2025, in gigabytes',
      x: {
        from: 10,
        to: 57,
        ticks: [
          [17, '17 June'],
          [31, '1 July'],
          [44, '14 July'],
          [54, '24 July'],
        ],
      },
      y: {
        from: 0,
        to: 600,
        ticks: [
          [0, '0'],
          [200, '200'],
          [400, '400'],
          [600, '600 GB'],
        ],
      },
      lines: [{ points: FREE_SPACE, label: '', at: [10, 0] }],
      marks: [
        { from: DAY.slotLeft, label: 'connector off, its slot stays', row: 1 },
        { from: DAY.ticket, label: 'ticket', row: 7, side: 'left' },
        { from: DAY.enlarged, label: '150 GB more', row: 5 },
      ],
      note: 'Stock volume, June and July 2025.',
    }),
  ],
]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, picture] of EXAMPLE_PICTURES) writeFileSync(join(CONTENT, file), picture);
}
