import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSearchIndex } from './search-index.ts';

const html = '<!doctype html><html lang="en"><title>t</title><body data-pagefind-body><h1>Deadlock</h1></body></html>';
let site = '';

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'cairn-search-'));
  await mkdir(join(site, 'incidents/a'), { recursive: true });
  await mkdir(join(site, 'pagefind/0ld'), { recursive: true });
  await writeFile(join(site, 'incidents/a/index.html'), html);
  await writeFile(join(site, 'index.html'), html.replace('data-pagefind-body', ''));
  await writeFile(join(site, 'pagefind/0ld/pagefind.js'), '');
});

afterAll(() => rm(site, { recursive: true }));

test('the index stands in a folder named by its digest, which the one unversioned file names', async () => {
  const { digest } = await writeSearchIndex(site);
  expect((await readdir(join(site, 'pagefind'))).sort()).toEqual([digest, 'current.json'].sort());
  expect(JSON.parse(await readFile(join(site, 'pagefind/current.json'), 'utf8'))).toEqual({ digest, pages: 1 });
  expect(await readdir(join(site, 'pagefind', digest))).toContain('pagefind.js');
});

test('indexing again leaves nothing of the index before', async () => {
  const before = await writeSearchIndex(site);
  await writeFile(join(site, 'incidents/a/index.html'), html.replace('Deadlock', 'Livelock'));
  const after = await writeSearchIndex(site);
  expect(after.digest).not.toBe(before.digest);
  expect(await readdir(join(site, 'pagefind'))).not.toContain(before.digest);
});
