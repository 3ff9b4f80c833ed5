import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../model/action.ts';
import { action, incident, site } from '../testing/postmortem.ts';
import { addDays } from './days.ts';
import { recurrencesOf } from './recurrences.ts';

const asOf = '2026-11-20';
const of = (...archive: ReturnType<typeof incident>[]) => recurrencesOf(archive, site(), asOf);

describe('a chain', () => {
  const found = of(
    incident('third', '2026-10-14', 10, { recurrenceOf: 'second' }),
    incident('first', '2023-11-24', 10),
    incident('second', '2025-06-17', 10, { recurrenceOf: 'first' }),
    incident('sideways', '2025-12-01', 10, { recurrenceOf: 'first' }),
    incident('alone', '2026-01-01', 10),
  );

  test('is followed from its first incident, oldest first', () => {
    expect(found.chains).toHaveLength(1);
    expect(found.chains[0]).toMatchObject({
      root: 'first',
      links: [
        { id: 'first', ordinal: 1, repeatedBy: ['second', 'sideways'] },
        { id: 'second', ordinal: 2, repeats: { id: 'first', days: 571 }, repeatedBy: ['third'] },
        { id: 'sideways', ordinal: 3, repeats: { id: 'first', days: 738 }, repeatedBy: [] },
        { id: 'third', ordinal: 4, repeats: { id: 'second', days: 484 }, repeatedBy: [] },
      ],
    });
    expect(found.chains[0]?.links[0]).not.toHaveProperty('repeats');
  });

  test('is found from each of its incidents, and from no other', () => {
    expect(found.placeOf.get('third')?.link.ordinal).toBe(4);
    expect(found.placeOf.get('third')?.chain.root).toBe('first');
    expect(found.placeOf.has('alone')).toBe(false);
  });

  test('the chain that recurred last stands first', () => {
    const two = of(
      incident('a', '2026-01-01', 10),
      incident('b', '2026-02-01', 10),
      incident('b2', '2026-03-01', 10, { recurrenceOf: 'b' }),
      incident('a2', '2026-04-01', 10, { recurrenceOf: 'a' }),
    );
    expect(two.chains.map(({ root }) => root)).toEqual(['a', 'b']);
  });

  test('does not follow a link to what is not in the build, to itself, or to what is not earlier', () => {
    expect(
      of(
        incident('a', '2026-01-01', 10, { recurrenceOf: 'b' }),
        incident('b', '2026-02-01', 10, { recurrenceOf: 'absent' }),
        incident('c', '2026-03-01', 10, { recurrenceOf: 'c' }),
      ).chains,
    ).toEqual([]);
  });
});

describe('it recurred while that action was still open', () => {
  const openThen = (one: Partial<Action>, day = '2026-06-01') =>
    of(
      incident('first', '2026-01-01', 10, { actions: [action({ opened: '2026-01-05', due: '2026-02-01', ...one })] }),
      incident('again', day, 10, { recurrenceOf: 'first' }),
    ).placeOf.get('again')?.link.openThen;

  test('late then, and open still', () => {
    expect(openThen({})).toMatchObject([{ action: { name: 'first#A1' }, daysLateThen: 120, openNow: true }]);
  });

  test('open then but not late', () => {
    const found = openThen({ due: '2026-06-01' });
    expect(found).toMatchObject([{ openNow: true }]);
    expect(found?.[0]).not.toHaveProperty('daysLateThen');
  });

  test('opened on the very day', () => {
    expect(openThen({ opened: '2026-06-01', due: '2026-07-01' })).toHaveLength(1);
  });

  test('closed since then', () => {
    expect(openThen({ status: 'done', closed: '2026-06-02' })).toMatchObject([{ daysLateThen: 120, openNow: false }]);
    expect(openThen({ status: 'wont-do', closed: '2026-06-02' })).toMatchObject([{ openNow: false }]);
  });

  test.each<[string, Partial<Action>]>([
    ['it was done by then', { status: 'done', closed: '2026-06-01' }],
    ['it was decided against by then', { status: 'wont-do', closed: '2026-05-01' }],
    ['nobody recorded when it was closed', { status: 'done' }],
    ['it was only proposed', { status: 'proposed' }],
    ['it was opened later', { opened: '2026-06-02' }],
  ])('not said where %s', (_, one) => {
    expect(openThen(one)).toEqual([]);
  });

  test('not said of an action of which no opened day is known', () => {
    const archive = [
      incident('first', '2026-01-01', 10, {
        resolved: undefined,
        ongoing: true,
        actions: [action({ due: '2026-02-01' })],
      }),
      incident('again', '2026-06-01', 10, { recurrenceOf: 'first' }),
    ];
    expect(of(...archive).placeOf.get('again')?.link.openThen).toEqual([]);
  });

  test('an action that stayed open through several repeats is named once, with all of them', () => {
    const found = of(
      incident('first', '2023-11-24', 10, {
        actions: [
          action({ opened: '2023-12-01', due: '2024-01-08' }),
          action({ id: 'A2', status: 'done', closed: '2026-01-01' }),
        ],
      }),
      incident('second', '2025-06-17', 10, { recurrenceOf: 'first', actions: [action({ due: '2027-01-01' })] }),
      incident('third', '2026-10-14', 10, { recurrenceOf: 'second' }),
    );
    expect(found.openThrough.map(({ action: open, repeats }) => [open.name, repeats])).toEqual([
      ['first#A1', ['second', 'third']],
      ['second#A1', ['third']],
    ]);
    expect(found.placeOf.get('third')?.link.openThen[0]).toMatchObject({ daysLateThen: 1010 });
    expect(found.placeOf.get('second')?.link.openThen.map(({ action: open }) => open.name)).toEqual([
      'first#A1',
      'first#A2',
    ]);
  });
});

test('whatever is linked, each incident stands in at most one chain and repeats one before it', () => {
  const links = fc.array(fc.option(fc.nat(29), { nil: undefined }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(links, (targets) => {
      const archive = targets.map((target, index) =>
        incident(`i${index}`, addDays('2025-01-01', (index * 7) % 30), 10, {
          ...(target === undefined ? {} : { recurrenceOf: `i${target}` }),
          actions: [action({ opened: '2025-01-01' })],
        }),
      );
      const found = recurrencesOf(archive, site(), asOf);
      const ids = found.chains.flatMap(({ links: all }) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { root, links: all } of found.chains) {
        expect(all.length).toBeGreaterThan(1);
        expect(all[0]?.id).toBe(root);
        for (const [index, link] of all.entries()) {
          expect(link.ordinal).toBe(index + 1);
          expect(link.repeats === undefined).toBe(index === 0);
          expect(link.repeats?.days ?? 0).toBeGreaterThanOrEqual(0);
          expect(link.openThen).toHaveLength(index);
          if (link.repeats) expect(found.placeOf.get(link.repeats.id)?.link.repeatedBy).toContain(link.id);
        }
      }
      expect(recurrencesOf([...archive].reverse(), site(), asOf)).toEqual(found);
    }),
  );
});
