import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, fingerprints } from '../gates/files.ts';
import { buildSite, CHECKOUT, emptyFolder } from '../site.ts';

const fixtures = join(CHECKOUT, 'src/testing/fixtures');

test('the same files and the same day give the same bytes, in any time zone, twice in a row', async () => {
  const out = await emptyFolder('determinism');
  const build = async (name: string, TZ: string): Promise<Record<string, string>> => {
    await buildSite({ content: `${fixtures}/tiny`, out: join(out, name), env: { TZ } });
    return fingerprints(join(out, name));
  };
  const first = await build('first', 'UTC');
  expect(filesBelow(join(out, 'first'))).toContain('incidents/2025-10-26-clock-change/index.html');
  expect(await build('second', 'America/New_York'), 'in New York').toEqual(first);
  // Builds of one checkout share a folder of Astro's: what another archive left there must not matter.
  await buildSite({ content: `${fixtures}/canary`, out: join(out, 'other') });
  expect(await build('third', 'Asia/Kolkata'), 'in Kolkata, after another archive').toEqual(first);
});
