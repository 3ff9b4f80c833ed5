import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

test('a postmortem that nobody imported has no origin', () => {
  expect(originOf({})).toBeUndefined();
  expect(originOf({ source: {}, imported: {} })).toBeUndefined();
});

test('an imported one names its file, and keeps every key that has no field', () => {
  expect(
    originOf({
      source: { file: 'wiki/outage.md', digest: '0123', written: '4567' },
      imported: { company: { name: 'Acme', sites: ['north', 'south'] }, jira_epic: 'OPS-12', draft: false, empty: [] },
    }),
  ).toEqual({
    from: 'wiki/outage.md',
    caveats: [],
    kept: [
      { key: 'company.name', value: 'Acme' },
      { key: 'company.sites', value: 'north, south' },
      { key: 'jira_epic', value: 'OPS-12' },
      { key: 'draft', value: 'false' },
    ],
  });
});

test('what the import could not know is said in a sentence, and is no key', () => {
  expect(originOf({ imported: { startedPrecision: 'day', assumedZone: 'UTC' } })).toEqual({
    caveats: ['Of its start only the day was known.', 'Its source names no zone: its times were read as UTC.'],
    kept: [],
  });
});

test('any value is taken as it comes', () => {
  expect(originOf({ source: 'https://wiki.example/outage', imported: 'a word' })).toEqual({
    from: 'https://wiki.example/outage',
    caveats: [],
    kept: [{ key: '', value: 'a word' }],
  });
  expect(originOf({ imported: { startedPrecision: 'century', list: [{ a: 1 }, null] } })?.kept).toEqual([
    { key: 'startedPrecision', value: 'century' },
    { key: 'list.0.a', value: '1' },
  ]);
});
