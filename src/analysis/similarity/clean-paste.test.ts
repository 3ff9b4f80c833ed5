import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPaste } from './clean-paste.ts';
import { OPERATIONS_KINDS } from './operations-kinds.ts';
import { OPERATIONS_WORDS } from './operations-words.ts';

/** A paste with each dropped piece named by its kind. */
function cleaned(text: string): string {
  return cleanPaste(text)
    .pieces.map(({ start, end, kind, dropped }) => (dropped ? `{${kind}}` : text.slice(start, end)))
    .join('');
}

test.each([
  [
    '2024-03-01T15:30:12.123Z ERROR [http-nio-8080-exec-12] QuoteRepository - Connection is not available, request timed out after 30000ms.',
    '{time} {level} {thread} QuoteRepository - Connection is not available, request timed out after {number}.',
  ],
  [
    'E0312 08:12:01.123456   12345 kubelet.go:123] pod payments-7d9f8b6c5d-x2v4q_default(8d7c9f6e-1234-4abc-9def-0123456789ab) exit code 137',
    '{level} {time}   {number} kubelet.go:{number}] pod payments{suffix}_default({id}) exit code 137',
  ],
  [
    'ORA-00060: deadlock detected; SQLSTATE 40P01 at 10.0.0.12:5432',
    'ORA-00060: deadlock detected; SQLSTATE 40P01 at {address}',
  ],
  [
    'Mar  1 15:30:12 db01 kernel: Out of memory: Killed process 4321 (java)',
    '{time} db01 kernel: Out of memory: Killed process {number} (java)',
  ],
  [
    '10.1.2.3 - - [01/Mar/2024:15:30:12 +0000] "GET /orders?id=123" 503 1234',
    '{address} - - [{time}] "GET /orders?id={number}" 503 {number}',
  ],
  ['Caused by: com.example.Baz@1a2b3c4d at Foo.java:123', 'Caused by: com.example.Baz{hex} at Foo.java:{number}'],
  [
    '4m12s (x21 over 3h58m)  Warning  Evicted  node was low on resource',
    '{number} ({number} over {number})  Warning  Evicted  node was low on resource',
  ],
  ['\u001b[1;31mdeadlock\u001b[0m detected, [33mretry[0m', '{level}deadlock{level} detected, {level}retry{level}'],
  [
    'at Pool.get(Pool.java:503), app.py", line 404, in get: 503',
    'at Pool.get(Pool.java:{number}), app.py", line {number}, in get: 503',
  ],
  ['request_id=abc-123 trace_id: 4bf92f3577b34da6 status=503', '{id} {id} status=503'],
  ['image nginx:1.2.3 sha256:0123456789abcdef0123', 'image nginx:1.2.3 {id}'],
  [
    'write: no space left on device (os error 28) at i-0abc1234def567890',
    'write: no space left on device (os error 28) at {id}',
  ],
])('%s', (text, expected) => {
  expect(cleaned(text)).toBe(expected);
});

test('no single word that the vocabulary knows is taken for noise', () => {
  const words = [...OPERATIONS_WORDS, ...OPERATIONS_KINDS].flat().map((word) => word.replaceAll('*', ''));
  // In `cpu at 100` the number is a count like any other, and the rest is found.
  const single = words.filter((word) => !word.includes(' '));
  const dropped = single.filter((word) => !cleanPaste(`it said: ${word} again`).kept.includes(word));
  expect(dropped).toEqual([]);
});

test('what would leave nothing to search stays', () => {
  expect(cleanPaste('12:30').kept).toBe('12:30');
  expect(cleanPaste('12:30').pieces.every(({ dropped }) => !dropped)).toBe(true);
  expect(cleanPaste('').kept).toBe('');
});

test('a piece is put back by the place it starts at', () => {
  const text = 'deadlock at 10.0.0.1 after 30 s';
  const [address] = cleanPaste(text).pieces.filter(({ kind }) => kind === 'address');
  const again = cleanPaste(text, new Set([address?.start ?? -1]));
  expect(again.kept).toContain('10.0.0.1');
  expect(again.kept).not.toContain('30');
  expect(again.pieces.map(({ start, end }) => [start, end])).toEqual(
    cleanPaste(text).pieces.map(({ start, end }) => [start, end]),
  );
});

const logLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2024-03-01',
        '15:30:12',
        'ERROR',
        '[main]',
        '0x7f',
        'a1b2c3d4e5f6',
        '10.0.0.1',
        '::1',
        'x@y.z',
        'id=',
        '-',
        ':',
        '"',
        '{',
        '\n',
        '🔥',
        'deadlock',
        '1.',
        '..',
        '99%',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('the pieces of any text are the text, and what is kept is as long as what is not dropped', () => {
  fc.assert(
    fc.property(logLike, (text) => {
      const { pieces, kept } = cleanPaste(text);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      expect(kept).toBe(pieces.map(({ start, end, dropped }) => (dropped ? ' ' : text.slice(start, end))).join(''));
      expect(pieces.filter(({ kind }) => kind === 'words').every(({ dropped }) => !dropped)).toBe(true);
    }),
  );
});

test('a letter or digit is left where there was one', () => {
  fc.assert(
    fc.property(logLike, (text) => {
      expect(/[\p{L}\p{N}]/u.test(cleanPaste(text).kept)).toBe(/[\p{L}\p{N}]/u.test(text));
    }),
  );
});

test('50 kB of anything are taken', () => {
  for (const unit of [
    '0',
    '0:',
    'a-',
    '[thread',
    '2024-01-01 ',
    'f1-',
    'x@a.',
    'user_id=',
    '\u{1f525}',
    '(',
    'at com.example.Foo(Foo.java:1)\n',
  ]) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    expect(cleanPaste(text).pieces.at(-1)?.end).toBe(text.length);
  }
});
