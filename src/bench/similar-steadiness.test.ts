import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  buildIndex,
  documentOfMarkdown,
  documentOfPostmortem,
  namesOf,
  siteOptions,
} from '../analysis/similarity/index.ts';
import { readArchive } from '../archive/read.ts';
import { CHECKOUT } from '../testing/site.ts';
import { mean } from './similar-measures.ts';
import { steadiness } from './similar-steadiness.ts';
import { syntheticArchive } from './similar-synthetic.ts';

const STEADY = 0.99;
const NEARLY_STEADY = 0.98;

/** English of operations, in pieces as long as an incident, that tells of none of the example archive: Cairn's own guides. */
function strangers() {
  const folder = join(CHECKOUT, 'src/guides');
  const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  return files.flatMap((name) => {
    const pieces = readFileSync(join(folder, name), 'utf8').match(/(?:\S+\s+){300}/g) ?? [];
    return pieces.map((source, i) => documentOfMarkdown({ path: `${name}-${i}`, source }));
  });
}

async function example() {
  const archive = await readArchive({ contentDir: join(CHECKOUT, 'content'), base: '/', drafts: false });
  const names = namesOf(archive);
  return archive.postmortems.map((one) => documentOfPostmortem(one, names));
}

test('one unrelated incident more leaves the five of the example archive and their order', async () => {
  const shares = steadiness(await example(), strangers(), { draws: 60, seed: 1 });
  expect(mean(shares)).toBeGreaterThanOrEqual(STEADY);
}, 120_000);

test('and nearly so where no catalogue holds them together, as in an archive that was just imported', async () => {
  const bare = (await example()).map((document) => ({ ...document, facets: [], signals: [] }));
  expect(mean(steadiness(bare, strangers(), { draws: 40, seed: 1 }))).toBeGreaterThanOrEqual(NEARLY_STEADY);
}, 120_000);

test('one unrelated incident more leaves the five of a large archive and their order', () => {
  const others = [2, 3, 4].flatMap((seed) => syntheticArchive(1, seed, { subjectSeed: 12 }));
  const shares = steadiness(syntheticArchive(1_000, 1), others, { draws: 4, seed: 1, sample: 250 });
  expect(mean(shares)).toBeGreaterThanOrEqual(STEADY);
}, 120_000);

test('the index of a thousand incidents is small enough to be fetched', () => {
  const index = buildIndex(syntheticArchive(1_000, 1), siteOptions(1_000));
  expect(gzipSync(JSON.stringify(index)).length).toBeLessThanOrEqual(400_000);
});

test('how many terms are kept does not change with one incident more', () => {
  const keeps = [100, 999, 1000, 1001, 1400, 10_000].map((count) => siteOptions(count).keep);
  expect(keeps).toEqual([500, 84, 84, 84, 84, 84]);
});
