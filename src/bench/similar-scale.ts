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
import { mean } from './similar-measures.ts';
import { steadiness } from './similar-steadiness.ts';
import { syntheticArchive } from './similar-synthetic.ts';

// Measures what an index costs: its size, the time to build, open and ask it, and how far one more incident moves the others.

/** How many bytes an index may have, packed with gzip, by the number of incidents. */
const LIMITS = new Map([
  [1_000, 400_000],
  [10_000, 3_000_000],
]);

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
  const most = LIMITS.get(size);
  if (most !== undefined) {
    const bytes = gzipSync(json).length;
    console.log(`${bytes} bytes gzip, at most ${most} are allowed`);
    if (bytes > most) process.exitCode = 1;
  }
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
    console.log(`five of all terms found among those of the kept terms: ${loss(documents)}`);
    for (const [told, archive] of [
      ['all equally alike within a subject', documents],
      ['more or less alike, as in a real archive', syntheticArchive(size, 1, { told: 0.15 })],
    ] as const) {
      const others = [2, 3, 4].flatMap((seed) => syntheticArchive(1, seed, { subjectSeed: 12, told: 0.15 }));
      const shares = steadiness(archive, others, { draws: 4, seed: 1, sample: 250 });
      console.log(`same five in the same order after one unrelated incident more (${told}): ${percent(mean(shares))}`);
    }
  }
  console.log();
}

function fives(documents: readonly SimilarDocument[], options: BuildOptions): Map<string, string[]> {
  const index = openIndex(buildIndex(documents, options));
  return new Map(
    index.ids.map((id) => [id, Object.values(similarTo(index, id)).flatMap((list) => list.map((one) => one.id))]),
  );
}

/** How much of what all terms find is found by the terms that are kept. */
function loss(documents: readonly SimilarDocument[]): string {
  const whole = fives(documents, { steady: true });
  const kept = fives(documents, siteOptions(documents.length));
  const shares = documents.map(
    ({ id }) => (kept.get(id) ?? []).filter((other) => whole.get(id)?.includes(other)).length / 5,
  );
  return percent(mean(shares));
}

/** Text of the length of a paste, from a document and then its neighbours. */
function pasteOf(document: SimilarDocument, documents: readonly SimilarDocument[], length: number): string {
  let text = '';
  for (let place = documents.indexOf(document); text.length < length; place = (place + 1) % documents.length) {
    text += `${documents[place]?.texts.map((one) => one.text).join('\n')}\n`;
  }
  return text.slice(0, length);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
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
