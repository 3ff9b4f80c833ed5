import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../gates/files.ts';
import { filesWithWord } from '../gates/secrets.ts';
import { buildSite, CHECKOUT, cairn, emptyFolder } from '../site.ts';

/** Stands in every text of the fixture's restricted postmortem and of its draft, and nowhere in what may be shown. */
const CANARY = 'zqxj';

const fixture = join(CHECKOUT, 'src/testing/fixtures/canary');
let content: string;
let out: string;

beforeAll(async () => {
  const workshop = await emptyFolder('canary');
  content = join(workshop, 'content');
  out = join(workshop, 'out');
  await cp(fixture, content, { recursive: true });
  await buildSite({ content, out });
});

test('the canary sings where it is let out', async () => {
  const everything = join(await emptyFolder('canary-let-out'), 'out');
  await buildSite({ content, out: everything, drafts: true });
  expect(filesBelow(everything)).toContain('incidents/2025-06-06-zqxj-draft/index.html');
  const files = filesWithWord(everything, CANARY);
  expect(files.some((file) => file.startsWith('pagefind/'))).toBe(true);
  expect(files.some((file) => /\.(?:webp|avif|png|svg)$/.test(file))).toBe(true);
});

test('no word and no picture of a restricted postmortem or of a draft is in any file, nor in any file name', () => {
  expect(filesBelow(out)).toContain('incidents/2025-07-07-visible/index.html');
  expect(filesWithWord(out, CANARY)).toEqual([]);
  expect(filesBelow(out).filter((file) => /photo|drawing/.test(file))).toEqual([]);
});

test.each(['987654.5', '987,654', 'XTS', '03:14'])('nor is the figure %s', (figure) => {
  expect(filesWithWord(out, figure).filter((file) => /\.(?:html|json|csv|xml|ics)$/.test(file))).toEqual([]);
});

test('what an import kept of a visible one is shown, without a name of those that are not', async () => {
  const page = await readFile(join(out, 'incidents/2025-07-07-visible/index.html'), 'utf8');
  const [, origin = ''] = /<div class="origin"[^>]*>([\s\S]*?)<\/div>/.exec(page) ?? [];
  expect(origin).toContain('Imported from <code>wiki/visible.md</code>.');
  expect(origin).toMatch(/<dt>see_also<\/dt>\s*<dd>As in an incident not shown here<\/dd>/);
  expect(origin).toMatch(/<dt>lasted<\/dt>\s*<dd>3 h<\/dd>/);
});

test('check names the links that are left out', async () => {
  const check = await cairn(['check', '--content', content]);
  expect(check.exitCode).toBe(0);
  expect(check.stdout).toMatch(/^postmortems\/2025\/2025-07-07-visible\.md:24:\d+ link-to-absent/m);
  expect(check.stdout).toMatch(/^causes\/shared-cause\.md:5:/m);
  expect(check.stdout).toMatch(/^site\.yaml:2:/m);
});

describe('what only a restricted postmortem or a draft names looks like what nothing names', () => {
  test.each(['causes/veiled-cause', 'factors/veiled-factor', 'services/veiled-service', 'teams/veiled-team'])(
    '%s',
    async (path) => {
      const read = async (file: string): Promise<string> => readFile(join(out, file, 'index.html'), 'utf8');
      const seldom = await read(path.replace('veiled', 'seldom'));
      expect((await read(path)).replaceAll('veiled', 'seldom').replaceAll('Veiled', 'Seldom')).toBe(seldom);
    },
  );
});
