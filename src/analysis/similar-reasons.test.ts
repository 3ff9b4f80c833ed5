import { expect, test } from 'vitest';
import { reasonRows } from './similar-reasons.ts';

test('reasons of one kind stand in one row, in the order they come', () => {
  const rows = reasonRows([
    { kind: 'signal', text: 'FATAL: too many connections' },
    { kind: 'cause', id: 'a', name: 'Pool exhausted' },
    { kind: 'service', id: 'db', name: 'Database' },
    { kind: 'cause', id: 'b', name: 'No limit' },
    { kind: 'words', words: [{ text: 'pool' }, { text: 'no space left on device', from: 'ENOSPC' }] },
  ]);
  expect(rows).toEqual([
    { label: 'Signal', values: ['FATAL: too many connections'], isCode: true },
    { label: 'Causes', values: ['Pool exhausted', 'No limit'], isCode: false },
    { label: 'Service', values: ['Database'], isCode: false },
    { label: 'Words', values: ['pool, ENOSPC = no space left on device'], isCode: false },
  ]);
});

test('a signal is told by its first line, and a long one by its beginning', () => {
  const told = (text: string): string | undefined => reasonRows([{ kind: 'signal', text }])[0]?.values[0];
  expect(told('  one line \n')).toBe('one line');
  expect(told('first\nsecond')).toBe('first…');
  expect(told('x'.repeat(500))).toBe(`${'x'.repeat(120)}…`);
});

test('nothing in common gives no row', () => {
  expect(reasonRows([])).toEqual([]);
  expect(reasonRows([{ kind: 'words', words: [] }])).toEqual([]);
});
