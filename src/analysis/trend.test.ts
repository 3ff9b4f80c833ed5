import { expect, test } from 'vitest';
import { addDays } from './days.ts';
import { summarise } from './statistics.ts';
import { type Trend, trendOf } from './trend.ts';

/** Judges quarters that hold these minutes, one incident every ten days. */
function judge(quarters: number[][], unfinished: number[] = []): Trend {
  let day = '2025-01-01';
  const points = quarters.flatMap((quarter, index) =>
    quarter.map((minutes) => {
      day = addDays(day, 10);
      return { key: `2025-Q${index}`, day, minutes };
    }),
  );
  const periods = quarters.map((quarter, index) => ({
    key: `2025-Q${index}`,
    summary: summarise(quarter),
    unfinished: unfinished.includes(index),
  }));
  return trendOf(periods, points);
}

const long = [120, 150, 100, 140, 110, 130];
const middling = [80, 99, 60, 95, 70, 90];
const short = [18, 10, 16, 12, 20, 14];

test('periods apart and a tendency of their incidents are a trend', () => {
  expect(judge([long, middling, short])).toMatchObject({
    verdict: 'shorter',
    first: { key: '2025-Q0', n: 6, median: 125 },
    last: { key: '2025-Q2', n: 6, median: 15, interval: { low: 10, high: 20 } },
    allOverlap: false,
  });
  expect(judge([short, middling, long])).toMatchObject({ verdict: 'longer' });
});

test('where the first and the last interval overlap nothing is claimed, however far the medians are apart', () => {
  // The medians fall from 163 to 71, as they would by chance.
  const trend = judge([
    [18, 52, 163, 312, 611],
    [38, 53, 71, 128, 540],
  ]);
  expect(trend).toMatchObject({ verdict: 'cannot-tell', because: 'intervals-overlap', allOverlap: true });
});

test('a lucky last period alone is no trend', () => {
  const trend = judge([long, [10, 11, 12, 13, 14], [300, 310, 320, 330, 340, 350, 360], [...short, 50, 60]]);
  expect(trend).toMatchObject({ verdict: 'cannot-tell', because: 'no-tendency', allOverlap: false });
});

test('two in the middle that differ are not picked out', () => {
  expect(judge([middling, long, short, middling])).toMatchObject({
    verdict: 'cannot-tell',
    because: 'intervals-overlap',
    first: { key: '2025-Q0' },
    last: { key: '2025-Q3' },
    allOverlap: false,
  });
});

test('fewer than five are never compared, and gaps are passed over', () => {
  expect(judge([])).toEqual({ verdict: 'too-few', compared: [] });
  expect(judge([[], long, [1, 2, 3, 4], []])).toMatchObject({ verdict: 'too-few', compared: [{ key: '2025-Q1' }] });
  expect(judge([[], long, [1, 2], middling, short, [], [1]])).toMatchObject({
    verdict: 'shorter',
    first: { key: '2025-Q1' },
    last: { key: '2025-Q4' },
  });
});

test('incidents before the first and after the last compared period do not enter the tendency', () => {
  expect(judge([[1, 2, 3, 4], long, short])).toMatchObject({ verdict: 'shorter' });
  expect(judge([long, short, [900, 901, 902, 903]])).toMatchObject({ verdict: 'shorter' });
});

test('a period with an incident that is not over is not compared: its longest time is missing', () => {
  expect(judge([long, short], [1])).toMatchObject({ verdict: 'too-few' });
  expect(judge([long, middling, short], [2])).toMatchObject({ verdict: 'shorter', last: { key: '2025-Q1' } });
});

test('where nothing changed, medians that fall by a quarter are common and claims are rare', () => {
  const random = luck(2026);
  const archives = 1500;
  let falls = 0;
  let claims = 0;
  for (let archive = 0; archive < archives; archive += 1) {
    // Heavy-tailed, as durations are: minutes to weeks.
    const quarters = Array.from({ length: 6 }, () =>
      Array.from({ length: 6 }, () => Math.exp(2 + 6 * random() * random())),
    );
    const trend = judge(quarters);
    if (trend.verdict === 'shorter' || trend.verdict === 'longer') claims += 1;
    if (trend.verdict !== 'too-few' && trend.last.median <= 0.75 * trend.first.median) falls += 1;
  }
  expect(falls / archives).toBeGreaterThan(0.25);
  expect(claims / archives).toBeLessThan(0.02);
});

/** Numbers from 0 to 1 that are the same in every run. */
function luck(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
