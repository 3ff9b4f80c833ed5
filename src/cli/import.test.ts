import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './commands.ts';

let folder: string;
let out = '';
let talk = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-import-cli-'));
  out = '';
  talk = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    talk += String(text);
    return true;
  });
  writeFileSync(join(folder, '2024-01-02-down.md'), '# Down\n\nIt was down.\n');
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('imports into the folder that --out names, and says what is next', async () => {
  const content = join(folder, 'content');
  expect(await run(['import', folder, '--out', content])).toBe(0);
  expect(existsSync(join(content, 'postmortems/2024/2024-01-02-down.md'))).toBe(true);
  expect(out).toContain('2024-01-02-down.md');
  expect(talk).toContain(`npx cairn check --content ${content}`);
  expect(await run(['import', folder, '--out', content])).toBe(0);
  expect(out).toContain('1 unchanged');
});

test('writes nothing in a dry run', async () => {
  const content = join(folder, 'content');
  expect(await run(['import', folder, '--out', content, '--dry-run', '--json'])).toBe(0);
  expect(existsSync(content)).toBe(false);
  expect((JSON.parse(out) as { results: unknown[] }).results).toHaveLength(1);
});

test('exits 1 where a file could not be read', async () => {
  writeFileSync(join(folder, 'broken.md'), new Uint8Array([0, 1, 2]));
  expect(await run(['import', folder, '--out', join(folder, 'content')])).toBe(1);
  expect(out).toContain('it is no text');
});

test('writes a map file with --init, and never over another', async () => {
  const map = join(folder, 'map.yaml');
  expect(await run(['import', folder, '--init', '--from', map])).toBe(0);
  expect(readFileSync(map, 'utf8')).toContain('keys:');
  expect(await run(['import', folder, '--init', '--from', map])).toBe(2);
});

test('tells what it cannot write or read', async () => {
  const map = join(folder, 'nowhere', 'map.yaml');
  expect(await run(['import', folder, '--init', '--from', map])).toBe(1);
  expect(talk).toContain(`cairn: ${map} cannot be written: there is no folder ${join(folder, 'nowhere')}\n`);
  expect(await run(['import', folder, '--from', folder])).toBe(2);
  expect(talk).toContain(`the map file ${folder} cannot be read: `);
});

test.each([
  [['import'], 'which folder'],
  [['import', '/nowhere-at-all'], 'there is no folder'],
  [['import', '.', '--from', 'nowhere.yaml'], 'there is no map file'],
  [['import', '.', '--out', '.'], 'cannot be the archive itself'],
  [['import', '.', '--split-all'], '--split'],
])('%j is called wrongly', async (args, message) => {
  expect(await run(args)).toBe(2);
  expect(talk).toContain(message);
});
