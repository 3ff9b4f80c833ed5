import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, fingerprints } from '../gates/files.ts';
import { buildSite, CHECKOUT, emptyFolder } from '../site.ts';

const content = join(CHECKOUT, 'src/testing/fixtures/tiny');

test('the same files and the same day give the same bytes, in any time zone, twice in a row', async () => {
  const out = await emptyFolder('determinism');
  const build = async (name: string, TZ: string): Promise<Record<string, string>> => {
    await buildSite({ content, out: join(out, name), env: { TZ } });
    return fingerprints(join(out, name));
  };
  const first = await build('first', 'UTC');
  expect(filesBelow(join(out, 'first'))).toContain('incidents/2025-10-26-clock-change/index.html');
  expect(await build('second', 'America/New_York'), 'in New York').toEqual(first);
  expect(await build('third', 'Asia/Kolkata'), 'in Kolkata').toEqual(first);
});
