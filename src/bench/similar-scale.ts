import { gzipSync } from 'node:zlib';
import {
  type BuildOptions,
  buildIndex,
  cleanPaste,
  openIndex,
  type SimilarDocument,
  searchSimilar,
  similarTo,
  siteOptions,
} from '../analysis/similarity/index.ts';
import { syntheticArchive } from './similar-synthetic.ts';

// Measures what an index costs: its size, the time to build, open and ask it, and how far one more incident moves the others.

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  const documents = syntheticArchive(size, 1);
  const options = siteOptions(size);
  const [packed, build] = timed(() => buildIndex(documents, options));
  const json = JSON.stringify(packed);
  const [index, open] = timed(() => openIndex(packed));
  const parts = Object.entries(packed).map(([name, part]) => ({ name, bytes: gzipSync(JSON.stringify(part)).length }));
  console.log(`## ${size} incidents, ${options.keep} terms of each kept`);
  console.log(
    `${kB(json.length)} kB, ${kB(gzipSync(json).length)} kB gzip: ${parts
      .filter(({ bytes }) => bytes > 2_000)
      .map(({ name, bytes }) => `${name} ${kB(bytes)}`)
      .join(', ')}`,
  );
  console.log(`built in ${build} ms, opened in ${open} ms`);
  for (const [name, length] of [
    ['a line', 120],
    ['a trace', 4_000],
    ['a dump', 50_000],
  ] as const) {
    const asked = documents.filter((_, place) => place % Math.ceil(size / 60) === 0);
    const ask = (document: SimilarDocument): number =>
      timed(() => searchSimilar(index, cleanPaste(pasteOf(document, documents, length)).kept))[1];
    asked.slice(0, 10).forEach(ask);
    const times = asked.map(ask);
    console.log(
      `${name} of ${length} characters: median ${percentile(times, 0.5)} ms, slowest ${percentile(times, 1)} ms`,
    );
  }
  const some = index.ids.filter((_, place) => place % Math.ceil(size / 300) === 0);
  const [, all] = timed(() => some.map((id) => similarTo(index, id)));
  console.log(`similar to one: ${(all / some.length).toFixed(1)} ms`);
  if (size <= 2_000) {
    console.log(
      `same five in the same order after one more incident: ${steadiness(documents, '2025-01-01T00:00:00Z')} (the newest)`,
    );
    console.log(
      `same five in the same order after one more incident: ${steadiness(documents, '2015-02-02T00:00:00Z')} (in the middle of the past)`,
    );
    console.log(`five of all terms found among those of the kept terms: ${loss(documents)}\n`);
  }
}

function fives(documents: readonly SimilarDocument[], options: BuildOptions): Map<string, string[]> {
  const index = openIndex(buildIndex(documents, options));
  return new Map(
    index.ids.map((id) => [id, Object.values(similarTo(index, id)).flatMap((list) => list.map((one) => one.id))]),
  );
}

/** The share of incidents whose five most similar stay the same and in order when one unrelated incident is added. */
function steadiness(documents: readonly SimilarDocument[], date: string): string {
  const before = fives(documents, siteOptions(documents.length));
  const shares = [2, 3, 4].map((seed) => {
    const [added] = syntheticArchive(1, seed);
    const more = added ? [...documents, { ...added, id: 'one-more', date, facets: [] }] : [...documents];
    const after = fives(more, siteOptions(more.length));
    const others = documents.filter(({ id }) => !after.get(id)?.includes('one-more'));
    return others.filter(({ id }) => String(before.get(id)) === String(after.get(id))).length / others.length;
  });
  return shares.map((share) => `${(100 * share).toFixed(1)} %`).join(', ');
}

/** How much of what all terms find is found by the terms that are kept. */
function loss(documents: readonly SimilarDocument[]): string {
  const whole = fives(documents, { steady: true });
  const kept = fives(documents, siteOptions(documents.length));
  const shares = documents.map(
    ({ id }) => (kept.get(id) ?? []).filter((other) => whole.get(id)?.includes(other)).length / 5,
  );
  return `${((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length).toFixed(1)} %`;
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
