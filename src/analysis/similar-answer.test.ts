import { expect, test } from 'vitest';
import { answerPaste } from './similar-answer.ts';
import { buildIndex, openIndex, type SimilarDocument } from './similarity/index.ts';

function incident(id: string, text: string): SimilarDocument {
  const filler = `${id} began with nothing to be seen, later many people asked about orders, invoices and parcels`;
  return {
    id,
    date: '2024-03-01',
    fixed: true,
    texts: [
      { text, weight: 3 },
      { text: filler, weight: 1 },
    ],
    signals: [],
    facets: [],
  };
}

const index = openIndex(
  buildIndex([
    incident('deadlock', 'deadlock detected while the migration held the table'),
    incident('second', 'deadlock detected in the nightly migration of the table'),
    incident('migration', 'the migration of a currency'),
    incident('certificate', 'the certificate of the gateway expired'),
    incident('disk', 'no space left on device'),
  ]),
);
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

test('what has much less in common is further off, and what it lacks is said', () => {
  const { near, further, leftOut } = answerPaste(index, '2026-11-20T03:12:44Z ERROR deadlock detected in migration');
  expect(ids(near).sort()).toEqual(['deadlock', 'second']);
  expect(ids(further)).toEqual(['migration']);
  expect(leftOut).toContain('deadlock');
  expect(leftOut).not.toContain('migration');
});

test('only what shares something is found, however little is asked', () => {
  expect(ids(answerPaste(index, 'certificate').near)).toEqual(['certificate']);
  expect(answerPaste(index, 'xylophone')).toMatchObject({ near: [], further: [], leftOut: [], unknown: ['xylophone'] });
  expect(answerPaste(index, '')).toMatchObject({ near: [], further: [] });
});

test('a piece that is put back is searched', () => {
  const text = 'ERROR deadlock';
  expect(answerPaste(index, text).cleaned.kept).not.toContain('ERROR');
  expect(answerPaste(index, text, new Set([0])).cleaned.kept).toContain('ERROR');
});
