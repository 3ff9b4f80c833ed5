import { describe, expect, test } from 'vitest';
import { postmortem, site } from '../testing/postmortem.ts';
import { tallySentence } from './tally.ts';

const nothing = { files: 0, published: 0, review: 0, draft: 0, restricted: 0 };
const newestFirst = [postmortem({ id: 'b' }), postmortem({ id: 'a', started: '2024-02-29T23:30:00Z' })];

describe('the tally in words', () => {
  test.each([
    [nothing, [], '0 published postmortems.'],
    [{ ...nothing, published: 1 }, newestFirst, '1 published postmortem since March 2024.'],
    [
      { ...nothing, published: 1449, review: 2, restricted: 1, draft: 2 },
      newestFirst,
      '1,449 published postmortems since March 2024, 2 in review; 1 restricted is counted, 2 drafts are not.',
    ],
    [{ ...nothing, published: 3, draft: 1 }, [], '3 published postmortems; 1 draft is not.'],
    [{ ...nothing, published: 3, restricted: 2 }, [], '3 published postmortems; 2 restricted are counted.'],
    [
      { ...nothing, published: 1, draft: 1 },
      [postmortem({ status: 'draft', started: '2026-05-01T00:00:00Z' })],
      '1 published postmortem since May 2026, 1 draft.',
    ],
  ])('%o', (tally, postmortems, expected) => {
    expect(tallySentence({ site: site({ timezone: 'Europe/Berlin' }), tally, postmortems })).toBe(expected);
  });
});
