import { describe, expect, test } from 'vitest';
import { readStarted, startOf } from './started.ts';

const read = (said: string, zone = 'Europe/Berlin') => readStarted(said, '2026-11-20', zone);

describe('the start of an incident', () => {
  test.each([
    ['2026-11-19T23:50', '2026-11-19T23:50', true],
    ['2026-11-19 23:50:10', '2026-11-19 23:50:10', true],
    ['2026-11-19T23:50+01:00', '2026-11-19T23:50+01:00', false],
    ['2026-11-19T23:50Z', '2026-11-19T23:50Z', false],
    ['14:05', '2026-11-20T14:05', true],
    ['9:05', '2026-11-20T09:05', true],
    ['9:05:30', '2026-11-20T09:05:30', true],
  ])('%s', (said, text, needsZone) => {
    expect(read(said)).toEqual({ text, onlyTheDay: false, needsZone });
  });

  test('a day alone', () => {
    expect(read('2026-11-19')).toEqual({
      text: '2026-11-19T00:00',
      onlyTheDay: true,
      needsZone: true,
    });
  });

  test.each([
    ['this morning', 'this morning is no time'],
    ['25:00', '25:00 is no time'],
    ['2026-02-30T10:00', 'there is no day 2026-02-30'],
    ['2026-03-29T02:30', '2026-03-29T02:30 never was in Europe/Berlin: the clocks went forward over it'],
    ['2026-10-25T02:30', '2026-10-25T02:30 was twice in Europe/Berlin: the clocks went back over it'],
  ])('not %s', (said, message) => {
    expect(read(said)).toEqual({ fault: expect.objectContaining({ message }) });
  });
});

test('a day begins with an hour that its zone has once', () => {
  expect(startOf('2024-04-26', 'Africa/Cairo')).toMatchObject({ text: '2024-04-26T01:00' });
  expect(startOf('2024-11-03', 'America/Havana')).toMatchObject({ text: '2024-11-03T01:00' });
  expect(startOf('2011-12-30', 'Pacific/Apia')).toEqual({
    fault: { message: 'there is no day 2011-12-30 in Pacific/Apia' },
  });
  expect(startOf('2026-02-30', 'UTC')).toHaveProperty('fault');
});
