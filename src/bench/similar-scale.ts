import { gzipSync } from 'node:zlib';
import {
  buildIndex,
  cleanPaste,
  openIndex,
  type SimilarDocument,
  searchSimilar,
  similarTo,
} from '../analysis/similarity/index.ts';
import { syntheticArchive } from './similar-synthetic.ts';

// Measures what an index costs: its size, the time to build, open and ask it, and how far one more incident moves the others.

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  const documents = syntheticArchive(size, 1);
  console.log(`## ${size} incidents`);
  for (const keep of [Infinity, 300, 200, 150, 120]) {
    const [packed, build] = timed(() => buildIndex(documents, { keep }));
    const json = JSON.stringify(packed);
    const [index, open] = timed(() => openIndex(packed));
    console.log(
      `keep ${keep}: ${kB(json.length)} kB, ${kB(gzipSync(json).length)} kB gzip (words ${kB(gzipSync(packed.words).length)}, postings ${kB(gzipSync(packed.postings).length)}, signals ${kB(gzipSync(JSON.stringify(packed.signals)).length)}); built in ${build} ms, opened in ${open} ms`,
    );
    for (const [name, length] of [
      ['a line', 120],
      ['a trace', 4_000],
      ['a dump', 50_000],
    ] as const) {
      const times = documents
        .filter((_, place) => place % Math.ceil(size / 40) === 0)
        .map((document) => timed(() => searchSimilar(index, cleanPaste(pasteOf(document, documents, length)).kept))[1]);
      console.log(
        `  ${name} of ${length} characters: median ${percentile(times, 0.5)} ms, slowest ${percentile(times, 1)} ms`,
      );
    }
    if (keep !== Infinity) continue;
    const [, first] = timed(() => similarTo(index, index.ids[0] ?? ''));
    const some = index.ids.filter((_, place) => place % Math.ceil(size / 200) === 0);
    const [, all] = timed(() => some.map((id) => similarTo(index, id)));
    console.log(`  similar to one: first ${first} ms, then ${(all / some.length).toFixed(1)} ms each`);
    if (size <= 2_000) console.log(`  unchanged fives after one more incident: ${steadiness(documents)}`);
  }
}

/** The share of incidents whose five most similar stay the same and in order when one unrelated incident is added. */
function steadiness(documents: readonly SimilarDocument[]): string {
  const fives = (some: readonly SimilarDocument[]): Map<string, string> => {
    const index = openIndex(buildIndex(some));
    return new Map(
      index.ids.map((id) => [
        id,
        JSON.stringify(Object.values(similarTo(index, id)).map((list) => list.map((one) => one.id))),
      ]),
    );
  };
  const before = fives(documents);
  const shares = [2, 3, 4].map((seed) => {
    const [added] = syntheticArchive(1, seed);
    if (!added) return 1;
    const after = fives([...documents, { ...added, id: 'one-more', date: '2025-01-01T00:00:00Z', facets: [] }]);
    const same = documents.filter(({ id }) => before.get(id) === after.get(id) || after.get(id)?.includes('one-more'));
    return same.length / documents.length;
  });
  return shares.map((share) => `${(100 * share).toFixed(2)} %`).join(', ');
}

/** Text of the length of a paste, from a document and then its neighbours. */
function pasteOf(document: SimilarDocument, documents: readonly SimilarDocument[], length: number): string {
  let text = '';
  for (let place = documents.indexOf(document); text.length < length; place = (place + 1) % documents.length) {
    text += `${documents[place]?.texts.map((one) => one.text).join('\n')}\n`;
  }
  return text.slice(0, length);
}

function timed<Result>(work: () => Result): [Result, number] {
  const from = performance.now();
  const result = work();
  return [result, Math.round(performance.now() - from)];
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function kB(bytes: number): number {
  return Math.round(bytes / 1000);
}
