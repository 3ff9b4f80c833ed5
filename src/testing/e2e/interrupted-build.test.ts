import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildSettings } from '../../cli/build-settings.ts';
import { buildSite, CHECKOUT, emptyFolder, userEnvironment } from '../site.ts';

const content = join(CHECKOUT, 'src/testing/fixtures/tiny');

test('a build that is interrupted leaves the site that stood there, and nothing else', async () => {
  const out = await emptyFolder('interrupted-build');
  await writeFile(join(out, 'index.html'), 'the site before');
  const child = spawn(
    process.execPath,
    [join(CHECKOUT, 'src/cli/cairn.ts'), 'build', '--content', content, '--out', out],
    {
      cwd: CHECKOUT,
      env: userEnvironment(),
    },
  );
  const ended = once(child, 'close');
  const { cacheDir } = buildSettings({ CAIRN_CONTENT: content });
  const workshop = join(cacheDir, `site-${child.pid}`);
  while (!existsSync(workshop) && child.exitCode === null) await wait(5);
  child.kill('SIGINT');
  const [exitCode] = (await ended) as [number | null];
  expect(exitCode).toBe(130);
  expect(existsSync(workshop)).toBe(false);
  expect(readdirSync(out)).toEqual(['index.html']);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the site before');
});

test('a build takes the place of the site before, whole, and keeps the repository it is published from', async () => {
  const out = await emptyFolder('replaced-site');
  await mkdir(join(out, '.git'));
  await writeFile(join(out, '.git/HEAD'), 'ref: refs/heads/pages\n');
  await writeFile(join(out, 'gone.html'), 'of the site before');
  await buildSite({ content, out });
  const names = readdirSync(out);
  expect(names).toEqual(expect.arrayContaining(['.git', 'index.html', 'incidents', 'pagefind']));
  expect(names).not.toContain('gone.html');
  expect(await readFile(join(out, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/pages\n');
});
