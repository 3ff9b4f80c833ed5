import { describe, expect, test } from 'vitest';
import type { HitData } from './client.ts';
import { resultView } from './view.ts';

const SCALE = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'];

const data = (change: Partial<HitData> = {}): HitData => ({
  url: '/incidents/a/',
  excerpt: 'Orders failed. The <mark>backfill</mark> held a lock.',
  meta: {
    title: 'Orders failed',
    fixed: 'Killed the backfill',
    took: '1 h 8 min to resolve',
    eased: '44 min',
    day: '1 Mar 2024',
    severity: 'SEV2',
    services: 'Orders, Database',
    summary: 'A backfill and checkout waited for each other.',
  },
  filters: {},
  sub_results: [],
  ...change,
});

test('an incident says what fixed it, how long, when and how bad', () => {
  expect(resultView(data(), ['backfill'], SCALE)).toEqual({
    href: '/incidents/a/',
    title: [{ text: 'Orders failed', marked: false }],
    fixed: [
      { text: 'Killed the ', marked: false },
      { text: 'backfill', marked: true },
    ],
    took: ['44 min to mitigate', '1 h 8 min to resolve'],
    facts: ['1 Mar 2024', 'Orders, Database'],
    missing: [],
    severity: { id: 'SEV2', stones: 3 },
    passage: [
      { text: 'The ', marked: false },
      { text: 'backfill', marked: true },
      { text: ' held a lock.', marked: false },
    ],
  });
});

test('what is not recorded is not there', () => {
  const view = resultView(data({ meta: { title: 'Orders failed', kind: 'Root cause' } }), [], SCALE);
  expect(view).toMatchObject({ kind: 'Root cause', took: [], facts: [] });
  expect(view).not.toHaveProperty('fixed');
  expect(view).not.toHaveProperty('severity');
});

test('where no passage matched, the summary stands in its place', () => {
  const { passage } = resultView(data({ excerpt: 'Orders failed. The backfill held a lock.' }), ['checkout'], SCALE);
  expect(passage.map(({ text }) => text).join('')).toBe('A backfill and checkout waited for each other.');
  expect(passage.filter(({ marked }) => marked)).toEqual([{ text: 'checkout', marked: true }]);
});

describe('the passage', () => {
  const section = (id: string, excerpt: string) => ({ title: id, url: `/incidents/a/#${id}`, excerpt, anchor: { id } });
  const top = { title: 'Orders failed', url: '/incidents/a/', excerpt: data().excerpt };

  test('is the part of the page with most of the words, under its heading', () => {
    const sub_results = [
      top,
      section('Timeline', 'Timeline. <mark>backfill</mark> <mark>Backfill</mark>'),
      section('Signals', 'Signals. a <mark>backfill</mark> and a <mark>lock</mark>'),
    ];
    const view = resultView(data({ sub_results }), ['backfill', 'lock'], SCALE);
    expect(view.section).toEqual({ title: 'Signals', href: '/incidents/a/#Signals' });
    expect(view.passage.map(({ text }) => text).join('')).toBe('a backfill and a lock');
  });

  test('has no heading above the first one', () => {
    const view = resultView(
      data({ sub_results: [top, section('Timeline', '<mark>backfill</mark>')] }),
      ['backfill'],
      SCALE,
    );
    expect(view).not.toHaveProperty('section');
    expect(view.passage.map(({ text }) => text).join('')).toBe('The backfill held a lock.');
  });
});

describe('stones', () => {
  test.each([
    ['SEV1', 4],
    ['SEV4', 1],
    ['SEV5', 1],
    ['P9', 1],
  ])('%s has %d', (severity, stones) => {
    const view = resultView(data({ meta: { title: '', severity } }), [], SCALE);
    expect(view.severity).toEqual({ id: severity, stones });
  });
});
