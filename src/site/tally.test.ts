import { describe, expect, test } from 'vitest';
import { postmortem } from '../testing/postmortem.ts';
import { tallySentence } from './tally.ts';

const nothing = { files: 0, published: 0, review: 0, draft: 0, restricted: 0 };

describe('the tally in words', () => {
  test.each([
    [nothing, undefined, '0 published postmortems.'],
    [{ ...nothing, published: 1 }, '2024-03-01', '1 published postmortem since March 2024.'],
    [
      { ...nothing, published: 1449, review: 2, restricted: 1, draft: 2 },
      '2024-03-01',
      '1,449 published postmortems since March 2024, 2 in review; 1 restricted is counted, 2 drafts are not.',
    ],
    [{ ...nothing, published: 3, draft: 1 }, undefined, '3 published postmortems; 1 draft is not.'],
    [{ ...nothing, published: 3, restricted: 2 }, undefined, '3 published postmortems; 2 restricted are counted.'],
  ])('%o since %s', (tally, since, expected) =>
    expect(tallySentence({ tally, postmortems: [] }, since)).toBe(expected),
  );

  test('drafts that are shown', () => {
    const postmortems = [postmortem({ status: 'draft' })];
    expect(tallySentence({ tally: { ...nothing, published: 1, draft: 1 }, postmortems })).toBe(
      '1 published postmortem, 1 draft.',
    );
  });
});
