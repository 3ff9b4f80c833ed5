import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanQuery, looksPasted, partsOf } from './paste.ts';

describe('what is typed is searched as it is', () => {
  test.each([
    ['ORA-00060', ['ORA-00060']],
    ['1.2.3', ['1.2.3']],
    ['kube_pod_restarts_total', ['kube_pod_restarts_total']],
    ['503', ['503']],
    ['10.0.4.17', ['10.0.4.17']],
    ['deadbeef12', ['deadbeef12']],
    ['error 42', ['error', '42']],
    ['x509: certificate has expired', ['x509', 'certificate', 'has', 'expired']],
    ['C++ $HOME <500ms', ['C', 'HOME', '500ms']],
    ['café Größe', ['café', 'Größe']],
    ['pool, pool; POOL', ['pool']],
  ])('%s', (text, words) => {
    expect(cleanQuery(text)).toEqual({ words, dropped: [] });
  });
});

describe('what is pasted loses what the next occurrence will not share', () => {
  test('a line of a Java service', () => {
    const line =
      '2026-11-20T03:12:44.918+01:00 ERROR [orders,7f3c9a1e5b2d4c60] c.k.b.db.QuoteRepository - HikariPool-1 - Connection is not available, request timed out after 30004ms (total=40, waiting=187) pod=orders-6d9f7c5b8-x2lqk';
    expect(cleanQuery(line)).toEqual({
      words: [
        ...['orders', 'c.k.b.db.QuoteRepository', 'HikariPool-1', 'Connection', 'is', 'not', 'available'],
        ...['request', 'timed', 'out', 'after', 'total', 'waiting', 'pod'],
      ],
      dropped: ['time', 'level', 'pod suffix', 'hexadecimal', '3 numbers'],
    });
  });

  test.each([
    ['syslog', 'Nov 20 03:12:44 db1 kernel: Out of memory: Killed process 1234 (java)', ['Out', 'Killed', 'java']],
    ['glog', 'E1120 03:12:44.918 1 reflector.go:138] Failed to watch *v1.Pod', ['reflector.go', 'v1.Pod']],
    ['an access log', '[20/Nov/2026:03:12:44 +0100] "GET /api/v1/orders HTTP/1.1" 502 157', ['api/v1/orders', '502']],
    ['logfmt', 'level=error ts=1700000000 msg="x509: certificate has expired" took=30s', ['x509', 'certificate']],
    ['a code', 'job failed at 2026-01-01 03:00:00 with exit code 137 after 12 s', ['code', '137']],
    ['a version', '2026-01-01 03:00:00 client 1.2.3 refused v2.0.1', ['1.2.3', 'v2.0.1']],
    ['an error code', '2026-01-01 03:00:00 ORA-00060: deadlock', ['ORA-00060', 'deadlock']],
  ])('%s', (_, line, kept) => {
    const { words, dropped } = cleanQuery(line);
    expect(words).toEqual(expect.arrayContaining(kept));
    expect(dropped.length).toBeGreaterThan(0);
    expect(words.join(' ')).not.toMatch(/03:12:44|03:00:00|1234|1700000000|\b30s\b|\b157\b/);
  });

  test('if nothing would be left, nothing is dropped', () => {
    expect(cleanQuery('2026-11-20 03:12:44')).toEqual({ words: ['2026-11-20', '03:12:44'], dropped: [] });
  });
});

test('a sentence is not a paste, a line with a time is, and so are two lines', () => {
  expect(looksPasted('orders are slow since the migration')).toBe(false);
  expect(looksPasted('2026-11-20 03:12:44 slow')).toBe(true);
  expect(looksPasted('slow\norders')).toBe(true);
});

// Half of a surrogate pair, a control character, and pieces of what is looked for.
const odd = fc.constantFrom('\ud83d', '\u0000', '2026-01-01 ', 'ERROR ', '0x', '1.', '-', '\n');

test('any text gives at most 24 words, each once, none of them empty', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), odd)), (parts) => {
      const text = parts.join('');
      const { words } = cleanQuery(text);
      expect(words.length).toBeLessThanOrEqual(24);
      expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/[\p{L}\p{M}\p{N}]/u);
    }),
  );
});

test.each(['a1b2 ', '1', 'f', '2026-', '-a', 'code ', 'abcdef12-', '1.1.1.', '<', '"', '\u{1f525}', ' '])(
  '50 kB of %j are taken apart',
  (piece) => {
    expect(cleanQuery(piece.repeat(Math.ceil(50_000 / piece.length))).words.length).toBeLessThanOrEqual(24);
  },
);

test.each([
  ['com.example.QuoteRepository', ['com', 'example', 'Quote', 'Repository']],
  ['CONN_RESET', ['CONN', 'RESET']],
  ['KubePodCrashLooping', ['Kube', 'Pod', 'Crash', 'Looping']],
  ['deadlock', []],
  ['v1', []],
])('the parts of %s', (word, parts) => {
  expect(partsOf(word)).toEqual(parts);
});
