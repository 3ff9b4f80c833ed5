import { gzipSync } from 'node:zlib';
import {
  cleanPaste,
  countArchive,
  openIndex,
  packIndex,
  type SimilarDocument,
  type SimilarityIndex,
  searchSimilar,
  similarTo,
  siteOptions,
} from '../analysis/similarity/index.ts';
import { mean } from './similar-measures.ts';
import { steadiness } from './similar-steadiness.ts';
import { type SyntheticIncident, syntheticArchive } from './similar-synthetic.ts';

// Measures what an index costs: its size, the time to build, open and ask it, what is lost by the terms that are not kept, and how
// far one more incident moves the others.

/** How many bytes an index may have, packed with gzip, by the number of incidents. */
const LIMITS = new Map([
  [1_000, 400_000],
  [10_000, 3_000_000],
]);

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  const documents = syntheticArchive(size, 1);
  const options = siteOptions(size);
  const [packed, build] = timed(() => packIndex(countArchive(documents, options), options.keep));
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
  for (const told of [1, 0.15]) console.log(loss(syntheticArchive(size, 1, { told }), told, options.keep));
  if (size <= 2_000) {
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

/**
 * How many of the five that words alone find tell of the same subject, with the terms that are kept and with all, and how many of
 * the first are among the others: where many are equally alike, which five are shown says little of how well they were found.
 */
function loss(incidents: readonly SyntheticIncident[], told: number, keep: number): string {
  const subjects = new Map(incidents.map(({ id, subject }) => [id, subject]));
  const words = incidents.map((one) => ({ ...one, facets: [], signals: [] }));
  const counted = countArchive(words, { steady: true });
  const asked = words.filter((_, place) => place % Math.ceil(words.length / 300) === 0);
  const fives = (index: SimilarityIndex): string[][] =>
    asked.map(({ id }) => Object.values(similarTo(index, id)).flatMap((list) => list.map((one) => one.id)));
  const [kept, all] = [openIndex(packIndex(counted, keep)), openIndex(packIndex(counted))].map(fives);
  const same = (found: readonly string[][] = []): string =>
    percent(mean(found.map((five, i) => five.filter((id) => subjects.get(id) === asked[i]?.subject).length / 5)));
  const shared = mean((all ?? []).map((five, i) => five.filter((id) => kept?.[i]?.includes(id)).length / 5));
  return `of the same subject (each tells ${percent(told)} of it): ${same(kept)} of the five, with all terms ${same(all)}; ${percent(shared)} are the same`;
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
