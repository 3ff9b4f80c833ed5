import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuildOptions, buildIndex } from './build-index.ts';
import { cleanPaste } from './clean-paste.ts';
import { type Facet, FIELD_WEIGHTS, type SimilarDocument } from './document.ts';
import { openIndex, type SimilarityIndex } from './open-index.ts';
import { searchSimilar, similarDocuments, similarToDraft } from './rank.ts';
import type { Reason } from './reasons.ts';
import { similarTo } from './similar-to.ts';

/** An incident with a text, and `facts` in place of what it has not. */
function incident(id: string, text: string, facts: Partial<SimilarDocument> = {}): SimilarDocument {
  return {
    id,
    date: '2024-01-01',
    fixed: true,
    texts: [{ text, weight: FIELD_WEIGHTS.prose }],
    signals: [],
    facets: [],
    ...facts,
  };
}

function indexOf(documents: SimilarDocument[], options?: BuildOptions): SimilarityIndex {
  return openIndex(JSON.parse(JSON.stringify(buildIndex(documents, options))));
}

/** The ids that a paste finds. */
function found(index: SimilarityIndex, text: string): string[] {
  return searchSimilar(index, cleanPaste(text).kept).results.map(({ id }) => id);
}

function words(reasons: readonly Reason[] = []): string[] {
  return reasons.flatMap((reason) => (reason.kind === 'words' ? reason.words.map(({ text }) => text) : []));
}

const ARCHIVE = [
  incident('oom', 'The shop ran out of memory and its pods were restarted by Kubernetes.'),
  incident('disk', 'The broker stopped: no space left on device. Old segments were removed.'),
  incident('cert', 'The certificate of the carrier had expired, and labels could not be printed.'),
  incident('deadlock', 'A migration took locks in another order: a deadlock stopped checkout.', {
    signals: ['ERROR: deadlock detected', 'could not serialize access'],
  }),
  incident('herd', 'When the cache was flushed, a thundering herd of requests overloaded the database.'),
  incident('dns', 'CoreDNS answered SERVFAIL, and names inside the cluster were not resolved.'),
  incident('quotes', 'QuoteRepository held a connection while it waited for the provider.'),
  incident('mails', 'Confirmation mails were queued for an hour.'),
];

test.each([
  ['OOM', 'oom'],
  ['OOMKilled', 'oom'],
  ['exit code 137', 'oom'],
  ['k8s', 'oom'],
  ['disk full', 'disk'],
  ['ENOSPC', 'disk'],
  ['Festplatte voll', 'disk'],
  ['x509: certificate has lapsed', 'cert'],
  ['Zertifikat abgelaufen', 'cert'],
  ['deadlok', 'deadlock'],
  ['ORA-00060', 'deadlock'],
  ['thundring herd', 'herd'],
  ['com.kestrel.QuoteRepository.find(QuoteRepository.java:42)', 'quotes'],
  ['2024-05-01T10:00:00Z ERROR [main] lookup api.internal: SERVFAIL', 'dns'],
  ['emails delayed', 'mails'],
])('%s finds %s', (text, id) => {
  expect(found(indexOf(ARCHIVE), text)[0]).toBe(id);
});

test('a question is relaxed before it is refused, and says what it did not know', () => {
  const answer = searchSimilar(indexOf(ARCHIVE), 'deadlok in frobnicator xyzzy');
  expect(answer.results[0]?.id).toBe('deadlock');
  expect(answer.unknown).toEqual(['frobnicator', 'xyzzy']);
  expect(answer.readAs).toEqual([{ from: 'deadlok', to: 'deadlock' }]);
  expect(searchSimilar(indexOf(ARCHIVE), 'frobnicator').results).toEqual([]);
});

test('another ending is no slip', () => {
  expect(searchSimilar(indexOf(ARCHIVE), 'certificates').readAs).toEqual([]);
});

test('words are given as the archive spells them, with what was asked where that is another word', () => {
  const [first] = searchSimilar(indexOf(ARCHIVE), 'ENOSPC').results;
  expect(first?.reasons).toEqual([{ kind: 'words', words: [{ text: 'no space left', from: 'ENOSPC' }] }]);
  const [quotes] = searchSimilar(indexOf(ARCHIVE), 'quoterepository').results;
  expect(words(quotes?.reasons)).toContain('QuoteRepository');
});

test('a row of words is not said again word by word, and words that say nothing are no reason', () => {
  const [first] = searchSimilar(indexOf(ARCHIVE), 'it was out of memory again').results;
  expect(words(first?.reasons)).toEqual(['out of memory']);
});

test('a signal that stands in a paste is the first reason', () => {
  const [first] = searchSimilar(indexOf(ARCHIVE), 'org.postgresql: ERROR: deadlock detected at 10:00:00').results;
  expect(first?.reasons[0]).toEqual({ kind: 'signal', text: 'ERROR: deadlock detected' });
});

test('an error of input and output is no wait for anything', () => {
  const index = indexOf([
    ...ARCHIVE,
    incident('wait', 'Clerks had to wait.'),
    incident('io', 'dmesg: I/O error on sda.'),
  ]);
  expect(found(index, 'blk_update_request: I/O error, dev sda')[0]).toBe('io');
  expect(found(index, 'error')).not.toContain('wait');
});

test('a kind is no answer to a question that names something of it', () => {
  const index = indexOf([incident('rabbit', 'RabbitMQ lost a node.'), incident('other', 'The lights went out.')]);
  expect(found(index, 'Kafka')).toEqual([]);
});

test("the team's synonyms count, both ways", () => {
  const synonyms = [['zoidberg', 'payments gateway']];
  const index = indexOf(
    [...ARCHIVE, incident('a', 'Zoidberg was slow.'), incident('b', 'The payments gateway was slow.')],
    { synonyms },
  );
  expect(found(index, 'zoidberg').sort()).toEqual(['a', 'b']);
  expect(found(index, 'payments gateway').slice(0, 2).sort()).toEqual(['a', 'b']);
});

const shared = (kind: 'cause' | 'service', id: string) => ({ kind, id, name: id.replaceAll('-', ' '), otherNames: [] });

test('another name of a cause finds its incidents, and is not said to stand in them', () => {
  const growth: Facet = {
    kind: 'cause',
    id: 'growth',
    name: 'Growth without a limit',
    otherNames: ['ENOSPC', 'validation'],
  };
  const index = indexOf([...ARCHIVE.slice(2), incident('queue', 'The queue grew and grew.', { facets: [growth] })]);
  const [first] = searchSimilar(index, 'write: ENOSPC').results;
  expect(first?.id).toBe('queue');
  expect(first?.reasons).toEqual([{ kind: 'cause', id: 'growth', name: 'Growth without a limit' }]);
  // So does what means the same.
  expect(found(index, 'no space left on device')).toEqual(['queue']);
  // In a long text a plain word says nothing of a cause.
  const log = `validation ${Array.from({ length: 40 }, (_, i) => `word${'abcdefgh'[i % 8]}${'klmnopqr'[i >> 3]}`).join(' ')}`;
  const long = indexOf([incident('log', log), incident('queue', 'The queue grew and grew.', { facets: [growth] })]);
  expect(found(long, 'validation')).toContain('queue');
  expect(found(long, log)).toEqual(['log']);
});

test('what two incidents both name lifts them and is the reason', () => {
  const index = indexOf([
    incident('asked', 'Orders failed.', { facets: [shared('cause', 'lock-order'), shared('service', 'shop')] }),
    incident('same-cause', 'Nothing moved.', { facets: [shared('cause', 'lock-order')] }),
    incident('same-service', 'Nothing moved.', { facets: [shared('service', 'shop')] }),
    incident('same-words', 'Orders waited.'),
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => incident(id, 'Something else entirely.')),
  ]);
  const similar = similarDocuments(index, 'asked');
  expect(similar[0]?.id).toBe('same-cause');
  expect(similar[0]?.reasons[0]).toEqual({ kind: 'cause', id: 'lock-order', name: 'lock order' });
  expect(similar.map(({ id }) => id).sort()).toEqual(['same-cause', 'same-service', 'same-words']);
});

test('signals that differ in what always differs are the same signal', () => {
  const index = indexOf([
    incident('asked', 'One.', {
      signals: ['HikariPool-1 - Connection is not available, request timed out after 2000ms'],
    }),
    incident('same', 'Two.', {
      signals: ['HikariPool-1 - Connection is not available, request timed out after 30000ms'],
    }),
    incident('other', 'Three.', { signals: ['upstream sent too big header'] }),
  ]);
  const [first] = similarDocuments(index, 'asked');
  expect(first?.id).toBe('same');
  expect(first?.reasons[0]?.kind).toBe('signal');
});

test('on a tie a known fix goes first, then what is newer', () => {
  const index = indexOf([
    incident('old', 'deadlock', { date: '2022-01-01' }),
    incident('unfixed', 'deadlock', { date: '2024-01-01', fixed: false }),
    incident('new', 'deadlock', { date: '2023-01-01' }),
    incident('else', 'certificate'),
  ]);
  expect(found(index, 'deadlock')).toEqual(['new', 'old', 'unfixed']);
});

test('between whole documents what is a little more alike goes first, however new the other is', () => {
  const words = Array.from({ length: 9_000 }, (_, i) => `word${i}`);
  const index = indexOf([
    incident('asked', words.join(' '), { date: '2023-01-01' }),
    incident('old', words.join(' '), { date: '2022-01-01', fixed: false }),
    incident('new', words.slice(1).join(' '), { date: '2024-01-01' }),
  ]);
  const similar = similarDocuments(index, 'asked');
  expect(similar.map(({ id }) => id)).toEqual(['old', 'new']);
  expect(similar[0]?.score).toBe(similar[1]?.score);
});

test('similar incidents are told apart by when they began, and end with the day that is asked for', () => {
  const index = indexOf([
    incident('before', 'deadlock in checkout', { date: '2023-05-01T00:00:00Z' }),
    incident('asked', 'deadlock in checkout', { date: '2024-05-01T00:00:00Z' }),
    incident('after', 'deadlock in checkout', { date: '2025-05-01T00:00:00Z' }),
    incident('else', 'certificate'),
  ]);
  const ids = (asOf?: string): string[][] =>
    Object.values(similarTo(index, 'asked', asOf === undefined ? {} : { asOf })).map((list) =>
      list.map(({ id }) => id),
    );
  expect(ids()).toEqual([['before'], ['after']]);
  expect(ids('2024-12-31')).toEqual([['before'], []]);
  expect(similarTo(index, 'nobody')).toEqual({ earlier: [], later: [] });
});

test('of those that are nearly as alike as the last that is shown, no stranger changes which go first', () => {
  const base = 'pharn gruld kelvo jistr fompa dwelk brusk';
  const alike = `${base} quorl vreed zimth`;
  const others = (word: string): SimilarDocument[] =>
    Array.from({ length: 14 }, (_, i) =>
      incident(`${word}${i}`, `${word} ${'abcdefgh'.replace(/./g, `$&${word}${i}x `)}`),
    );
  const documents = [
    incident('asked', `${alike} xoble yoble`),
    ...['a', 'b', 'c', 'd'].map((id) => incident(id, alike)),
    incident('has-x', `${base} xoble`, { date: '2023-01-01' }),
    incident('has-y', `${base} yoble`, { date: '2023-01-02' }),
    ...others('xoble'),
    ...others('yoble'),
  ];
  const shown = (...added: SimilarDocument[]): string[] => {
    const { earlier, later } = similarTo(indexOf([...documents, ...added], { steady: true }), 'asked');
    return [...earlier, ...later].map(({ id }) => id).sort();
  };
  expect(shown()).toHaveLength(5);
  for (const word of ['xoble', 'yoble']) expect(shown(incident('stranger', `${word} labels`))).toEqual(shown());
});

test('a draft is compared like a document, and not with itself', () => {
  const index = indexOf(ARCHIVE);
  const draft = incident('oom', 'Pods of the shop were OOMKilled.');
  expect(similarToDraft(index, draft).map(({ id }) => id)).not.toContain('oom');
  expect(similarToDraft(index, { ...draft, id: 'new' })[0]?.id).toBe('oom');
});

test('no question is an error', () => {
  const index = indexOf(ARCHIVE, { keep: 5 });
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('deadlock', 'ENOSPC', ':', '"', '[', '🔥', '数据库', '\n', 'x'.repeat(70)))
      .map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(text, (asked) => {
      const { results } = searchSimilar(index, cleanPaste(asked).kept, { count: 3 });
      expect(results.length).toBeLessThanOrEqual(3);
      const scores = results.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }),
  );
  expect(found(index, `${'at com.example.Foo.bar(Foo.java:1)\n'.repeat(1500)} deadlock`)[0]).toBe('deadlock');
});

const archive = fc.array(
  fc.array(
    fc.constantFrom(
      'deadlock',
      'certificate',
      'disk',
      'cache',
      'queue',
      'shop',
      'checkout',
      'labels',
      'OOMKilled',
      'Kafka',
    ),
    { minLength: 3, maxLength: 12 },
  ),
  { minLength: 10, maxLength: 15 },
);

test('the order of the documents does not matter', () => {
  fc.assert(
    fc.property(archive, (texts) => {
      const documents = texts.map((some, i) => incident(`i${i}`, some.join(' '), { date: `2024-01-${10 + i}` }));
      expect(buildIndex([...documents].reverse())).toEqual(buildIndex(documents));
    }),
    { numRuns: 20 },
  );
});

test('two documents of one id, and an index of another version, are refused', () => {
  expect(() => buildIndex([incident('a', 'x'), incident('a', 'y')])).toThrow('one id');
  expect(() => openIndex({ ...buildIndex([]), version: 0 })).toThrow('version');
});

test('an empty archive answers with nothing', () => {
  expect(searchSimilar(indexOf([]), 'deadlock')).toEqual({ results: [], unknown: ['deadlock'], readAs: [] });
});

test('terms that tell little are left out of a small index, and the rest still finds', () => {
  const whole = JSON.stringify(buildIndex(ARCHIVE)).length;
  const small = buildIndex(ARCHIVE, { keep: 4 });
  expect(JSON.stringify(small).length).toBeLessThan(whole);
  expect(found(openIndex(small), 'no space left on device')[0]).toBe('disk');
});
