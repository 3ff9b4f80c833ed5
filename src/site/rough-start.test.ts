import { expect, test } from 'vitest';
import { roughStart } from './rough-start.ts';

test('a start that an import knew by its day is that day, whichever zone it is shown in', () => {
  // Midnight in Berlin and in Los Angeles.
  for (const started of ['2018-03-12T23:00:00Z', '2018-03-13T08:00:00Z'])
    for (const zone of ['UTC', 'Europe/Berlin', 'America/Los_Angeles'])
      expect(roughStart({ started, imported: { startedPrecision: 'day' } }, zone)?.words).toBe('13 Mar 2018');
});

test('one that it knew by its month is that month', () => {
  expect(roughStart({ started: '2022-04-30T22:00:00Z', imported: { startedPrecision: 'month' } }, 'UTC')?.words).toBe(
    'May 2022',
  );
});

test('a start whose time is known is not rough, nor one that may lie earlier', () => {
  const started = '2018-03-12T23:00:00Z';
  expect(roughStart({ started }, 'UTC')).toBeUndefined();
  expect(roughStart({ started, imported: { startedPrecision: 'latest' } }, 'UTC')).toBeUndefined();
  expect(roughStart({ started, imported: 'a word' }, 'UTC')).toBeUndefined();
});
