import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../gates/files.ts';
import { filesWithWord } from '../gates/secrets.ts';
import { buildSite, CHECKOUT, cairn, emptyFolder } from '../site.ts';

test('nothing outlives a file that was deleted, renamed or fixed', async () => {
  const workshop = await emptyFolder('stale');
  const content = join(workshop, 'content');
  const out = join(workshop, 'out');
  await cp(join(CHECKOUT, 'src/testing/fixtures/tiny'), content, { recursive: true });
  const year = join(content, 'postmortems/2025');
  const edit = async (file: string, change: (text: string) => string): Promise<void> => {
    const text = await readFile(join(year, file), 'utf8');
    expect(change(text), 'the edit changes something').not.toBe(text);
    await writeFile(join(year, file), change(text));
  };

  await edit('2025-12-31-last-hour.md', (text) => `${text}\nA word of its own: quetzalcoatlus.\n`);
  await edit('2025-03-04-queue-stalled.md', (text) => text.replace('Limit the queue', 'Limit the archaeopteryx'));
  await buildSite({ content, out });
  expect(filesWithWord(out, 'quetzalcoatlus').length).toBeGreaterThan(1);
  expect(filesWithWord(out, 'archaeopteryx').length).toBeGreaterThan(0);
  expect(filesBelow(out)).toContain('incidents/2025-10-26-clock-change/index.html');

  await rm(join(year, '2025-12-31-last-hour.md'));
  await rename(join(year, '2025-10-26-clock-change'), join(year, '2025-10-26-second-run'));
  await edit('2025-03-04-queue-stalled.md', (text) => text.replace('archaeopteryx', 'queue'));
  await buildSite({ content, out });
  expect(filesWithWord(out, 'quetzalcoatlus')).toEqual([]);
  expect(filesWithWord(out, 'archaeopteryx')).toEqual([]);
  expect(filesWithWord(out, '2025-10-26-clock-change')).toEqual([]);
  expect(filesWithWord(out, '2025-12-31-last-hour')).toEqual([]);
  expect(filesBelow(out)).toContain('incidents/2025-10-26-second-run/index.html');

  // What the settings now forbid is judged anew although no postmortem changed.
  await writeFile(join(content, 'site.yaml'), 'severities:\n  - { id: SEV9, meaning: Bad., dueDays: 5 }\n');
  const run = await cairn(['build', '--content', content, '--out', out]);
  expect(run.exitCode, run.stdout).toBe(1);
  expect(run.stderr + run.stdout).toContain('2025-03-04-queue-stalled.md');
});

test('nor does what only a changed schema forbids', async () => {
  // A checkout of its own, whose schema can be changed; outside of node_modules, where Node strips no types.
  const checkout = await mkdtemp(join(tmpdir(), 'cairn-checkout-'));
  onTestFinished(() => rm(checkout, { recursive: true }));
  for (const path of ['src', 'package.json', 'tsconfig.json', 'astro.config.mjs']) {
    await cp(join(CHECKOUT, path), join(checkout, path), { recursive: true });
  }
  await cp(join(CHECKOUT, 'src/testing/fixtures/tiny'), join(checkout, 'content'), { recursive: true });
  await mkdir(join(checkout, 'public'));
  await symlink(join(CHECKOUT, 'node_modules'), join(checkout, 'node_modules'), 'junction');

  const out = join(checkout, 'dist');
  await buildSite({ content: join(checkout, 'content'), out, checkout });
  expect(filesBelow(out)).toContain('incidents/2025-03-04-queue-stalled/index.html');

  const schema = join(checkout, 'src/model/postmortem.ts');
  const text = await readFile(schema, 'utf8');
  const stricter = text.replace(/^ {2}recurrenceOf: .*\n/m, '');
  expect(stricter).not.toBe(text);
  await writeFile(schema, stricter);
  const run = await cairn(['build', '--out', out], { checkout });
  expect(run.exitCode, run.stdout).toBe(1);
  expect(run.stderr).toContain('2025-10-26-clock-change/index.mdx:11:');
});
