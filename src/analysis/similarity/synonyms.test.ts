import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOfSynonyms, vocabularyWith } from './synonym-groups.ts';
import { synonymFinder } from './synonyms.ts';
import { tokensOf } from './tokens.ts';

/** The groups that a text as a whole means. */
function meaning(text: string, team: readonly (readonly string[])[] = []): number[] {
  return vocabularyWith(team).finder.meaning(tokensOf(text));
}

/** True if two texts mean the same, and not only things of one kind. */
function same(a: string, b: string, team: readonly (readonly string[])[] = []): boolean {
  const { isKind } = vocabularyWith(team);
  const others = meaning(b, team);
  return meaning(a, team).some((group) => others.includes(group) && !isKind(group));
}

test.each([
  ['OOM', 'out of memory'],
  ['OOMKilled', 'out-of-memory'],
  ['exit code 137', 'OutOfMemoryError'],
  ['k8s', 'Kubernetes'],
  ['ENOSPC', 'no space left on device'],
  ['disk full', 'ENOSPC'],
  ['503', 'Internal Server Error'],
  ['cert', 'certificates'],
  ['x509', 'Zertifikat'],
  ['expiry', 'abgelaufen'],
  ['db', 'Datenbankserver'],
  ['pg', 'PostgreSQL'],
  ['conn', 'connections'],
  ['mem', 'memory'],
  ['cfg', 'configuration'],
  ['ORA-00060', 'deadlocks'],
  ['Stromausfall', 'power outage'],
  ['base de données', 'banco de dados'],
  ['数据库', 'データベース'],
  ['磁盘空间不足', 'disk full'],
  ['証明書', '证书'],
])('%s and %s mean the same', (a, b) => {
  expect(same(a, b)).toBe(true);
  expect(same(b, a)).toBe(true);
});

test.each([
  ['memory', 'memory leak'],
  ['disk', 'disk full'],
  ['connection', 'connection pool'],
  ['kafka', 'rabbitmq'],
  ['power', 'powerful'],
])('%s and %s do not', (a, b) => {
  expect(same(a, b)).toBe(false);
});

test('things of one kind share a kind', () => {
  const { finder, isKind } = vocabularyWith([]);
  const [kafka, rabbit] = ['kafka', 'rabbitmq'].map((word) => finder.meaning(tokensOf(word)).filter(isKind));
  expect(kafka?.some((kind) => rabbit?.includes(kind))).toBe(true);
});

test("the team's words join the shipped ones, both ways", () => {
  const team = groupsOfSynonyms({ quokka: 'out of memory', zoidberg: ['payments gateway', 'pgw'] });
  expect(same('quokka', 'OOMKilled', team)).toBe(true);
  expect(same('exit code 137', 'quokka', team)).toBe(true);
  expect(same('pgw', 'zoidberg', team)).toBe(true);
  expect(same('payments gateway', 'pgw', team)).toBe(true);
  expect(same('quokka', 'zoidberg', team)).toBe(false);
  expect(same('quokka', 'OOMKilled')).toBe(false);
});

test('rows of words are found where they stand, whatever joins them', () => {
  const finder = synonymFinder([['no space left', 'enospc'], ['left*']]);
  const tokens = tokensOf('write: no-space-left on device');
  expect(finder.find(tokens)).toEqual([
    { group: 0, first: 1, last: 1 },
    { group: 1, first: 1, last: 1 },
  ]);
  expect(finder.find(tokensOf('no space on the left'))).toEqual([{ group: 1, first: 4, last: 4 }]);
});

test('any text has rows within its tokens', () => {
  const { finder } = vocabularyWith([]);
  const text = fc
    .array(fc.constantFrom('no', 'space', 'left', 'OOMKilled', 'disk-full', 'exit', 'code', '137', 'x', '数据库', '.'))
    .map((some) => some.join(' '));
  fc.assert(
    fc.property(text, (some) => {
      const tokens = tokensOf(some);
      for (const { first, last } of finder.find(tokens)) {
        expect(first).toBeLessThanOrEqual(last);
        expect(last).toBeLessThan(tokens.length);
      }
    }),
  );
});
