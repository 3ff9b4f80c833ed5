import fc from 'fast-check';
import { expect, test } from 'vitest';
import { innerTicks, logScaleOf, positionOn } from './scale.ts';

test.each([
  [[16, 1562], 10, 2880],
  [[12, 88, 104], 10, 120],
  [[0], 1, 2],
  [[60], 60, 120],
  [[], 1, 2],
  [[3, 900_000], 2, 1_051_200],
])('an axis for %j goes from %d to %d minutes', (minutes, from, to) => {
  expect(logScaleOf(minutes)).toMatchObject({ from, to });
});

test('its marks are lengths of time that people read, the ends among them', () => {
  expect(logScaleOf([16, 1562]).ticks.map(({ minutes }) => minutes)).toEqual([10, 30, 60, 120, 240, 480, 1440, 2880]);
});

test('where there is little room, few of its marks are said, and none at its ends', () => {
  const said = (minutes: number[], most: number) => innerTicks(logScaleOf(minutes), most).map((tick) => tick.minutes);
  expect(said([16, 1562], 3)).toEqual([60, 240, 1440]);
  expect(said([16, 1562], 1)).toEqual([240]);
  expect(said([60], 3)).toEqual([]);
});

test('every value has its place between the ends, and a longer one never stands lower', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5e6, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
      const scale = logScaleOf(values);
      const sorted = [...values].sort((a, b) => a - b);
      expect(scale.from).toBeLessThan(scale.to);
      expect(sorted.at(-1)).toBeLessThanOrEqual(scale.to);
      expect(Math.max(1, sorted[0] as number)).toBeGreaterThanOrEqual(scale.from);
      const places = sorted.map((value) => positionOn(scale, value));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
      expect(scale.ticks.length).toBeLessThanOrEqual(9);
      expect(scale.ticks.at(0)?.position).toBe(0);
      expect(scale.ticks.at(-1)?.position).toBe(1);
    }),
  );
});
