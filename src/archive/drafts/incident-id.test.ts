import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ID_LENGTH, isId } from '../../model/id.ts';
import { idOfWords, incidentId, isSpeltOut } from './incident-id.ts';

const DAY = '2026-11-20';

describe('the id of an incident', () => {
  test.each([
    ['Sign-in failed for every customer', 'sign-in-failed-for-every-customer'],
    ['Größe: "Straße" über 5 µs?', /^grosse-strasse-uber-5-s-[0-9a-f]{6}$/],
    ['Łódź, Ærø, Þingvellir, Đà Nẵng', 'lodz-aero-thingvellir-da-nang'],
    ["Can't log in", 'cant-log-in'],
    ['  café   CRASH 𝕏', 'cafe-crash-x'],
    ['障害', /^incident-[0-9a-f]{6}$/],
    ['🔥🔥', /^incident-[0-9a-f]{6}$/],
    ['???', /^incident-[0-9a-f]{6}$/],
    ['DB 障害', /^db-[0-9a-f]{6}$/],
    ['Оплата не проходит', /^incident-[0-9a-f]{6}$/],
  ])('of %j', (title, expected) => {
    const id = incidentId(DAY, title).slice(DAY.length + 1);
    if (typeof expected === 'string') expect(id).toBe(expected);
    else expect(id).toMatch(expected);
  });

  test('is cut between words', () => {
    const id = incidentId(
      DAY,
      'Orders were accepted and not delivered because the event bus had dropped its oldest segment',
    );
    expect(id).toBe('2026-11-20-orders-were-accepted-and-not-delivered-because-the-event-bus-had');
    expect(incidentId(DAY, 'x'.repeat(200))).toBe(`${DAY}-${'x'.repeat(69)}`);
  });

  test('is valid, whatever the title', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })), (title) => {
        expect(incidentId(DAY, title)).toSatisfy(isId);
      }),
    );
  });

  test('tells titles apart whose letters it cannot hold', () => {
    const word = fc.string({ unit: fc.constantFrom(...'障害発生中注文決済オームガ'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other);
        expect(incidentId(DAY, `DB ${one}`)).not.toBe(incidentId(DAY, `DB ${other}`));
      }),
    );
  });
});

test('an id spells a name out where it holds every letter of it', () => {
  expect(['Übergröße', 'Retry storm!', 'S3'].map(isSpeltOut)).toEqual([true, true, true]);
  expect(['…', '', 'Сбой', 'α-particle'].map(isSpeltOut)).toEqual([false, false, false, false]);
  expect(idOfWords('Сбой', 'cause')).toMatch(/^cause-[0-9a-f]{6}$/);
  expect(idOfWords('Сбой '.repeat(50), 'cause').length).toBeLessThanOrEqual(ID_LENGTH);
});
