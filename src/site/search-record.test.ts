import { expect, test } from 'vitest';
import { postmortem } from '../testing/postmortem.ts';
import { catalogueRecord, guideRecord, incidentRecord } from './search-record.ts';

const found = postmortem({
  id: '2025-03-04-queue-stalled',
  title: 'The queue stalled',
  severity: 'SEV2',
  owner: 'platform',
  started: '2024-12-31T23:30:00Z',
  services: ['queue', 'orders'],
  aliases: ['INC-7'],
  causes: [{ id: 'missing-limit' }],
  factors: [{ id: 'slow-alert' }],
  causeChain: [
    { step: 'One', cause: 'missing-limit', consequence: 'a', prevention: 'b' },
    { step: 'Two', cause: 'lock-order', consequence: 'a', prevention: 'b' },
    { step: 'Three', consequence: 'a', prevention: 'b' },
  ],
  tags: ['backlog'],
});

test('an incident is found by its facets, its former names, its tags and the words of the team', () => {
  const { filters, meta, date } = incidentRecord(found, {
    fixed: 'Raised the limit',
    took: '2 h to resolve',
    day: '1 Jan 2025',
    year: '2025',
    services: ['Queue', 'Orders'],
    synonyms: ['oom'],
  });
  expect(filters).toEqual({
    kind: 'incident',
    severity: 'SEV2',
    service: ['queue', 'orders'],
    cause: ['missing-limit', 'lock-order'],
    factor: ['slow-alert'],
    team: 'platform',
    year: '2025',
  });
  expect(meta).toMatchObject({
    fixed: 'Raised the limit',
    took: '2 h to resolve',
    services: 'Queue, Orders',
    also: '2025-03-04-queue-stalled, INC-7, backlog, oom',
  });
  expect(meta).not.toHaveProperty('kind');
  expect(date).toBe('2024-12-31T23:30:00Z');
});

test('a cause stands under its own facet, and after everything with a date', () => {
  const cause = {
    id: 'missing-limit',
    file: 'causes/missing-limit.md',
    name: 'Missing limit',
    category: 'Capacity',
    aliases: ['no-limit'],
    related: [],
    body: found.body,
  };
  const { filters, meta, date } = catalogueRecord('cause', cause);
  expect(filters).toEqual({ kind: 'cause', cause: ['missing-limit'] });
  expect(meta).toMatchObject({ kind: 'Root cause', also: 'missing-limit, no-limit, Capacity' });
  expect(date < '1969').toBe(true);
});

test('a guide has its kind and its summary', () => {
  expect(guideRecord({ summary: 'How to search.' })).toMatchObject({
    filters: { kind: 'guide' },
    meta: { kind: 'Guide', summary: 'How to search.' },
  });
});
