import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, postmortem } from '../../testing/archive.ts';
import { CATALOGUE } from '../../testing/judged.ts';
import { keyOf, signalsLike } from './similar-incident.ts';

const SIGNAL = 'signals: ["2024-03-01T10:00:00Z ERROR deadlock detected in process 815"]';
const AGAIN = 'signals: ["2024-08-06T12:00:00Z ERROR deadlock detected in process 4711"]';
const BOTH = ['causes: [pool-exhausted]', 'services: [checkout]'];

/** The hints on `it.md`, which began on 2024-03-01, beside other postmortems. */
async function hints(front: string[], others: Record<string, string[]>): Promise<string[]> {
  const files = Object.entries(others).map(([id, lines]) => [`postmortems/${id}.md`, postmortem(lines)]);
  const lines = await linesOf({
    ...CATALOGUE,
    'postmortems/it.md': postmortem(['started: 2024-08-06T12:00Z', ...front]),
    ...Object.fromEntries(files),
  });
  return lines.filter((line) => line.includes('postmortems/it.md') && line.includes(' similar-incident '));
}

const past = (...lines: string[]): string[] => ['started: 2023-10-15T10:00Z', 'status: review', ...lines];

describe('a postmortem that is being written', () => {
  test('is told of the earlier incident with the same signal, whatever its numbers', async () => {
    const [line] = await hints([AGAIN], { before: past(SIGNAL) });
    expect(line).toMatch(/^postmortems\/it\.md:\d+:11 similar-incident /);
    expect(line).toContain('looks like `before`: same signal `2024-08-06T12:00:00Z ERROR deadlock');
  });

  test('is told of the earlier incident with the same rare cause in the same service', async () => {
    const [line] = await hints(BOTH, { before: past(...BOTH) });
    expect(line).toContain('looks like `before`: same cause `pool-exhausted` in `checkout`');
    const many = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, past(...BOTH)]));
    expect(await hints(BOTH, many)).toEqual([]);
    expect(await hints(BOTH, { before: past('causes: [pool-exhausted]') })).toEqual([]);
    expect(await hints(['causes: unknown', 'services: [checkout]'], { before: past('causes: unknown') })).toEqual([]);
  });

  test('is told of one, the latest with the same signal', async () => {
    const others = { a: past(SIGNAL), b: ['started: 2024-01-01T10:00Z', SIGNAL], c: past(...BOTH) };
    const lines = await hints([AGAIN, ...BOTH], others);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('looks like `b`');
  });

  test.each<[string, string[], Record<string, string[]>]>([
    ['it is linked', [AGAIN, 'related: [before]'], { before: past(SIGNAL) }],
    ['it repeats it', [AGAIN, 'recurrenceOf: before'], { before: past(SIGNAL) }],
    ['it is linked from there', [AGAIN], { before: past(SIGNAL, 'related: [it]') }],
    ['both repeat a third', [AGAIN, 'recurrenceOf: a'], { a: past(), b: past(SIGNAL, 'related: [a]') }],
    ['the other came later', [AGAIN], { after: ['started: 2025-01-01T10:00Z', SIGNAL] }],
    ['nobody may know of the other', [AGAIN], { before: past(SIGNAL, 'visibility: restricted') }],
    ['the other was an exercise', [AGAIN], { before: past(SIGNAL, 'type: exercise') }],
    ['a signal is one word', ['signals: ["timeout 12"]'], { before: past('signals: ["timeout 30"]') }],
    ['it is published', [AGAIN, 'status: published'], { before: past(SIGNAL) }],
  ])('is told nothing where %s', async (_, front, others) => {
    expect(await hints(front, others)).toEqual([]);
  });
});

const PIECES = [
  'HikariPool-1',
  'NotReady',
  'not_ready',
  'com.zaxxer.Pool',
  'timed out',
  'Größe',
  'café',
  '数据库',
  'ORA-00060',
  '12:00',
  'ﬁle',
];

test('no signal is passed over that has the key which is asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })), { maxLength: 8 }),
      (pieces) => {
        const signal = pieces.join(' ');
        const key = keyOf(signal);
        if (key !== '') expect(signalsLike([key])(signal)).toBe(true);
      },
    ),
  );
  expect(signalsLike([keyOf('deadlock detected')])('connection refused by host')).toBe(false);
});
