import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Postmortem } from '../model/record.ts';
import { later, postmortem } from '../testing/postmortem.ts';
import { durationBarOf } from './duration-bar.ts';

const started = '2026-10-14T07:12:00Z';
const minute = (minutes: number): string => later(started, minutes);
const barOf = (facts: Partial<Postmortem>) => durationBarOf(postmortem({ started, ...facts }));
/** Pieces as `phase+phase from-to`. */
const inWords = (facts: Partial<Postmortem>): string[] =>
  barOf(facts).pieces.map(({ phases, from, to }) => `${phases.join('+')} ${from}-${to ?? ''}`);

test('three phases to scale', () => {
  const bar = barOf({ detected: minute(20), acknowledged: minute(30), mitigated: minute(80), resolved: minute(100) });
  expect(bar).toEqual({
    pieces: [
      { phases: ['unnoticed'], from: 0, to: 20, minutes: 20, start: 0, end: 0.2 },
      { phases: ['affected'], from: 20, to: 80, minutes: 60, start: 0.2, end: 0.8 },
      { phases: ['confirming'], from: 80, to: 100, minutes: 20, start: 0.8, end: 1 },
    ],
    marks: [
      { moment: 'started', at: started, minutes: 0, position: 0 },
      { moment: 'detected', at: minute(20), minutes: 20, position: 0.2 },
      { moment: 'acknowledged', at: minute(30), minutes: 30, position: 0.3 },
      { moment: 'mitigated', at: minute(80), minutes: 80, position: 0.8 },
      { moment: 'resolved', at: minute(100), minutes: 100, position: 1 },
    ],
    notRecorded: [],
    end: 'resolved',
    minutes: 100,
  });
});

test('an unknown moment joins the phases beside it', () => {
  expect(inWords({ mitigated: minute(80), resolved: minute(100) })).toEqual([
    'unnoticed+affected 0-80',
    'confirming 80-100',
  ]);
  expect(inWords({ detected: minute(20), resolved: minute(100) })).toEqual([
    'unnoticed 0-20',
    'affected+confirming 20-100',
  ]);
  expect(inWords({ resolved: minute(100) })).toEqual(['unnoticed+affected+confirming 0-100']);
  expect(barOf({ resolved: minute(100) }).notRecorded).toEqual(['detected', 'mitigated']);
});

test('an ongoing incident has no last phase and an open end', () => {
  const bar = barOf({ ongoing: true, detected: minute(20) });
  expect(bar.pieces).toEqual([
    { phases: ['unnoticed'], from: 0, to: 20, minutes: 20, start: 0, end: 0.85 },
    { phases: ['affected'], from: 20, start: 0.85, end: 1 },
  ]);
  expect(bar).toMatchObject({ end: 'ongoing', minutes: 20, notRecorded: [] });
  expect(inWords({ ongoing: true })).toEqual(['unnoticed+affected 0-']);
  expect(inWords({ ongoing: true, detected: minute(20), mitigated: minute(80) })).toEqual([
    'unnoticed 0-20',
    'affected 20-80',
    'confirming 80-',
  ]);
});

test('an open bar is to scale up to the last entry of the timeline', () => {
  const timeline = [{ at: minute(200), what: 'Still looking' }];
  const bar = barOf({ ongoing: true, detected: minute(20), timeline });
  expect(bar.minutes).toBe(200);
  expect(bar.pieces[0]?.end).toBeCloseTo(0.085);
});

test('without a recorded end the bar says so and stays open', () => {
  expect(barOf({ type: 'near-miss', detected: minute(5) })).toMatchObject({
    end: 'not-recorded',
    notRecorded: ['mitigated', 'resolved'],
  });
});

test('a phase of no length is left out', () => {
  expect(inWords({ detected: minute(-5), mitigated: minute(30), resolved: minute(30) })).toEqual(['affected 0-30']);
  expect(inWords({ detected: started, mitigated: started, resolved: started })).toEqual([]);
});

test('noticed only after it was over: nobody was affected and aware', () => {
  expect(inWords({ detected: minute(50), mitigated: minute(30), resolved: minute(90) })).toEqual([
    'unnoticed 0-30',
    'confirming 30-90',
  ]);
  expect(inWords({ detected: minute(120), resolved: minute(90) })).toEqual(['unnoticed 0-90']);
});

test('whatever is recorded, the pieces follow each other within the bar', () => {
  const anyMinute = fc.option(fc.integer({ min: -100, max: 5000 }), { nil: undefined });
  const moments = fc.record({
    detected: anyMinute,
    acknowledged: anyMinute,
    mitigated: fc.option(fc.nat(5000), { nil: undefined }),
  });
  const tail = fc.option(fc.nat(5000), { nil: undefined });
  fc.assert(
    fc.property(moments, tail, fc.boolean(), ({ detected, acknowledged, mitigated }, confirming, ongoing) => {
      const at = (value: number | undefined) => (value === undefined ? undefined : minute(value));
      const bar = barOf({
        detected: at(detected),
        acknowledged: at(acknowledged),
        mitigated: at(mitigated),
        resolved: ongoing || confirming === undefined ? undefined : minute((mitigated ?? 0) + confirming),
        ongoing,
      });
      let place = 0;
      for (const piece of bar.pieces) {
        expect(piece.start).toBeCloseTo(place);
        expect(piece.end).toBeGreaterThanOrEqual(piece.start);
        place = piece.end;
      }
      if (bar.pieces.length > 0) expect(place).toBeCloseTo(1);
      for (const { position } of bar.marks) expect(position >= 0 && position <= 1).toBe(true);
      expect(bar.pieces.filter(({ to }) => to === undefined).length).toBe(bar.end === 'resolved' ? 0 : 1);
      const phases = bar.pieces.flatMap((piece) => piece.phases);
      expect(new Set(phases).size).toBe(phases.length);
    }),
  );
});
