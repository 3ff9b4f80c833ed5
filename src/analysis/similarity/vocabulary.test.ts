import { describe, expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import type { SimilarDocument } from './document.ts';
import { openIndex } from './open-index.ts';
import { OPERATIONS_KINDS } from './operations-kinds.ts';
import { OPERATIONS_WORDS } from './operations-words.ts';
import { searchSimilar } from './rank.ts';
import { similarTo } from './similar-to.ts';
import { tokensOf } from './tokens.ts';

function incident(id: string, text: string): SimilarDocument {
  return { id, date: '2024-03-01', fixed: true, texts: [{ text, weight: 1 }], signals: [], facets: [] };
}

const OTHERS = ['Parcels were blue.', 'Prices were rounded.', 'A picture was there.', 'Nobody could sing.'];

/** True if an archive that says it with `there` is found by `asked`. */
function finds(asked: string, there: string, synonyms: string[][] = []): boolean {
  const documents = [incident('it', `It was ${there} at night.`), ...OTHERS.map((text, i) => incident(`${i}`, text))];
  const { results } = searchSimilar(openIndex(buildIndex(documents, { synonyms })), asked);
  return results[0]?.id === 'it';
}

describe('both ways, one finds what the other finds', () => {
  test.each([
    ['OOM', 'out of memory'],
    ['OOMKilled', 'out of memory'],
    ['exit code 137', 'OOM'],
    ['k8s', 'kubernetes'],
    ['disk full', 'ENOSPC'],
    ['disk full', 'no space left on device'],
    ['ENOSPC', 'no space left on device'],
    ['deadlok', 'deadlock'],
    ['thundring herd', 'thundering herd'],
    ['5xx', '502'],
    ['5xx', '503'],
    ['502', 'bad gateway'],
    ['cert', 'certificate'],
    ['x509', 'certificate'],
    ['TLS', 'SSL'],
    ['db', 'database'],
    ['postgres', 'PostgreSQL'],
    ['lb', 'load balancer'],
    ['timed out', 'timeout'],
    ['rolled back', 'rollback'],
    ['Festplatte voll', 'ENOSPC'],
    ['内存不足', 'OOM'],
    ['証明書', 'certificate'],
  ])('%s and %s', (one, other) => {
    expect(finds(one, other)).toBe(true);
    expect(finds(other, one)).toBe(true);
  });

  test("the team's own words, also joined to the shipped ones", () => {
    const team = [
      ['moby', 'parcel router'],
      ['speicherfresser', 'OOM'],
    ];
    expect(finds('moby', 'parcel router', team)).toBe(true);
    expect(finds('parcel router', 'moby', team)).toBe(true);
    expect(finds('speicherfresser', 'out of memory', team)).toBe(true);
    expect(finds('out of memory', 'speicherfresser', team)).toBe(true);
    expect(finds('moby', 'parcel router')).toBe(false);
  });
});

test('in every shipped group the first word finds each of the others, and is found by it', () => {
  const silent = OPERATIONS_WORDS.flatMap(([first = '', ...others]) =>
    others
      .filter((other) => !other.includes('*') && !first.includes('*'))
      .filter((other) => !finds(first, other) || !finds(other, first))
      .map((other) => `${first} ~ ${other}`),
  );
  expect(silent).toEqual([]);
});

test('no shipped row of words is reduced to one of them: `3rd party` would be found wherever there is a party', () => {
  const reduced = [...OPERATIONS_WORDS, ...OPERATIONS_KINDS]
    .flat()
    .filter((variant) => /[\s/]/.test(variant) && tokensOf(variant).length < 2);
  expect(reduced).toEqual([]);
});

test('every incident that is like another says why', () => {
  const texts = ['disk full', 'ENOSPC', 'Kafka stopped', 'RabbitMQ stopped', 'it was so', 'and it was so again'];
  const index = openIndex(buildIndex(texts.map((text, i) => incident(`${i}`, text))));
  for (const id of index.ids) {
    const { earlier, later } = similarTo(index, id);
    for (const one of [...earlier, ...later]) expect(one.reasons, `${id} → ${one.id}`).not.toEqual([]);
  }
});
